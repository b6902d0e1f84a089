"""A catalog of the newest form is known by a digest; any other is compared word for word."""

import sqlite3
from pathlib import Path

import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.database.schema.own_schema import NEWEST, digest, is_newest, own_schema


def test_the_digests_are_those_of_the_last_migration() -> None:
    assert {digest(parts) for parts in own_schema().newest} == NEWEST, "put these digests into NEWEST"


def test_a_catalog_that_we_made_is_known(tmp_path: Path) -> None:
    with Catalog(tmp_path / "catalog.db") as catalog:
        assert is_newest(catalog.db.conn)


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TRIGGER theirs AFTER INSERT ON products BEGIN SELECT 1; END",
        "CREATE TABLE sqlite (a CHECK (a > 1))",
        "CREATE VIEW product_text_theirs AS SELECT 1",
        "DROP TABLE edit_changes",
        "DROP TABLE _sqlite_migrations",
        "PRAGMA user_version = 2001",
    ],
    ids=["trigger", "check", "view", "missing", "no account", "older"],
)
def test_one_that_differs_is_not(tmp_path: Path, change: str) -> None:
    path = tmp_path / "catalog.db"
    Catalog(path).close()
    connection = sqlite3.connect(path)
    connection.execute(change)
    assert not is_newest(connection)
    connection.close()
