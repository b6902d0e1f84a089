"""The beginning of a table, and what its columns seem to be: for a person who is about to import it."""

from dataclasses import dataclass
from pathlib import Path

from core.catalog.tables.choices import NOTHING_CHOSEN, TableChoices
from core.catalog.tables.fields import own_mapping, suggest_mapping
from core.catalog.tables.profiles.profiles import OWN, known_columns, recognise
from core.catalog.tables.reading import read_table

PREVIEW_ROWS = 50
_ONLY_EXPORTED = frozenset({"sku", "title", "currency", "archived", "counter_photo"})
"""Columns of all our exports (core/catalog/tables/export.py), some of which nobody writes by hand."""


@dataclass(frozen=True, slots=True)
class TablePreview:
    """What a table looks like.

    Attributes:
        profile: whose columns it has; "" if they have to be mapped by hand.
        is_export: it was surely exported by that program. Our columns are often written by hand.
        columns: names of its columns.
        rows: its first rows, each in step with ``columns``.
        mapping: field to column, as far as the names tell; for a person to correct.
        sheets: the names of a workbook's sheets; none for a text file.
    """

    path: Path
    profile: str
    is_export: bool
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: dict[str, str]
    sheets: tuple[str, ...] = ()


def preview_table(path: Path, choices: TableChoices = NOTHING_CHOSEN) -> TablePreview:
    """Read the table in ``path``, with what a person has said about it.

    Raises:
        KnownError: it is no table.
    """
    table = read_table(path, known_columns(), choices)
    profile = recognise(table.columns)
    name = profile.name if profile is not None else OWN if "sku" in own_mapping(table.columns) else ""
    rows = tuple(
        tuple(row.cells.get(column, "") for column in table.columns) for row in table.rows[:PREVIEW_ROWS]
    )
    is_export = profile is not None or set(table.columns) >= _ONLY_EXPORTED
    return TablePreview(
        path, name, is_export, table.columns, rows, suggest_mapping(table.columns), table.sheets
    )
