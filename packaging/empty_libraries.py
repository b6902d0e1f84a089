"""Encoders that films bring along, replaced by libraries of the same names that do nothing.

PyAV's wheel links FFmpeg against x264 and x265, which are under the GPL, and against an encoder for AV1.
The program only reads films and calls none of them, but FFmpeg does not load where they are missing. So each
is replaced by a library that has every function that FFmpeg names, empty. FFmpeg itself and its decoders stay
as their makers built them. For Linux, where the libraries' symbols can be listed; elsewhere films stay out.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

EMPTIED = ("*libx264-*.so.*", "*libx265-*.so.*", "*libSvtAv1Enc-*.so.*")


def can_be_emptied() -> bool:
    """Whether this system's libraries can be made so."""
    return sys.platform == "linux"


def is_emptied(place: str) -> bool:
    """Whether the library at this place in the program is one to replace."""
    return any(fnmatchcase(place.replace("\\", "/"), pattern) for pattern in EMPTIED)


def empty_library(library: Path, users: Iterable[Path], folder: Path) -> Path:
    """A library called as ``library``, with the functions that ``users`` want of it, each answering 0.

    Raises:
        subprocess.CalledProcessError: there is no C compiler, or no list of symbols.
        ValueError: nobody wants anything of it.
    """
    wanted = set().union(*(_symbols(user, "--undefined-only") for user in users))
    names = sorted(wanted & _symbols(library, "--defined-only"))
    if not names:
        raise ValueError(f"nobody needs {library.name}")
    folder.mkdir(parents=True, exist_ok=True)
    source, target = folder / f"{library.name}.c", folder / library.name
    source.write_text("".join(f"void *{name}(void) {{ return 0; }}\n" for name in names), encoding="utf-8")
    command = ["cc", "-shared", "-fPIC", "-O1", "-fno-builtin", "-s", f"-Wl,-soname,{library.name}"]
    subprocess.run([*command, "-Wl,--build-id=none", "-o", str(target), str(source)], check=True)
    return target


def _symbols(library: Path, which: str) -> set[str]:
    command = ["nm", "--dynamic", which, "--format=posix", str(library)]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {line.split()[0].partition("@")[0] for line in listed.splitlines()}
