"""Files that people take for tables and that are none: each is told what it is and what to do.

What a file is stands in its first bytes, whatever its name ends in: tills save web pages as ``.xls``.
"""

import re
import zipfile
from collections.abc import Collection
from pathlib import Path

from core.errors import KnownError
from core.imaging.picture_kinds import iso_picture
from core.messages import message

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOOKED_AT = 4096
_BLANK = rb"(?:\xef\xbb\xbf)?\s{0,200}"
_COMMENT = rb"(?:<!--[^>]{0,500}-->\s{0,200})?"

_WEB_PAGE = message(
    "core",
    "{file} is a web page: open it in a spreadsheet program, save it as XLSX or CSV, then import that.",
)
_XML = message(
    "core",
    "{file} is an XML file: open it in a spreadsheet program, save it as XLSX or CSV, then import that.",
)
_JSON = message("core", "{file} is JSON, for programs: export the products as CSV or XLSX, then import that.")
_PDF = message("core", "{file} is a PDF document: ask for the table as CSV or XLSX, then import that.")
_PICTURE = message("core", "{file} is a picture: to import pictures, choose the folder that they are in.")
_PACKED = message("core", "{file} is a packed archive: unpack it, then import the table in it.")
_DATABASE = message("core", "{file} is a database: export its products as CSV or XLSX, then import that.")
_TEXT = message("core", "{file} is a text document: copy its table into a spreadsheet and save it as XLSX.")
_KINDS = (
    (
        re.compile(
            _BLANK + rb"(?:<!--.{0,500}?-->\s{0,200})?<(?:!doctype html|html|head|body|table|meta|div)\b",
            re.I | re.S,
        ),
        _WEB_PAGE,
    ),
    (re.compile(rb"MIME-Version:", re.I), _WEB_PAGE),
    (re.compile(_BLANK + rb"<\?xml\b.{0,2000}?<html\b", re.I | re.S), _WEB_PAGE),
    (re.compile(_BLANK + rb"<\?xml\b", re.I), _XML),
    (
        re.compile(_BLANK + rb'(?:\{\s*(?:"[^"]{0,200}"\s*:|\})|\[\s*(?:\{|\[|\]|"[^"]{0,200}"\s*[,\]]))'),
        _JSON,
    ),
    (re.compile(rb"%PDF-"), _PDF),
    (re.compile(rb"\xff\xd8\xff|\x89PNG\r\n|GIF8|RIFF....WEBP|II\*\0|MM\0\*", re.S), _PICTURE),
    (re.compile(rb"\x1f\x8b|Rar!|7z\xbc\xaf|BZh\d|\xfd7zXZ"), _PACKED),
    (re.compile(rb"SQLite format 3\0|\0\x01\0\0Standard (?:Jet|ACE) DB"), _DATABASE),
    (re.compile(rb"\{\\rtf"), _TEXT),
)


def refuse_other_kinds(path: Path, data: bytes) -> None:
    """Refuse a file that is no table of text and no ZIP.

    Raises:
        KnownError: it says what the file is.
    """
    start = data[:_LOOKED_AT]
    if start.startswith(_OLE):
        raise _old_excel(path, data)
    kind = _PICTURE if iso_picture(start) else _kind(start)
    if kind:
        raise KnownError(kind, file=path)


def _kind(start: bytes) -> str:
    return next((sentence for begins, sentence in _KINDS if begins.match(start)), "")


def _old_excel(path: Path, data: bytes) -> KnownError:
    """Excel packs a protected workbook into a file of the old kind."""
    if _ENCRYPTED in data or path.suffix.lower() in (".xlsx", ".xlsm"):
        return protected(path)
    return KnownError(
        message("core", "{file} is in the old Excel format: save it as XLSX or CSV, then import that."),
        file=path,
    )


def protected(path: Path) -> KnownError:
    """The sentence for a workbook that opens with a password alone."""
    return KnownError(
        message("core", "{file} is protected by a password: save it without one, then import that."),
        file=path,
    )


def refuse_other_archives(path: Path, archive: zipfile.ZipFile) -> None:
    """Refuse a ZIP that is no workbook.

    Raises:
        KnownError: it says what the ZIP is.
    """
    names = set(archive.namelist())
    if any(member.flag_bits & 1 for member in archive.infolist()):
        raise protected(path)
    kind = _archive_kind(names)
    if kind:
        raise KnownError(kind, file=path)


def _archive_kind(names: Collection[str]) -> str:
    if {"snapshelf.json", "catalog.db"} <= {*names}:
        return message("core", "{file} is a backup of a shop: bring it back with restore.")
    if "word/document.xml" in names:
        return _TEXT
    if any(name.endswith(".iwa") for name in names):
        return message("core", "{file} is a Numbers document: export it as XLSX or CSV, then import that.")
    if "xl/workbook.bin" in names:
        return message("core", "{file} is a binary workbook: save it as XLSX, then import that.")
    if "[Content_Types].xml" not in names and "mimetype" not in names:
        return _PACKED
    return ""
