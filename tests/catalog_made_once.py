"""A new catalog as the file of one made before: its tables take longer than most tests that want one.

What is copied was made by the real thing, in this process; other processes, and the tests of how a catalog is
made (tests/core/catalog/database), make theirs. Where a copy cannot be written the real thing says so.
"""

import functools
import tempfile
from pathlib import Path

import pytest

from core.catalog.database import catalog as opened_catalog
from core.catalog.database.backup_files import backup_files
from core.catalog.database.catalog import Catalog
from core.catalog.database.upgrade import upgrade


def upgrade_of_a_copy(catalog: Catalog) -> None:
    """As :func:`core.catalog.database.upgrade.upgrade`, on a copy where there is no file yet."""
    path = catalog.path
    if not (catalog.read_only or path.exists() or backup_files(path)):
        _copy_to(path)
    upgrade(catalog)


def _copy_to(path: Path) -> None:
    """Unless somebody else makes it at this moment."""
    try:
        with path.open("xb") as file:
            file.write(_made())
    except FileExistsError:
        pass
    except OSError:
        path.unlink(missing_ok=True)


@functools.cache
def _made() -> bytes:
    """The file of a new catalog."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(opened_catalog, "upgrade", upgrade)
        path = Path(folder) / "catalog.db"
        Catalog(path).close()
        return path.read_bytes()
