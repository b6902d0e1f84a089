"""Here catalogs are made: none is the copy of one that was made before."""

import pytest

from core.catalog.database import catalog
from core.catalog.database.upgrade import upgrade


@pytest.fixture(autouse=True)
def really_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program make each catalog of these tests."""
    monkeypatch.setattr(catalog, "upgrade", upgrade)
