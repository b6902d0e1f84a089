"""Rows written to a file as a table that spreadsheets open: CSV, TSV or XLSX, whole or not at all."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path

from core.errors import KnownError
from core.files.atomic import written_beside
from core.files.hostile import UNREADABLE_ZIP
from core.files.targets import checked_target
from core.messages import message

_LOOKED_AT = 4096
_LONGEST_XLSX_CELL = 32_767
_MOST_XLSX_ROWS = 1_048_576

_Writer = Callable[[Path, str, Sequence[str], Iterable[Sequence[str]]], None]


def write_table(
    target: Path, name: str, headings: Sequence[str], rows: Iterable[Sequence[str]], *, replace: bool = False
) -> None:
    """Write a table in the form that the ending of ``target`` names.

    Args:
        name: what a workbook calls its sheet.
        rows: cells that a spreadsheet would run are neutralised already.
        replace: also a file that is no table.

    Raises:
        KnownError: an unknown ending, a target that may not be written (core/files/targets.py), a full disk,
            or a cell that XLSX cannot hold.
    """
    writers: dict[str, _Writer] = {".csv": _write_csv, ".tsv": _write_tsv, ".xlsx": _write_xlsx}
    write = writers.get(target.suffix.casefold())
    if write is None:
        raise KnownError(
            message("core", "“{file}” ends in no kind of table: end it in .csv, .tsv or .xlsx."),
            file=target.name,
        )
    target = checked_target(target, is_table, replace=replace)
    with written_beside(target) as temporary:
        write(temporary, name, headings, rows)


def is_table(path: Path) -> bool:
    """Whether a file looks like a table: a workbook, or text whose first line has several cells."""
    with path.open("rb") as file:
        start = file.read(_LOOKED_AT)
    if zipfile.is_zipfile(path):
        try:
            with zipfile.ZipFile(path) as archive:
                return "xl/workbook.xml" in archive.namelist()
        except UNREADABLE_ZIP:
            return False
    first = next(iter(start.lstrip().splitlines()), b"")
    return b"\0" not in start and any(separator in first for separator in (b",", b";", b"\t"))


def _write_csv(
    path: Path, _name: str, headings: Sequence[str], rows: Iterable[Sequence[str]], separator: str = ","
) -> None:
    # The byte-order mark tells Excel that the text is UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=separator)
        writer.writerow(headings)
        writer.writerows(rows)


def _write_tsv(path: Path, name: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    _write_csv(path, name, headings, rows, "\t")


def _write_xlsx(path: Path, name: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    import openpyxl  # late: 0.2 s that most starts need not spend
    from openpyxl.cell import WriteOnlyCell

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(name)

    def cell(text: str) -> object:
        if len(text) > _LONGEST_XLSX_CELL:
            raise KnownError(
                message("core", "“{cell}…” is too long for a workbook: export to .csv instead."),
                cell=text[:40],
            )
        written = WriteOnlyCell(sheet, value=text)
        written.data_type = "s"  # text, whatever it looks like
        return written

    try:
        for number, row in enumerate(chain([headings], rows), start=1):
            _check_fits(number)
            sheet.append([cell(text) if text else None for text in row])
    except BaseException:
        sheet.close()  # or openpyxl's scratch file would stay open, and lie about
        sheet._writer.cleanup()
        raise
    # Not straight to the file: on a full disk openpyxl leaves a half-open archive behind, which complains.
    packed = io.BytesIO()
    book.save(packed)
    path.write_bytes(packed.getbuffer())


def _check_fits(row: int) -> None:
    if row > _MOST_XLSX_ROWS:
        raise KnownError(message("core", "A workbook cannot hold so many rows: export to .csv instead."))
