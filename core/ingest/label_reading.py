"""The words on a shop's photos, each read once, while nobody asks for anything else.

The window reads one photo after the other while it has nothing to do (:func:`read_labels_in_advance`). The
command line, which has no while, reads after photos came (:func:`read_labels`), up to a number: the window
reads the rest, or the next command that brings photos.
"""

import contextlib
from collections.abc import Iterator

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
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

MOST_AT_ONCE = 300
"""Photos: a minute or two of a command's time."""

_STAGE = message("core", "Reading packages")


def read_labels(shop: Shop, progress: ReportProgress = ignore_progress, *, most: int = MOST_AT_ONCE) -> None:
    """Read the photos that nobody has read yet, at most so many, and let searches pass.

    Raises:
        Cancelled: ``progress`` asked to stop; what was read stays.
    """
    photos = _to_read(shop)[:most]
    for done, photo in enumerate(photos):
        report(progress, _STAGE, done, len(photos))
        _read(shop, photo)
    if photos:
        report(progress, _STAGE, len(photos), len(photos))


def read_labels_in_advance(shop: Shop) -> Iterator[None]:
    """Read one photo a step, of all that nobody has read yet."""
    for photo in _to_read(shop):
        _read(shop, photo)
        yield


def _to_read(shop: Shop) -> list[Photo]:
    if shop.label_reader.problem is not None or not shop.writable:
        return []
    return photos_by_ids(shop.catalog, photos_to_read(shop.catalog, shop.label_reader.name).tolist())


def _read(shop: Shop, photo: Photo) -> None:
    shop.right_of_way.give_way()
    with contextlib.suppress(KnownError):  # `check` names the damaged files
        read_label(shop, photo)


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
