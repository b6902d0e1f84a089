"""Makes a finished shop of the drawn demo, in the form in which it is shipped and unpacked.

The shop is made by the ordinary import, so that the demo proves the path that merchants take. Two makings
give the same bytes, since a package must be reproducible: the catalog's moments are settled, the archive
tells no times. What a shop makes again by itself (thumbnails, the index) is left out.
"""

import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

from core.catalog.edits.edit_log import forget_steps
from core.catalog.photos.photos import PhotoKind
from core.ingest.photo_table import add_photos
from core.ingest.table import import_table
from core.shop.opening import CATALOG_FILE, open_shop
from demo_drawing.build import DEMO_VERSION, DemoFiles

_MOMENT = "2026-01-01T00:00:00.000Z"
_MOMENTS = (
    ("_sqlite_migrations", "applied_at"),
    ("products", "created"),
    ("products", "updated"),
    ("photos", "added"),
    ("stock_movements", "moved"),
)
_GUARDS = ("stock_movement_stays", "photo_log_stays", "photo_log_is_kept")
_OWN_LOG = ("photo_log", "photo_log_heads")
"""What each shop writes and signs for itself."""


def finish_demo(files: DemoFiles, target: Path) -> None:
    """Make ``shop.zip`` in the folder ``target``, and put the counter photos with their table beside it.

    Raises:
        KnownError: the network cannot be loaded, or the disk is full.
    """
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "shop"
        with open_shop(folder, create=True, device="cpu") as shop:
            import_table(shop, files.catalog)
            add_photos(shop, files.more_photos, kind=PhotoKind.CATALOG)
            forget_steps(shop.catalog)
        settled = Path(scratch) / CATALOG_FILE
        _settle(folder / CATALOG_FILE, settled)
        (folder / "demo.json").write_text(f'{{"version": {DEMO_VERSION}}}\n', encoding="utf-8")
        members = [folder / "demo.json", settled, *sorted((folder / "photos").rglob("*.jpg"))]
        with zipfile.ZipFile(target / "shop.zip", "w") as archive:
            for file in members:
                place = file.relative_to(settled.parent if file == settled else folder)
                archive.writestr(_member(place), file.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    shutil.copy(files.counter_photos, target)
    shutil.copytree(files.counter_photos.parent / "counter-photos", target / "counter-photos")


def _member(place: Path) -> zipfile.ZipInfo:
    """A file of the archive that tells nothing of when and on what system it was made."""
    member = zipfile.ZipInfo(place.as_posix())
    member.create_system = 3
    member.external_attr = 0o644 << 16
    return member


def _settle(catalog: Path, target: Path) -> None:
    """Write the catalog to ``target`` with one moment in place of every other."""
    with closing(sqlite3.connect(catalog, isolation_level=None)) as connection:
        # They forbid any change of a stock movement or of a line of the log, and are put back.
        guards = []
        for name in _GUARDS:
            found = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
            guards.append(found[0])
            connection.execute(f"DROP TRIGGER {name}")
        for table in _OWN_LOG:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608  (named above)
        connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (_OWN_LOG[0],))
        for table, column in _MOMENTS:
            connection.execute(f"UPDATE {table} SET {column} = ?", (_MOMENT,))  # noqa: S608  (named above)
        for guard in guards:
            connection.execute(guard)
        connection.execute("VACUUM INTO ?", (str(target),))
