"""A folder of pictures as products: a sub-folder is a category, a file's name is the title.

Two pictures that differ in their ending only (``mug.jpg``, ``mug.png``) are photos of one product. What is
passed over is told: each picture of a kind that cannot be opened, and how many other files there are.
"""

import re
from collections import Counter
from pathlib import Path

from core.catalog.photos.photos import PhotoKind
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.catalog.tables.rows import Skipped
from core.errors import KnownError
from core.files.below import files_below
from core.imaging.picture_kinds import CANNOT_OPEN, OTHER_PICTURE_ENDINGS, PICTURE_ENDINGS
from core.ingest.photo_kinds import with_kinds
from core.ingest.product_import import ImportReport, import_entries
from core.messages import Sentence, message
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop

CATEGORY_SEPARATOR = " / "
NO_PICTURES = message(
    "core", "There are no pictures in {folder}. Choose a folder with JPEG, PNG or WebP files."
)
_SYSTEM_FILES = frozenset({"Thumbs.db", "desktop.ini", "Icon\r"})
"""What file managers leave in folders; nobody misses them."""


def import_folder(
    shop: Shop,
    folder: Path,
    *,
    kind: PhotoKind | None = None,
    who: str = "",
    progress: ReportProgress = ignore_progress,
) -> ImportReport:
    """Import the pictures in ``folder``; doing it again finds the same products.

    Args:
        kind: what they show; None to go by what the files tell.

    Raises:
        KnownError: it holds no pictures or cannot be read; or as
            :func:`core.ingest.product_import.import_entries`.
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    photos = with_kinds(folder_entries(folder), kind, is_stated=False)
    return import_entries(
        shop,
        photos.entries,
        skipped=passed_over(folder),
        notes=photos.notes,
        about=folder.name,
        who=who,
        progress=progress,
    )


def folder_entries(folder: Path) -> list[Entry]:
    """The products that ``folder`` holds, sorted by path; links that leave it are not followed.

    The SKU is the path without its ending, so that importing the folder again finds the same products.

    Raises:
        KnownError: it holds no pictures, or cannot be read.
    """
    products: dict[str, list[Path]] = {}
    for path in sorted(files_below(folder, PICTURE_ENDINGS)):
        inner = path.relative_to(folder)
        products.setdefault(inner.with_suffix("").as_posix(), []).append(path)
    if not products:
        raise KnownError(NO_PICTURES, folder=folder)
    return [_entry(folder, name, paths) for name, paths in products.items()]


def passed_over(folder: Path) -> list[Skipped]:
    """What is in ``folder`` beside the pictures that we read.

    Each picture of another kind by its name; all other files counted by their ending.

    Raises:
        KnownError: it cannot be read.
    """
    pictures: list[Skipped] = []
    others: Counter[str] = Counter()
    for path in sorted(files_below(folder)):
        ending = path.suffix.lower()
        if ending in OTHER_PICTURE_ENDINGS:
            pictures.append(Skipped(path.relative_to(folder).as_posix(), Sentence(CANNOT_OPEN)))
        elif ending not in PICTURE_ENDINGS and path.name not in _SYSTEM_FILES:
            others[f"*{ending}" if ending else path.name] += 1
    no_picture = message("core", "Passed over, as no pictures: {count} files.")
    return [
        *pictures,
        *(Skipped(kind, Sentence(no_picture, {"count": count})) for kind, count in sorted(others.items())),
    ]


def _entry(folder: Path, name: str, paths: list[Path]) -> Entry:
    *categories, stem = name.split("/")
    draft = ProductDraft(
        sku=name, title=_readable(stem), category=CATEGORY_SEPARATOR.join(map(_readable, categories))
    )
    photos = tuple(PhotoSource(path, path.relative_to(folder).as_posix()) for path in paths)
    return Entry(row=photos[0].name, draft=draft, photos=photos, only_with_photo=True)


def _readable(name: str) -> str:
    """``green-tea_50g`` as ``green tea 50g``."""
    return re.sub(r"[-_\s]+", " ", name).strip() or name
