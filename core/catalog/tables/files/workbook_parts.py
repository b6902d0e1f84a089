"""The parts of an XLSX workbook around its sheets: which sheets there are, shared texts, number formats.

Both kinds of Open XML are read, the usual and Excel's "Strict" one: they differ in their namespaces alone,
which are not looked at.
"""

import posixpath
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from core.catalog.tables.files.number_formats import GENERAL, CellFormat

_DOCUMENT = "/officeDocument"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet: its name, the part of the archive that holds it, and whether a person would see it."""

    name: str
    part: str
    is_hidden: bool
    is_active: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the cells of all sheets share.

    Attributes:
        texts: the shared texts, by number.
        formats: the number formats, by a cell's style.
        since_1904: whether days count from 1904, as older Macintoshes wrote.
    """

    sheets: tuple[SheetPart, ...]
    texts: tuple[str, ...]
    formats: tuple[CellFormat, ...]
    since_1904: bool


def read_workbook(archive: zipfile.ZipFile) -> Workbook:
    """All but the sheets.

    Raises:
        ValueError, KeyError, xml.etree.ElementTree.ParseError: it is no workbook or a damaged one.
    """
    main = next(
        (target for kind, _id, target in _relations(archive, "") if kind.endswith(_DOCUMENT)),
        "xl/workbook.xml",
    )
    tree = _tree(archive, main)
    targets = {name: (kind, target) for kind, name, target in _relations(archive, main)}
    parts = {kind.rpartition("/")[2]: target for kind, target in targets.values()}
    active = next((_number(view.get("activeTab")) for view in _all(tree, "workbookView")), 0)
    sheets = [
        SheetPart(
            sheet.get("name", ""),
            targets[name][1],
            sheet.get("state", "visible") != "visible",
            place == active,
        )
        for place, sheet in enumerate(_all(tree, "sheet"))
        if (name := _relation(sheet)) in targets and targets[name][0].endswith("/worksheet")
    ]
    if not sheets:
        raise ValueError("a workbook without sheets")
    texts = tuple(_texts(archive, parts["sharedStrings"])) if "sharedStrings" in parts else ()
    formats = tuple(_formats(archive, parts["styles"])) if "styles" in parts else ()
    since_1904 = any(flag.get("date1904") in ("1", "true") for flag in _all(tree, "workbookPr"))
    return Workbook(tuple(sheets), texts, formats, since_1904)


def local_name(tag: str) -> str:
    """A tag's name without its namespace."""
    return tag.rpartition("}")[2]


def _relations(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str, str]]:
    """Kind, name and part of what ``part`` refers to."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive.namelist():
        return
    for relation in _all(_tree(archive, relations), "Relationship"):
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
        yield relation.get("Type", ""), relation.get("Id", ""), target.lstrip("/")


def _relation(sheet: ET.Element) -> str:
    return next((value for name, value in sheet.attrib.items() if local_name(name) == "id"), "")


def _texts(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    with archive.open(part) as stream:
        for _event, element in ET.iterparse(stream):  # noqa: S314 - as in _tree
            if local_name(element.tag) == "si":
                yield text_of(element)
                element.clear()


def text_of(element: ET.Element) -> str:
    """The text of a cell or shared text, all its runs together, without the reading aid of Japanese."""
    pieces: list[str] = []
    for child in element:
        name = local_name(child.tag)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "r":
            pieces += [piece.text or "" for piece in child if local_name(piece.tag) == "t"]
    return "".join(pieces)


def _formats(archive: zipfile.ZipFile, part: str) -> Iterator[CellFormat]:
    tree = _tree(archive, part)
    codes = {_number(one.get("numFmtId")): one.get("formatCode", "") for one in _all(tree, "numFmt")}
    for styles in _all(tree, "cellXfs"):
        for style in styles:
            number = _number(style.get("numFmtId"))
            yield CellFormat(number, codes.get(number, "")) if number else GENERAL


def _tree(archive: zipfile.ZipFile, part: str) -> ET.Element:
    with archive.open(part) as stream:
        return ET.parse(stream).getroot()  # noqa: S314 - a document type was refused before


def _all(tree: ET.Element, name: str) -> Iterator[ET.Element]:
    return (element for element in tree.iter() if local_name(element.tag) == name)


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else 0
