"""XLSX workbooks: the first sheet's rows as text, with guards against workbooks made to choke on."""

import datetime
import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.catalog.tables.files.workbook_bounds import is_bounded_workbook
from core.catalog.tables.rows import MOST_COLUMNS
from core.errors import KnownError
from core.files.hostile import UNREADABLE_ZIP
from core.messages import message

_BROKEN: tuple[type[Exception], ...] = (
    *UNREADABLE_ZIP,
    IndexError,
    TypeError,
    AttributeError,
    ArithmeticError,
    SyntaxError,
)
"""openpyxl has no error of its own for a broken part: whatever its parser trips over comes out."""


def read_workbook_rows(path: Path, data: bytes) -> Iterator[list[str]]:
    """Each row's cells as text, the heading first; formulas give the value that was saved with them.

    Raises:
        KnownError: it is no workbook, is damaged, or unpacks to more than any real table.
    """
    import openpyxl  # late: 0.2 s that most starts need not spend

    try:
        if not is_bounded_workbook(data):
            raise KnownError(
                message(
                    "core", "{file} unpacks to more than any real table: export it as CSV, then import that."
                ),
                file=path,
            )
    except UNREADABLE_ZIP as error:
        raise _no_workbook(path) from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and validations that we do not use
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                sheet = book.worksheets[0]
                sheet.reset_dimensions()  # what a sheet says of its size need not be true
                last: tuple[Any, ...] | None = None
                for row in sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True):
                    # A gap in the rows' numbers, a billion if need be, is filled with one and the same row.
                    yield [] if row is last else _trimmed([_text(value) for value in row])
                    last = row
            finally:
                book.close()
    except _BROKEN as error:
        raise _no_workbook(path) from error


def _no_workbook(path: Path) -> KnownError:
    return KnownError(
        message(
            "core", "{file} is damaged or no workbook: export it again as XLSX or CSV, then import that."
        ),
        file=path,
    )


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
    return str(value)


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells
