"""Columns that a program has written in the merchant's language, by their English names again.

WooCommerce, Square, Loyverse and Odoo translate the headings of their exports. Each has a table here of its
English names and what they are called elsewhere; ``{n}`` stands for a number, ``{store}`` for a place's name.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from core.catalog.tables.column_names import column_key
from core.catalog.tables.rows import RawRow, RawTable


@dataclass(frozen=True)
class Headings:
    """A program's headings: ``names``, English name to the others, each between two bars."""

    names: Mapping[str, str]

    def english(self, column: str) -> str | None:
        """The English name of a column; None if the program has none of that name."""
        key = column_key(column)
        plain = self._plain.get(key)
        if plain is not None:
            return plain
        for pattern, name in self._patterns:
            if match := pattern.fullmatch(key):
                return name.format_map(_as_written(match.groupdict(), column))
        return None

    @cached_property
    def keys(self) -> frozenset[str]:
        """All names without a place's or a number in them, made alike."""
        return frozenset(self._plain)

    @cached_property
    def _plain(self) -> dict[str, str]:
        return {key: name for name, key in self._all if "{" not in name}

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        return [
            (
                re.compile(
                    re.escape(key)
                    .replace(r"\{n\}", r"(?P<n>\d{1,3})")
                    .replace(r"\{store\}", r"(?P<store>.+)")
                ),
                name,
            )
            for name, key in self._all
            if "{" in name
        ]

    @property
    def _all(self) -> list[tuple[str, str]]:
        return [
            (name, column_key(word))
            for name, words in self.names.items()
            for word in (name, *words.split("|"))
            if word
        ]


def english_columns(columns: Sequence[str], headings: Headings) -> dict[str, str]:
    """Column to its English name; only those that have another one, and each name once."""
    taken = set(columns)
    renamed: dict[str, str] = {}
    for column in columns:
        name = headings.english(column)
        if name is not None and name not in taken:
            taken.add(name)
            renamed[column] = name
    return renamed


def in_english(table: RawTable, headings: Headings) -> RawTable:
    """The table with the names of its columns as the program's English export has them."""
    renamed = english_columns(table.columns, headings)
    if not renamed:
        return table
    names = {column: renamed.get(column, column) for column in table.columns}
    rows = tuple(RawRow(row.number, {names[c]: text for c, text in row.cells.items()}) for row in table.rows)
    return RawTable(tuple(names.values()), rows, table.skipped, table.remarks, table.notes)


def _as_written(found: Mapping[str, str], column: str) -> dict[str, str]:
    """A place's name with its capital letters again, as far as the column has it."""
    at = {name: column.casefold().rfind(text) for name, text in found.items()}
    return {
        name: column[at[name] : at[name] + len(text)] if at[name] >= 0 else text
        for name, text in found.items()
    }
