"""A photo named in a table: found on the disk, or the reason why it is left out."""

import re
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from urllib.parse import unquote, urlsplit

from core.catalog.photos.photos import PhotoKind
from core.messages import Sentence, message

_ADDRESS = re.compile(r"[a-z][a-z0-9+.\-]+:(?://|[^\\/])", re.IGNORECASE)
_NETWORK_SHARE = re.compile(r"[\\/]{2}")


@dataclass(frozen=True, slots=True)
class PhotoReference:
    """A photo that a row names.

    Attributes:
        text: as the table writes it.
        row: the table's row that names it.
        path: the file; None if it is left out, then ``problem`` says why.
    """

    text: str
    kind: PhotoKind
    row: int
    path: Path | None
    problem: Sentence | None = None


def find_photo(text: str, folder: Path, kind: PhotoKind, row: int) -> PhotoReference:
    """The photo that ``text`` names in a table in ``folder``.

    A relative path is relative to the table and stays within its folder: one that leaves it through
    ``..`` or a link is left out, as a table from elsewhere could otherwise pull in any file. Addresses on
    the web and network shares are never touched.
    """
    if text.startswith("file://") and not urlsplit(text).netloc:
        text = unquote(urlsplit(text).path)
    if _ADDRESS.match(text) or _NETWORK_SHARE.match(text):
        return _left_out(
            text,
            kind,
            row,
            message("core", "{photo} was not fetched: this program is offline. Save it and name the file."),
        )
    if "\0" in text or len(text) > 4096:
        return _left_out(text[:80], kind, row, message("core", "{photo} is no path: correct it."))
    try:
        return _on_disk(text, folder, kind, row)
    except (OSError, RuntimeError):  # a loop of links, a name too long, a folder that may not be read
        return _left_out(
            text, kind, row, message("core", "{photo} cannot be read: check the path and your rights.")
        )


def _on_disk(text: str, folder: Path, kind: PhotoKind, row: int) -> PhotoReference:
    path = Path(text)
    if not path.is_absolute():
        path = folder / text
        if not path.exists() and "\\" in text:
            path = folder / PureWindowsPath(text).as_posix()
        if not path.resolve().is_relative_to(folder.resolve()):
            return _left_out(
                text,
                kind,
                row,
                message("core", "{photo} leaves the table's folder: write its absolute path if it is meant."),
            )
    if not path.is_file():
        return _left_out(text, kind, row, message("core", "There is no photo {photo}: check the path."))
    return PhotoReference(text, kind, row, path)


def _left_out(text: str, kind: PhotoKind, row: int, sentence: str) -> PhotoReference:
    return PhotoReference(text, kind, row, None, Sentence(sentence, {"photo": text}))
