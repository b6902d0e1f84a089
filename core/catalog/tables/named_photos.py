"""A photo named in a table, found on the disk."""

import re
from pathlib import Path, PureWindowsPath
from urllib.parse import unquote, urlsplit

from core.errors import KnownError
from core.messages import message

_ADDRESS = re.compile(r"[a-z][a-z0-9+.\-]+:(?://|[^\\/])", re.IGNORECASE)
_NETWORK_SHARE = re.compile(r"[\\/]{2}")


def find_photo(text: str, folder: Path) -> Path:
    """The photo that ``text`` names in a table in ``folder``.

    A relative path is relative to the table and stays within its folder: one that leaves it through
    ``..`` or a link is refused, as a table from elsewhere could otherwise pull in any file. Addresses on
    the web and network shares are never touched.

    Raises:
        KnownError: it is refused, or is not there.
    """
    if text.startswith("file://") and not urlsplit(text).netloc:
        text = unquote(urlsplit(text).path)
    if _ADDRESS.match(text) or _NETWORK_SHARE.match(text):
        raise KnownError(
            message("core", "{photo} was not fetched: this program is offline. Save it and name the file."),
            photo=text,
        )
    if "\0" in text or len(text) > 4096:
        raise KnownError(message("core", "{photo} is no path: correct it."), photo=text[:80])
    try:
        return _on_disk(text, folder)
    except (
        OSError,
        RuntimeError,
    ) as error:  # a loop of links, a name too long, a closed folder
        raise KnownError(
            message("core", "{photo} cannot be read: check the path and your rights."), photo=text
        ) from error


def _on_disk(text: str, folder: Path) -> Path:
    path = Path(text)
    if not path.is_absolute():
        path = folder / text
        if not path.exists() and "\\" in text:
            path = folder / PureWindowsPath(text).as_posix()
        if not path.resolve().is_relative_to(folder.resolve()):
            raise KnownError(
                message("core", "{photo} leaves the table's folder: write its absolute path if it is meant."),
                photo=text,
            )
    if not path.is_file():
        raise KnownError(message("core", "There is no photo {photo}: check the path."), photo=text)
    return path
