"""The demo shop: it ships finished, and is unpacked into the user's own folder when it is first asked for.

It is drawn and packed at set-up and at packaging time, by ``tools/draw_demo.py``.
"""

import shutil
import tempfile
import zipfile
from pathlib import Path

from filelock import FileLock

from core import paths
from core.errors import KnownError
from core.files.atomic import sync_folder
from core.files.hostile import UNREADABLE_ZIP
from core.ingest.photo_table import read_photo_table
from core.messages import message

_VERSION = "demo.json"
"""A file in the shop that tells one version of the demo from another."""
_LOCK = ".lock"


def ensure_demo_shop() -> Path:
    """The folder of the demo shop; unpacked if it is not there, and anew if the program brings another one.

    It appears whole, by a rename: killed at any moment, the next call starts anew.

    Raises:
        KnownError: it cannot be written, or is not in the program.
    """
    shop, packed = paths.demo_shop(), paths.finished_demo() / "shop.zip"
    try:
        with zipfile.ZipFile(packed) as archive:
            version = archive.read(_VERSION)
            if not _is_there(shop, version):
                shop.parent.mkdir(parents=True, exist_ok=True)
                with FileLock(shop.parent / _LOCK):  # two windows that are started at the same time
                    if not _is_there(shop, version):
                        _unpack(archive, shop)
    except OSError as error:
        if not packed.is_file():
            raise _not_in_the_program(packed) from error
        raise KnownError(
            message("core", "The demo shop cannot be made in {folder} ({reason})."),
            folder=shop.parent,
            reason=error.strerror or type(error).__name__,
        ) from error
    except UNREADABLE_ZIP as error:
        raise _not_in_the_program(packed) from error
    return shop


def demo_counter_photos(count: int) -> tuple[Path, ...]:
    """Some of the demo shop's counter photos to search with, spread over its products.

    Raises:
        KnownError: they are not in the program.
    """
    photos = read_photo_table(paths.finished_demo() / "counter_photos.csv").photos
    step = max(1, len(photos) // max(1, count))
    return tuple(photo.path for photo in photos[::step][:count])


def _is_there(shop: Path, version: bytes) -> bool:
    place = shop / _VERSION
    return place.exists() and place.read_bytes() == version


def _unpack(archive: zipfile.ZipFile, shop: Path) -> None:
    """Put the shop in its place, and remove what older versions and killed starts left beside it."""
    home = shop.parent
    with tempfile.TemporaryDirectory(dir=home, prefix=".unpacking-") as scratch:
        new = Path(scratch) / shop.name
        archive.extractall(new)
        for old in home.iterdir():
            if old.is_dir() and old != new.parent:
                shutil.rmtree(old)
            elif old.is_file() and old.name != _LOCK:
                old.unlink()
        new.rename(shop)
    sync_folder(home)


def _not_in_the_program(packed: Path) -> KnownError:
    return KnownError(
        message(
            "core",
            "The finished demo shop {file} is missing or damaged. Install the program again; where it runs "
            "from its source, run the set-up (make setup) again.",
        ),
        file=packed,
    )
