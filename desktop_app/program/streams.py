"""The streams that the program writes its words to, made fit for every way of starting it.

A program with a window and no console has none on Windows, nor has one whose caller closed them; and a
library that writes its progress to a missing stream fails. A pipe on Windows takes the characters of one
language alone unless it is told otherwise.
"""

import io
import os
import sys
from pathlib import Path


def make_streams_fit() -> None:
    """Give missing streams a place to write to; make pipes and files UTF-8; let no character stop a command.

    What a stream cannot write it spells, as in ``\\udcff``, which is what JSON calls it, too.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  (stays open)
        elif isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            errors = "backslashreplace" if stream.errors == "strict" else stream.errors
            stream.reconfigure(encoding=encoding, errors=errors)
