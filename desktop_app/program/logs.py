"""The log: one small file that turns over, readable by its user alone, and without customer data.

Every record is written in code's own words: :mod:`desktop_app.program.discretion` takes out paths, names and
the values of sentences before anything reaches the disk.
"""

import logging
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desktop_app.program.discretion import discreet, discreet_trace, discreet_value

MOST_BYTES = 512 * 1024
KEPT = 3
"""Older files beside the one that is written to: two megabytes in all."""

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_OURS = ("core", "desktop_app")
_BAD = {"WARNING", "ERROR", "CRITICAL"}


class DiscreetFormatter(logging.Formatter):
    """Formats a record without what is the shop's or the user's own."""

    def format(self, record: logging.LogRecord) -> str:
        """One record, with its traceback below it."""
        plain = logging.makeLogRecord(record.__dict__)
        plain.exc_text = None  # what another formatter has made of the traceback
        if isinstance(record.args, tuple):
            plain.args = tuple(discreet_value(value) for value in record.args)
            plain.msg = str(record.msg)
        else:
            plain.msg, plain.args = discreet(record.getMessage()), None
        return super().format(plain)

    def formatException(self, ei: object) -> str:
        """The traceback, its texts left out."""
        return discreet_trace(super().formatException(ei))  # type: ignore[arg-type]  # as logging gives it


class _PrivateFile(RotatingFileHandler):
    """A rotating file that only its user may read."""

    def _open(self) -> TextIOWrapper:
        os.close(os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600))
        return super()._open()

    def doRollover(self) -> None:
        """Turn over; where another window of the program holds the file, go on in it."""
        try:
            super().doRollover()
        except OSError:
            if self.stream is None:
                self.stream = self._open()


def start_logging(file: Path | None, *, verbose: bool = False) -> None:
    """Write down what happens from now on; where the folder cannot be written, nothing is and nothing fails.

    Args:
        file: None to keep no file, as the commands do: theirs would get in the window's way.
        verbose: write every step down, and show it on stderr too.
    """
    stop_logging()
    level = logging.DEBUG if verbose else logging.INFO
    formatter = DiscreetFormatter(_FORMAT)
    handlers: list[logging.Handler] = []
    if file is not None:
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handlers.append(_PrivateFile(file, maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8"))
    if verbose and sys.stderr is not None:  # the packaged program has none where it was not started in one
        handlers.append(logging.StreamHandler(sys.stderr))
    for name in _OURS:
        logger = logging.getLogger(name)
        logger.setLevel(level)
        for handler in handlers:
            handler.setFormatter(formatter)
            logger.addHandler(handler)


def stop_logging() -> None:
    """Close the log's file; a later :func:`start_logging` opens it again."""
    for name in _OURS:
        logger = logging.getLogger(name)
        for handler in list(logger.handlers):
            logger.removeHandler(handler)
            handler.close()
        logger.setLevel(logging.NOTSET)


def last_problems(file: Path, count: int = 20) -> list[str]:
    """The last warnings and errors of the log, the oldest first; each with its traceback."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    entries: list[list[str]] = []
    for line in lines:
        if line[:4].isdigit() and line[4:5] == "-":
            entries.append([line])
        elif entries:
            entries[-1].append(line)
    problems = [entry for entry in entries if len(fields := entry[0].split(" ", 3)) > 2 and fields[2] in _BAD]
    return ["\n".join(entry) for entry in problems[-count:]]
