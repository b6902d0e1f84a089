"""The kept pictures of a shop's unlabelled photos: apart from its products', so that none is ever shown,
exported or sold as one, and all can be forgotten by deleting one folder."""

import contextlib

from PIL import Image

from core.errors import KnownError
from core.files.atomic import make_folder
from core.imaging.photo_files import PhotoFiles, StoredPhoto
from core.messages import message
from core.shop.shop import Shop

FOLDER = "unlabelled"


def unlabelled_files(shop: Shop) -> PhotoFiles:
    """Where they lie, each under the hash that the catalog names."""
    return PhotoFiles(shop.place(FOLDER), shop.catalog.require_in_place, with_thumbnails=False)


def unlabelled_bytes(shop: Shop) -> int:
    """What they take on the disk."""
    size = 0
    for path in shop.place(FOLDER).rglob("*.jpg"):
        with contextlib.suppress(OSError):  # gone meanwhile
            size += path.stat().st_size
    return size


def keep_unlabelled(shop: Shop, image: Image.Image) -> StoredPhoto:
    """Keep an upright RGB picture; on return it is safe on the disk.

    Raises:
        KnownError: the disk is full, or the folder cannot be written or has gone.
    """
    shop.catalog.require_in_place()
    folder = shop.place(FOLDER)
    try:
        make_folder(folder)
    except OSError as error:
        raise KnownError(
            message("core", "The folder {folder} cannot be made or read ({reason})."),
            folder=folder,
            reason=error.strerror or type(error).__name__,
        ) from error
    return unlabelled_files(shop).add(image)
