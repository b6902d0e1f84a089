"""Keeps what is the shop's and the user's own out of logs and reports: titles, paths, names.

A log tells what the program did; it needs no picture, no product and no person for that. Paths are replaced
whole, except the part inside our own code; the text of an exception is kept only where its type says that it
speaks of code, and a sentence for the user is written without its values.
"""

import getpass
import re
import socket
from pathlib import Path
from typing import Any

from core.errors import KnownError
from core.messages import Sentence

PATH = "‹path›"
PERSON = "‹user›"
COMPUTER = "‹computer›"
LEFT_OUT = "‹left out›"

_SPEAKS_OF_CODE = frozenset(
    {
        "AttributeError",
        "ImportError",
        "IndexError",
        "MemoryError",
        "ModuleNotFoundError",
        "NameError",
        "NotImplementedError",
        "RecursionError",
        "RuntimeError",
        "SystemError",
        "TypeError",
        "UnboundLocalError",
        "ZeroDivisionError",
        "sqlite3.OperationalError",
    }
)
"""Exceptions whose text names functions, types and columns; others may quote a product or a file."""

_OURS = re.compile(r'[^\s"\'<>|]*?[/\\]((?:core|desktop_app|site-packages|python3\.\d+)[/\\][^\s"\'<>|]*)')
_WINDOWS_PATH = re.compile(r"(?<![\w‹])(?:[A-Za-z]:[\\/]|\\\\)[^\"'<>|\n:*?]*[^\s\"'<>|:*?.,;)]")
_POSIX_PATH = re.compile(r"(?<![\w‹.\-/])~?/[^\s\"'<>|\n:]+(?: [^\s\"'<>|\n:]*/[^\s\"'<>|\n:]*)*")
_FRAME = re.compile(r'^(\s*File )"([^"]*)"(.*)$')
_ERROR_LINE = re.compile(r"^(\s*(?:\| )*(?:[\w]+\.)*\w+)(?:: (.*))?$")
_SHORTEST_NAME = 3
"""A shorter user name is part of too many words to be replaced wherever it stands."""


def discreet(text: str) -> str:
    """``text`` without paths, the user's name and the computer's."""
    text = _POSIX_PATH.sub(PATH, _WINDOWS_PATH.sub(PATH, text))
    for name, stand_in in ((_home_name(), PERSON), (_user(), PERSON), (socket.gethostname(), COMPUTER)):
        if len(name) >= _SHORTEST_NAME:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", stand_in, text, flags=re.IGNORECASE)
    return text


def discreet_value(value: Any) -> Any:
    """A value of a log record as it may be written down; numbers stay what they are."""
    if isinstance(value, bool | int | float | None):
        return value
    if isinstance(value, Path):
        return PATH
    if isinstance(value, Sentence):
        return value.text
    if isinstance(value, BaseException):
        return discreet_error(value)
    return discreet(str(value))


def discreet_error(error: BaseException) -> str:
    """What kind of error it is, and what it says where that cannot be the shop's own."""
    if isinstance(error, KnownError):
        return f"KnownError: {error.sentence.text}"
    name = _type_name(type(error))
    if isinstance(error, OSError):
        return f"{name}: {error.strerror or LEFT_OUT}"
    return f"{name}: {discreet(str(error))}" if name in _SPEAKS_OF_CODE else name


def discreet_trace(trace: str) -> str:
    """A formatted traceback with our own code's places kept and everything else that is a text left out.

    An exception's text may go over several lines: all of them are left out with it.
    """
    lines: list[str] = []
    in_message = False
    for line in trace.splitlines():
        frame = _FRAME.match(line)
        if frame is not None:
            lines.append(f'{frame[1]}"{_own_part(frame[2])}"{frame[3]}')
            in_message = False
        elif line.startswith(("Traceback (most recent call last)", "During handling", "The above exception")):
            lines.append(line)
            in_message = False
        elif line[:1].isspace() and not in_message:
            lines.append(discreet(line))
        elif not line.strip():
            in_message = False
            lines.append("")
        elif not in_message:
            lines.append(_discreet_error_line(line))
            in_message = True
    return "\n".join(lines)


def _discreet_error_line(line: str) -> str:
    found = _ERROR_LINE.match(line)
    if found is None:
        return LEFT_OUT
    name, text = found[1], found[2]
    if text is None:
        return name
    return f"{name}: {discreet(text) if name in _SPEAKS_OF_CODE else LEFT_OUT}"


def _own_part(path: str) -> str:
    """The part of a source file's path that is the program's own."""
    found = _OURS.match(path)
    if found is not None:
        return found[1].replace("\\", "/")
    return path if path.startswith("<") else Path(path.replace("\\", "/")).name


def _type_name(kind: type[BaseException]) -> str:
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _home_name() -> str:
    try:
        return Path.home().name
    except RuntimeError:
        return ""
