"""Photos named in a table, found on the disk.

Names travel badly: macOS takes letters and their accents apart, Windows does not care for capital letters,
and a cell may name several photos. A name that is on the disk as it stands always comes first.
"""

import re
import unicodedata
from pathlib import Path, PureWindowsPath
from urllib.parse import unquote, urlsplit

from core.errors import KnownError
from core.messages import Sentence, message

_ADDRESS = re.compile(r"[a-z][a-z0-9+.\-]+:(?://|[^\\/])", re.IGNORECASE)
_NETWORK_SHARE = re.compile(r"[\\/]{2}")
_BETWEEN_NAMES = re.compile(r"[,;|\n]+")
_BETWEEN_ADDRESSES = re.compile(r"[,;|\s]+(?=[a-z][a-z0-9+.\-]+://)", re.IGNORECASE)
_FORMULA = re.compile(r"=\s*(?:_xlfn\.)?(?:IMAGE|DISPIMG|BILD)\s*\(", re.IGNORECASE)
"""Pictures that Excel, Google's and WPS's tables show within a cell."""
_MARKUP = re.compile(
    r"""<img\b[^<>]{0,200}?\bsrc\s?=\s?["']([^"'<>]{0,500})["'][^<>]{0,500}>|!\[[^\[\]]{0,200}\]\(([^()\s]{0,500})\)""",
    re.IGNORECASE,
)
"""How web pages and Markdown name a picture."""
_WITHIN = Sentence(
    message("core", "A picture within the table was passed over: save it as a file and name it.")
)
_AROUND = " \t\"'[]"
_SHOWN = 80


def most_named(cell: str) -> int:
    """How many photos a cell may name at most."""
    return 1 + len(_BETWEEN_NAMES.findall(cell))


class NamedPhotos:
    """The photos around one table.

    A relative path is relative to the table and stays within its folder: one that leaves it through ``..``
    or a link is refused, as a table from elsewhere could otherwise pull in any file. Addresses on the web
    and network shares are never touched.
    """

    def __init__(self, folder: Path) -> None:
        """``folder`` holds the table."""
        self._folder = folder
        self._listed: dict[Path, dict[str, list[Path]]] = {}

    def find_all(self, cell: str) -> list[tuple[str, Path | Sentence]]:
        """Each photo that a cell names, and where it lies or why it is left out.

        The cell is one name if there is such a photo: names may hold commas.
        """
        if _FORMULA.match(cell):
            return [(cell, _WITHIN)]
        cell = _MARKUP.sub(r"\1\2", cell)
        whole = self._looked_for(cell)
        separators = _BETWEEN_ADDRESSES if _is_elsewhere(cell) else _BETWEEN_NAMES
        names = [name for part in separators.split(cell) if (name := part.strip(_AROUND))]
        if isinstance(whole, Path) or len(names) < 2:
            return [(cell, whole)]
        return [(name, self._looked_for(name)) for name in names]

    def _looked_for(self, name: str) -> Path | Sentence:
        try:
            return self.find(name)
        except KnownError as error:
            return error.sentence

    def find(self, text: str) -> Path:
        """The photo that ``text`` names.

        Raises:
            KnownError: it is refused, is not there, or several are called so.
        """
        if text.startswith("file://") and not urlsplit(text).netloc:
            text = unquote(urlsplit(text).path)
        if text.startswith("data:"):
            raise KnownError(_WITHIN.text)
        if _is_elsewhere(text):
            raise KnownError(
                message(
                    "core", "{photo} was not fetched: this program is offline. Save it and name the file."
                ),
                photo=text[:_SHOWN],
            )
        if "\0" in text or len(text) > 4096:
            raise KnownError(message("core", "{photo} is no path: correct it."), photo=text[:_SHOWN])
        try:
            return self._on_disk(text)
        except (
            OSError,
            RuntimeError,
        ) as error:  # a loop of links, a name too long, a closed folder
            raise KnownError(
                message("core", "{photo} cannot be read: check the path and your rights."),
                photo=text[:_SHOWN],
            ) from error

    def _on_disk(self, text: str) -> Path:
        path = Path(text)
        is_inside = not path.is_absolute()
        if is_inside:
            path = self._folder / text
            if not path.exists() and "\\" in text:
                path = self._folder / PureWindowsPath(text).as_posix()
            self._require_inside(path, text)
        if path.is_file():
            return path
        alike = self._called_alike(path)
        if len(alike) > 1:
            raise KnownError(
                message("core", "Several files are called like {photo}: write the name as it is."), photo=text
            )
        if not alike or not alike[0].is_file():
            raise KnownError(message("core", "There is no photo {photo}: check the path."), photo=text)
        if is_inside:
            self._require_inside(alike[0], text)
        return alike[0]

    def _require_inside(self, path: Path, text: str) -> None:
        if not path.resolve().is_relative_to(self._folder.resolve()):
            raise KnownError(
                message("core", "{photo} leaves the table's folder: write its absolute path if it is meant."),
                photo=text,
            )

    def _called_alike(self, path: Path) -> list[Path]:
        """Files that differ from ``path`` in capital letters, or in how their accents are written, alone."""
        parents = [path.parent] if path.parent.is_dir() else []
        if not parents and path.is_relative_to(self._folder) and path.parent != self._folder:
            parents = self._called_alike(path.parent)
        return [found for parent in parents for found in self._names_in(parent).get(_folded(path.name), ())]

    def _names_in(self, folder: Path) -> dict[str, list[Path]]:
        """Each folded name in a folder that is listed once; nothing where it cannot be."""
        if folder not in self._listed:
            names: dict[str, list[Path]] = {}
            if folder.is_dir():
                for path in folder.iterdir():
                    names.setdefault(_folded(path.name), []).append(path)
            self._listed[folder] = names
        return self._listed[folder]


def _is_elsewhere(text: str) -> bool:
    return bool(_ADDRESS.match(text) or _NETWORK_SHARE.match(text))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
