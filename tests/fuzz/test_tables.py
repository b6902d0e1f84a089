"""Whatever is in a table, it gives products with an SKU each or is refused with a sentence."""

import contextlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from core.catalog.tables.rows import MOST_BYTES
from core.errors import KnownError
from tests.fuzz.bombs import Bomb
from tests.fuzz.doors import read_table
from tests.fuzz.honest_giants import honest_giants
from tests.fuzz.table_bombs import table_bombs
from tests.fuzz.table_strategies import tables

SMALL = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
LARGE = settings(SMALL, max_examples=50_000)


def is_read_or_refused(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(KnownError):
        read_table(data, Path(folder))


@given(tables())
@SMALL
def test_a_table_that_lies_is_read_or_refused(data: bytes) -> None:
    is_read_or_refused(data)


@pytest.mark.long
@pytest.mark.timeout(7200)
@given(tables())
@LARGE
def test_so_are_fifty_thousand(data: bytes) -> None:
    is_read_or_refused(data)


@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("bomb", list(table_bombs()), ids=lambda bomb: bomb.name)
def test_a_bomb_is_read_or_refused(bomb: Bomb) -> None:
    """What it costs is told by benchmarks/bombs.py."""
    data = bomb.build()
    assert len(data) <= MOST_BYTES, "it would be refused for its size alone, which proves nothing"
    is_read_or_refused(data)


@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.parametrize(
    "giant", [giant for giant in honest_giants() if giant.door == "tables"], ids=lambda giant: giant.name
)
def test_the_largest_honest_tables_are_read(giant: Bomb) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read_table(giant.build(), Path(folder))
