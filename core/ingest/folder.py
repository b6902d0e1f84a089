"""A folder of pictures as products: a sub-folder is a category, a file's name is the title.

Two pictures that differ in their ending only (``mug.jpg``, ``mug.png``) are photos of one product.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from core.catalog.products.products import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.errors import KnownError
from core.imaging.decode import FILE_PATTERNS
from core.messages import message

CATEGORY_SEPARATOR = " / "


def folder_entries(folder: Path) -> list[Entry]:
    """The products that ``folder`` holds, sorted by path; links that leave it are not followed.

    The SKU is the path without its ending, so that importing the folder again finds the same products.

    Raises:
        KnownError: it holds no pictures, or cannot be read.
    """
    products: dict[str, list[Path]] = {}
    for path in sorted(files_below(folder, FILE_PATTERNS)):
        inner = path.relative_to(folder)
        products.setdefault(inner.with_suffix("").as_posix(), []).append(path)
    if not products:
        raise KnownError(
            message(
                "core", "There are no pictures in {folder}. Choose a folder with JPEG, PNG or WebP files."
            ),
            folder=folder,
        )
    return [_entry(folder, name, paths) for name, paths in products.items()]


def _entry(folder: Path, name: str, paths: list[Path]) -> Entry:
    *categories, stem = name.split("/")
    draft = ProductDraft(
        sku=name, title=_readable(stem), category=CATEGORY_SEPARATOR.join(map(_readable, categories))
    )
    photos = tuple(PhotoSource(path, path.relative_to(folder).as_posix()) for path in paths)
    return Entry(row=photos[0].name, draft=draft, photos=photos, only_with_photo=True)


def files_below(folder: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    """The files below ``folder`` with one of these lower-case endings; nothing hidden, and through no link.

    Raises:
        KnownError: a folder cannot be read.
    """

    def unreadable(error: OSError) -> None:
        raise KnownError(
            message("core", "The folder {folder} cannot be read ({reason})."),
            folder=error.filename,
            reason=error.strerror or type(error).__name__,
        ) from error

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(endings) and not name.startswith("."):
                yield Path(parent, name)


def _readable(name: str) -> str:
    """``green-tea_50g`` as ``green tea 50g``."""
    return re.sub(r"[-_\s]+", " ", name).strip() or name
