"""A real catalog in a file that is thrown away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalog.database import Catalog


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    """A new catalog in a folder of its own."""
    folder = tmp_path / "shop"
    folder.mkdir()
    with Catalog(folder / "catalog.db") as opened:
        yield opened
