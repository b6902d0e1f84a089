"""The beginning of a till's export, and what its columns seem to be: for who is about to import it."""

from dataclasses import dataclass
from pathlib import Path

from core.catalog.tables.choices import NOTHING_CHOSEN, TableChoices
from core.catalog.tables.reading import read_table
from core.sales.columns import known_names, likely_mapping
from core.sales.tills import recognise, till_mapping

_ROWS = 50


@dataclass(frozen=True, slots=True)
class SalesPreview:
    """What a table of receipts looks like.

    Attributes:
        till: whose export it is; "" if its columns are understood by what they are called.
        columns: names of its columns.
        rows: its first rows, each in step with ``columns``.
        mapping: field to column, as far as the names tell; for a person to correct.
        sheets: the names of a workbook's sheets; none for a text file.
    """

    path: Path
    till: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: dict[str, str]
    sheets: tuple[str, ...] = ()


def preview_sales(path: Path, choices: TableChoices = NOTHING_CHOSEN) -> SalesPreview:
    """Read the table in ``path``, with what a person has said about it.

    Raises:
        KnownError: it is no table.
    """
    table = read_table(path, known_names(), choices)
    till = recognise(table.columns)
    rows = tuple(tuple(row.cells.get(column, "") for column in table.columns) for row in table.rows[:_ROWS])
    mapping = till_mapping(till, table.columns) if till else likely_mapping(table.columns)
    return SalesPreview(path, till.name if till else "", table.columns, rows, mapping, table.sheets)
