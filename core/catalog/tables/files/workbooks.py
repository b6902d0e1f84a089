"""Workbooks, XLSX and ODS: their sheets' rows, with guards against workbooks made to choke on."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from core.catalog.tables.files.ods import is_ods, read_ods_sheets
from core.catalog.tables.files.other_kinds import refuse_other_archives
from core.catalog.tables.files.sheet_rows import look_over, read_sheet_rows
from core.catalog.tables.files.sheets import Sheet
from core.catalog.tables.files.workbook_bounds import is_bounded_workbook
from core.catalog.tables.files.workbook_parts import SheetPart, Workbook, read_workbook
from core.errors import KnownError
from core.files.hostile import UNREADABLE_ZIP
from core.messages import Sentence, message

_BROKEN: tuple[type[Exception], ...] = (*UNREADABLE_ZIP, ParseError, ExpatError, IndexError, OverflowError)
_MERGED = Sentence(message("core", "Cells that are merged over several rows count for each of these rows."))


def read_workbook_sheets(path: Path, data: bytes) -> list[Sheet]:
    """The sheets with cells in them, in their order; formulas give the value that was saved with them.

    Raises:
        KnownError: it is no workbook, is damaged, or unpacks to more than any real table.
    """
    try:
        if not is_bounded_workbook(data):
            raise KnownError(
                message(
                    "core", "{file} unpacks to more than any real table: export it as CSV, then import that."
                ),
                file=path,
            )
        archive = zipfile.ZipFile(io.BytesIO(data))
        if is_ods(archive):
            return read_ods_sheets(path, data)
        refuse_other_archives(path, archive)
        workbook = read_workbook(archive)
        return [_sheet(path, archive, workbook, part) for part in workbook.sheets]
    except _BROKEN as error:
        raise _no_workbook(path) from error


def _sheet(path: Path, archive: zipfile.ZipFile, workbook: Workbook, part: SheetPart) -> Sheet:
    def rows() -> Iterator[list[str]]:
        try:
            yield from read_sheet_rows(archive, part.part, workbook, overview.merged)
        except _BROKEN as error:
            raise _no_workbook(path) from error

    overview = look_over(archive, part.part)
    notes = [_MERGED] if overview.merged else []
    if overview.hidden:
        seen_too = message(
            "core", "Rows that are hidden or filtered out in the sheet are read, too: {count}."
        )
        notes.append(Sentence(seen_too, {"count": overview.hidden}))
    return Sheet(rows, part.name, part.is_hidden, part.is_active, tuple(notes))


def _no_workbook(path: Path) -> KnownError:
    return KnownError(
        message(
            "core", "{file} is damaged or no workbook: export it again as XLSX or CSV, then import that."
        ),
        file=path,
    )
