"""Columns beside those that a program exports: a merchant may have added or renamed some."""

from collections.abc import Sequence
from dataclasses import replace

from core.catalog.tables.fields import guessed_note, suggest_mapping
from core.catalog.tables.heading_marks import said_by_headings
from core.catalog.tables.mapped_rows import MappedRow

_FIELDS = ("price", "stock", "barcode", "currency", "unit")
"""What has one meaning in every program; a type or a vendor has not."""


def with_other_columns(columns: Sequence[str], rows: list[MappedRow]) -> list[MappedRow]:
    """``rows``, with fields that the program's own columns say nothing of from columns that are called so.

    The first row says which these are.
    """
    told = {field for row in rows for field, text in row.values.items() if text}
    told |= {"stock"} if any(row.stocks for row in rows) else set()
    left = {column for row in rows for column in row.extra}
    found = {
        field: column
        for field, column in suggest_mapping(columns).items()
        if field in _FIELDS and field not in told and column in left
    }
    if not found:
        return rows
    first, *others = (_with(row, found) for row in rows)
    return [replace(first, notes=(*first.notes, guessed_note(found.items()))), *others]


def _with(row: MappedRow, found: dict[str, str]) -> MappedRow:
    told = {field: row.extra[column] for field, column in found.items() if column in row.extra}
    taken = frozenset(found.values())
    extra = {column: text for column, text in row.extra.items() if column not in taken}
    return replace(row, values={**said_by_headings(found), **row.values, **told}, extra=extra)
