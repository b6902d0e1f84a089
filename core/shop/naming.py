"""What a shop may be called: its name is the name of its folder, on whichever system that is opened.

Names that only some systems allow are refused, so that a shop can be copied to any computer.
"""

from pathlib import Path

from core.errors import KnownError
from core.messages import message

MOST_BYTES = 120
"""Of the name in UTF-8: file systems take 255, and copies and backups write more behind it."""

_NOT_ALLOWED = '<>:"/\\|?*'
_PORTS = (f"{name}{digit}" for name in ("com", "lpt") for digit in range(10))
_RESERVED = {"con", "prn", "aux", "nul", *_PORTS}
"""Windows takes these for devices, whatever suffix (Microsoft, *Naming Files, Paths, and Namespaces*)."""


def shop_folder(place: Path, name: str) -> Path:
    """The folder in ``place`` of a shop that is to be called ``name``; the disk is not looked at.

    Raises:
        KnownError: no folder can be called so on every system.
    """
    name = " ".join(name.split())
    if not name:
        raise KnownError(message("core", "A shop needs a name."))
    wrong = next((sign for sign in name if sign in _NOT_ALLOWED or not sign.isprintable()), None)
    if wrong is not None:
        raise KnownError(
            message("core", "A shop's name is the name of its folder: it cannot hold the character {sign}."),
            sign=wrong,
        )
    if name.startswith(".") or name.endswith(".") or name.split(".")[0].lower() in _RESERVED:
        raise KnownError(message("core", "A shop cannot be called “{name}”: choose another name."), name=name)
    if len(name.encode()) > MOST_BYTES:
        raise KnownError(message("core", "This name is too long for a folder: choose a shorter one."))
    return place / name


def require_free(folder: Path) -> None:
    """Refuse a place for a new shop that is taken.

    Raises:
        KnownError: there is something in ``folder``, or it cannot be looked at.
    """
    try:
        is_taken = folder.is_file() or (folder.is_dir() and any(folder.iterdir()))
    except OSError as error:
        raise KnownError(
            message("core", "The folder {folder} cannot be made or read ({reason})."),
            folder=folder,
            reason=error.strerror or type(error).__name__,
        ) from error
    if is_taken:
        raise KnownError(
            message("core", "There is something in {folder} already. Choose another name."), folder=folder
        )
