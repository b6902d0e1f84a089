"""The demo shop, made when it is first asked for: drawn, then imported as any merchant's table is."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from core import paths
from core.atomic_files import write_atomically
from core.catalog.photos.photos import PhotoKind
from core.errors import KnownError
from core.ingest.photo_table import add_photos, read_photo_table
from core.ingest.table import import_table
from core.messages import message
from core.progress import ReportProgress, ignore_progress
from core.shop.opening import open_shop
from demo_drawing.build import DemoFiles, build_demo_files, finished_demo_files

_PICTURES = "pictures"
_FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class DemoShop:
    """Where the demo shop lies, and the files that it was made of."""

    shop: Path
    files: DemoFiles


def ensure_demo_shop(progress: ReportProgress = ignore_progress) -> DemoShop:
    """The demo shop; made in some seconds if it is not there, and anew for a version that draws another.

    Killed at any moment, the next call goes on where it stopped.

    Raises:
        KnownError: it cannot be written.
        Cancelled: ``progress`` asked to stop.
    """
    shop_folder = paths.demo_shop()
    home = shop_folder.parent
    mark = home / _FINISHED
    try:
        home.mkdir(parents=True, exist_ok=True)
        files = finished_demo_files(home / _PICTURES)
        if files is None:
            mark.unlink(missing_ok=True)
            shutil.rmtree(shop_folder, ignore_errors=True)
            files = build_demo_files(home / _PICTURES, progress)
        if not mark.exists():
            with open_shop(shop_folder, create=True) as shop:
                import_table(shop, files.catalog, progress=progress)
                add_photos(shop, files.more_photos, kind=PhotoKind.CATALOG, progress=progress)
            write_atomically(mark, b"")
    except OSError as error:
        raise KnownError(
            message("core", "The demo shop cannot be made in {folder} ({reason})."),
            folder=home,
            reason=error.strerror or type(error).__name__,
        ) from error
    return DemoShop(shop_folder, files)


def demo_counter_photos(count: int) -> tuple[Path, ...]:
    """Some of the demo shop's counter photos to search with, spread over its products; none if not made."""
    files = finished_demo_files(paths.demo_shop().parent / _PICTURES)
    if files is None:
        return ()
    photos = read_photo_table(files.counter_photos).photos
    step = max(1, len(photos) // max(1, count))
    return tuple(photo.path for photo in photos[::step][:count])
