"""What a catalog of ours is made of, so that instructions of a stranger's in it are seen before they run.

Triggers and views are SQL that SQLite runs by itself, inside of our own statements: one from elsewhere could
change what is read, or never end. So no version adds any without raising the major version, and a catalog
that holds others than ours is refused (https://www.sqlite.org/security.html).
"""

import contextlib
import functools
import sqlite3
from collections.abc import Callable, Iterable

import sqlite_utils

from core.catalog.database.schema.steps import STEPS
from core.catalog.database.tokens import sku_key, words


def add_functions(connection: sqlite3.Connection) -> None:
    """Give a connection the functions that the catalog's triggers and views call."""
    connection.create_function("snapshelf_words", 1, words, deterministic=True)
    connection.create_function("snapshelf_sku_key", 1, sku_key, deterministic=True)


class OwnSchema:
    """The tables that ``steps`` make, and the triggers and views that are there after any of them."""

    def __init__(self, steps: Iterable[Callable[[sqlite_utils.Database], None]]) -> None:
        self._instructions: set[tuple[bytes, bytes]] = set()
        with contextlib.closing(sqlite3.connect(":memory:")) as connection:
            add_functions(connection)
            database = sqlite_utils.Database(connection, execute_plugins=False)
            for apply in steps:
                apply(database)
                self._instructions |= set(_instructions(connection))
            self._tables = _tables(connection)

    def foreign_instruction(self, connection: sqlite3.Connection) -> str | None:
        """The name of a trigger or view that is none of ours; None if there is none."""
        found = sorted(set(_instructions(connection)) - self._instructions)
        return found[0][0].decode(errors="replace") if found else None

    def lacks_tables(self, connection: sqlite3.Connection) -> bool:
        """Whether a table is missing that the last step leaves."""
        return not self._tables <= _tables(connection)


@functools.cache
def own_schema() -> OwnSchema:
    """The schema that this program's own migrations make."""
    return OwnSchema(step.apply for step in STEPS)


def _instructions(connection: sqlite3.Connection) -> list[tuple[bytes, bytes]]:
    """As bytes: what a stranger wrote, or a disk damaged, need not be text."""
    query = (
        "SELECT CAST(name AS BLOB), CAST(coalesce(sql, '') AS BLOB) FROM sqlite_schema"
        " WHERE type IN ('trigger', 'view')"
    )
    return [(bytes(name), bytes(sql)) for name, sql in connection.execute(query).fetchall()]


def _tables(connection: sqlite3.Connection) -> set[bytes]:
    query = "SELECT CAST(name AS BLOB) FROM sqlite_schema WHERE type = 'table'"
    return {bytes(name) for (name,) in connection.execute(query).fetchall()}
