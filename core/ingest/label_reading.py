"""The words on a shop's photos, each read once, while nobody asks for anything else.

First those that products are found by; then, of products that these show to have something written on them,
some counter photos, which pictures are compared with.

The window reads one photo after the other while it has nothing to do (:func:`read_labels_in_advance`). The
command line, which has no while, reads after photos came (:func:`read_labels`), up to a number: the window
reads the rest, or the next command that brings photos.
"""

import contextlib
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.photos.counter_writing import counter_photos_to_read, store_counter_writing
from core.catalog.photos.label_words import (
    label_of_photo,
    label_of_same_picture,
    photos_to_read,
    store_label,
)
from core.catalog.photos.photos import Photo, photos_by_ids
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.imaging.query_looks import QUERY_SIDE
from core.label.lines import Line
from core.label.same_writing import placed
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

Choose = Callable[[Catalog, str], NDArray[np.int64]]
"""Which photos of a catalog a reader is to read, by their ids."""

MOST_AT_ONCE = 300
"""Photos: a minute or two of a command's time."""

_STAGE = message("core", "Reading packages")


def read_labels(shop: Shop, progress: ReportProgress = ignore_progress, *, most: int = MOST_AT_ONCE) -> None:
    """Read the photos that nobody has read yet, at most so many, and let searches pass.

    Raises:
        Cancelled: ``progress`` asked to stop; what was read stays.
    """
    for chosen in (photos_to_read, counter_photos_to_read):
        photos = _to_read(shop, chosen)[:most]
        most -= len(photos)
        for done, photo in enumerate(photos):
            report(progress, _STAGE, done, len(photos))
            _read(shop, photo, chosen)
        if photos:
            report(progress, _STAGE, len(photos), len(photos))


def read_labels_in_advance(shop: Shop) -> Iterator[None]:
    """Read one photo a step, of all that nobody has read yet."""
    for chosen in (photos_to_read, counter_photos_to_read):
        for photo in _to_read(shop, chosen):
            _read(shop, photo, chosen)
            yield


def _to_read(shop: Shop, chosen: Choose) -> list[Photo]:
    if shop.label_reader.problem is not None or not shop.writable:
        return []
    return photos_by_ids(shop.catalog, chosen(shop.catalog, shop.label_reader.name).tolist())


def _read(shop: Shop, photo: Photo, chosen: Choose) -> None:
    shop.right_of_way.give_way()
    with contextlib.suppress(KnownError):  # `check` names the damaged files
        if chosen is photos_to_read:
            read_label(shop, photo)
        else:
            _read_counter_photo(shop, photo)


def _read_counter_photo(shop: Shop, photo: Photo) -> None:
    reader = shop.label_reader
    picture = decode_file(shop.files.path(photo.sha256), max_side=QUERY_SIDE)
    lines = reader.read(picture)
    if reader.problem is None:
        store_counter_writing(shop.catalog, photo.id, reader.name, placed(lines, picture.size))


def read_label(shop: Shop, photo: Photo) -> tuple[Line, ...]:
    """What is written on a photo, in pixels of a picture of :data:`QUERY_SIDE`; read now if nobody has yet.

    It is kept, unless the shop can only be read.

    Raises:
        KnownError: the photo cannot be opened.
    """
    reader = shop.label_reader
    lines = label_of_photo(shop.catalog, photo.id, reader.name)  # read since it was found to be unread
    if lines is not None:
        return lines
    lines = label_of_same_picture(shop.catalog, photo.id, reader.name)
    if lines is None:
        lines = reader.read(decode_file(shop.files.path(photo.sha256), max_side=QUERY_SIDE))
    if reader.problem is None and shop.writable:
        store_label(shop.catalog, photo.id, reader.name, lines)
    return lines
