"""What a catalog of ours is made of, so that a stranger's instructions in it are seen before they run.

Triggers, views, expressions in indexes and columns, checks and virtual tables are SQL that SQLite runs by
itself, inside of our own statements and its checks: one from elsewhere could change what is read, take all
memory, or never end. So a catalog is compared with what our migrations make, word for word, before anything
in it is asked for (https://www.sqlite.org/security.html). A newer version of the program may add tables and
indexes that say nothing of the kind.
"""

import contextlib
import functools
import hashlib
import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import sqlite_utils
from sqlite_utils.migrations import Migrations

from core.catalog.barcodes.written import code_keys
from core.catalog.database.change_ids import change_id, ticked, undoing_id
from core.catalog.database.schema.capture import begin_capture
from core.catalog.database.schema.steps import MAJOR, STEPS
from core.catalog.database.scripts import ScriptDatabase
from core.catalog.database.tokens import sku_key, words

_MOST_PARTS = 2000
"""Tables, indexes, triggers and views that are looked at: ours are about eighty."""
_MOST_WORDS = 20_000
"""Bytes of one part's SQL that are looked at; ours have at most 1,500."""

_PLAIN_TABLE = re.compile(rb"CREATE TABLE [^(]+\(.*\)[\w\s,]*", re.IGNORECASE | re.DOTALL)
_PLAIN_INDEX = re.compile(
    rb"CREATE (UNIQUE )?INDEX [^()]+\sON\s[^()]+\([\s\w,\"]*\)", re.IGNORECASE | re.DOTALL
)
_PLAIN_COLUMNS = re.compile(rb"(\s*,[\s\w\"']+)+")
_RUNS = re.compile(rb"\b(CHECK|GENERATED|AS|COLLATE|SELECT|VIRTUAL)\b|\bDEFAULT\s*\(", re.IGNORECASE)
_SQLITES_OWN = re.compile(rb"sqlite_(autoindex_.*|sequence|stat[14])")
_WORDED_BY_LIBRARIES = re.compile(rb"_sqlite_migrations|idx__sqlite_migrations|product_text_")
"""What keeps account of the migrations, and what FTS5 keeps: another version of them may word it anew."""


_HUB = b"hub_state"

NEWEST = frozenset(
    {
        "73e9ce3b39b941709e07d896cf19658e6e07aecf8efb89ecdc5528aa412c9fa2",
        "e1e33365b32b984abcb6abd8f8e415d7d9b939bf53f0563ce82b5ad05be43f3c",
    }
)
"""Digests of what the last migration leaves, of a shop on its own and of one that is joined to a hub.

A catalog with one of them needs no comparison word for word, for which all migrations are run in memory. The
test of this module says the digests that a further migration makes."""


class Part(NamedTuple):
    """One row of ``sqlite_schema``. As bytes: what a stranger wrote, or a disk damaged, need not be text."""

    kind: bytes
    name: bytes
    sql: bytes


def add_functions(connection: sqlite3.Connection) -> None:
    """Give a connection the functions that the catalog's triggers and views call."""
    connection.create_function("snapshelf_words", 1, words, deterministic=True)
    connection.create_function("snapshelf_sku_key", 1, sku_key, deterministic=True)
    connection.create_function("snapshelf_code_keys", 1, _code_keys, deterministic=True)
    connection.create_function("snapshelf_ticked", 1, ticked)
    connection.create_function("snapshelf_change_id", 1, change_id)
    connection.create_function("snapshelf_undoing_id", 2, _undoing_id)


def _code_keys(barcode: str) -> str:
    return json.dumps(code_keys(barcode))


def _undoing_id(undone: str | None, clock: int) -> str | None:
    return None if undone is None else undoing_id(undone, clock)


class OwnSchema:
    """The tables, indexes, triggers and views that are there after any of ``steps``, in a shop on its own
    or joined to a hub.

    Attributes:
        newest: what is there after the last step, alone and joined.
    """

    def __init__(self, steps: Iterable[Callable[[sqlite_utils.Database], None]]) -> None:
        self._parts: set[Part] = set()
        self._tables: list[set[bytes]] = []
        with contextlib.closing(sqlite3.connect(":memory:")) as connection:
            add_functions(connection)
            database = ScriptDatabase(connection, execute_plugins=False)
            Migrations("snapshelf").ensure_migrations_table(database)
            for apply in steps:
                apply(database)
                parts = _parts(connection)
                self._parts |= set(parts)
                self._tables.append(_tables(parts))
            self.newest = [_parts(connection)]
            if self._tables and _HUB in self._tables[-1]:
                begin_capture(connection)
                self.newest.append(_parts(connection))
                self._parts |= set(self.newest[-1])

    def foreign_part(self, connection: sqlite3.Connection) -> str | None:
        """The name of the first part that is none of ours; None if there is none."""
        is_newer = self.is_older_than(connection)
        for part in _parts(connection):
            is_known = part in self._parts or _is_of_libraries(part)
            if not (is_known or (is_newer and self._may_follow(part))):
                return part.name.decode(errors="replace")
        return None

    def is_older_than(self, connection: sqlite3.Connection) -> bool:
        """Whether the catalog says that a newer version than this one made it."""
        return _version(connection) > MAJOR * 1000 + len(self._tables)

    def _may_follow(self, part: Part) -> bool:
        """Whether a newer version may have added this part, or columns to this table of ours."""
        ours = [own for own in self._parts if own.name == part.name]
        return any(_adds_columns(own, part) for own in ours) if ours else is_plain(part)

    def lacks_tables(self, connection: sqlite3.Connection) -> bool:
        """Whether a table is missing that the catalog's version has."""
        number = min(_version(connection) % 1000, len(self._tables))
        return number > 0 and not self._tables[number - 1] <= _tables(_parts(connection))


def is_newest(connection: sqlite3.Connection) -> bool:
    """Whether a catalog is what the last migration leaves: nothing is missing, nothing is a stranger's."""
    return _version(connection) == STEPS[-1].version and digest(_parts(connection)) in NEWEST


def digest(parts: Sequence[Part]) -> str:
    """SHA-256, in hex, of parts by name; of what libraries word, of the tables' names."""
    ours = [tuple(part) for part in parts if not _is_of_libraries(part)]
    theirs = sorted(name for name in _tables(parts) if _WORDED_BY_LIBRARIES.match(name))
    return hashlib.sha256(repr((STEPS[-1].version, ours, theirs)).encode()).hexdigest()


def _is_of_libraries(part: Part) -> bool:
    """Whether SQLite or a library has made it, and it runs nothing."""
    if _SQLITES_OWN.fullmatch(part.name):
        return not part.sql or is_plain(part)
    return _WORDED_BY_LIBRARIES.match(part.name) is not None and is_plain(part)


def is_plain(part: Part) -> bool:
    """Whether SQLite runs nothing for this part's sake: a table of columns, or an index of some of them."""
    form = {b"table": _PLAIN_TABLE, b"index": _PLAIN_INDEX}.get(part.kind)
    return form is not None and form.fullmatch(part.sql) is not None and not _RUNS.search(part.sql)


def _adds_columns(own: Part, part: Part) -> bool:
    """Whether ``part`` is the table ``own`` with plain columns added, as ALTER TABLE does it."""
    rest = own.sql.rfind(b")")
    added = part.sql[rest : len(part.sql) - len(own.sql) + rest]
    return (
        own.kind == part.kind == b"table"
        and part.sql[:rest] + part.sql[rest + len(added) :] == own.sql
        and _PLAIN_COLUMNS.fullmatch(added) is not None
        and not _RUNS.search(added)
    )


@functools.cache
def own_schema() -> OwnSchema:
    """The schema that this program's own migrations make."""
    return OwnSchema(step.apply for step in STEPS)


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _parts(connection: sqlite3.Connection) -> list[Part]:
    """The parts of a catalog, by name; the SQL of a part that is too long is cut, and so none of ours."""
    query = (
        "SELECT CAST(type AS BLOB), CAST(name AS BLOB), CAST(substr(coalesce(sql, ''), 1, ?) AS BLOB)"
        " FROM sqlite_schema ORDER BY name LIMIT ?"
    )
    rows = connection.execute(query, [_MOST_WORDS, _MOST_PARTS]).fetchall()
    return [Part(bytes(kind), bytes(name), bytes(sql)) for kind, name, sql in rows]


def _tables(parts: Iterable[Part]) -> set[bytes]:
    return {part.name for part in parts if part.kind == b"table"}
