"""A database in which nothing is yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlite_utils

from core.catalog.database.schema.own_schema import add_functions


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite_utils.Database]:
    database = sqlite_utils.Database(tmp_path / "old.db")
    add_functions(database.conn)
    database.execute("PRAGMA foreign_keys = ON")
    yield database
    database.close()
