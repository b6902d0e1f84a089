"""The words on a shop's photos, each read once, while nobody asks for anything else.

First those that products are found by; then, of products that these show to have something written on them,
some counter photos, which pictures are compared with.

The window reads one photo after the other while it has nothing to do (:func:`read_labels_in_advance`). The
command line, which has no while, reads after photos came (:func:`read_labels`), up to a number: the window
reads the rest, or the next command that brings photos.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.counter_writing import counter_photos_to_read, store_counter_writing
from core.catalog.photos.label_words import (
    label_of_photo,
    label_of_same_picture,
    photos_to_read,
    store_label,
)
from core.catalog.photos.photos import Photo, photos_by_ids
from core.catalog.products.products import ranges_of_products
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.imaging.query_looks import QUERY_SIDE
from core.label.lines import Line
from core.label.same_writing import placed
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

MOST_AT_ONCE = 300
"""Photos: a minute or two of a command's time."""

_PRODUCTS_AT_ONCE = 5_000
"""Whose counter photos are chosen from in one go: a tenth of a second, in which a search would wait."""

_STAGE = message("core", "Reading packages")


def read_labels(shop: Shop, progress: ReportProgress = ignore_progress, *, most: int = MOST_AT_ONCE) -> None:
    """Read the photos that nobody has read yet, at most so many, and let searches pass.

    Raises:
        Cancelled: ``progress`` asked to stop; what was read stays.
    """
    for kind in _KINDS:
        for unread in kind.to_read(shop):
            ids = unread[: max(0, most)]
            most -= len(ids)
            for done, photo in enumerate(photos_by_ids(shop.catalog, ids.tolist())):
                report(progress, _STAGE, done, len(ids))
                kind.read(shop, photo)
            if len(ids):
                report(progress, _STAGE, len(ids), len(ids))


def read_labels_in_advance(shop: Shop) -> Iterator[None]:
    """Read one photo a step, of all that nobody has read yet."""
    for kind in _KINDS:
        for number, ids in enumerate(kind.to_read(shop)):
            if number:
                yield  # of a hundred thousand products each part takes a while to choose
            for start in range(0, len(ids), MOST_AT_ONCE):
                for photo in photos_by_ids(shop.catalog, ids[start : start + MOST_AT_ONCE].tolist()):
                    kind.read(shop, photo)
                    yield


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


def _read_counter_photo(shop: Shop, photo: Photo) -> None:
    """What is written on a photo and where; on one that cannot be opened nothing, or it would be tried for
    ever in the place of another.
    """
    reader, texts = shop.label_reader, []
    with contextlib.suppress(KnownError):
        picture = decode_file(shop.files.path(photo.sha256), max_side=QUERY_SIDE)
        texts = placed(reader.read(picture), picture.size)
    if reader.problem is None:
        store_counter_writing(shop.catalog, photo.id, reader.name, texts)


def _by_which_products_are_found(shop: Shop) -> Iterator[NDArray[np.int64]]:
    yield photos_to_read(shop.catalog, shop.label_reader.name)


def _on_the_counter(shop: Shop) -> Iterator[NDArray[np.int64]]:
    for products in ranges_of_products(shop.catalog, _PRODUCTS_AT_ONCE):
        yield counter_photos_to_read(shop.catalog, shop.label_reader.name, products)


@dataclass(frozen=True, slots=True)
class _Kind:
    """Photos that are read: the ids of those that nobody has read yet, in parts, and how one is read."""

    unread: Callable[[Shop], Iterator[NDArray[np.int64]]]
    read_one: Callable[[Shop, Photo], object]

    def to_read(self, shop: Shop) -> Iterator[NDArray[np.int64]]:
        """The parts; none where nothing can be read or kept."""
        if shop.label_reader.problem is None and shop.writable:
            yield from self.unread(shop)

    def read(self, shop: Shop, photo: Photo) -> None:
        """Read one when no search is under way."""
        shop.right_of_way.give_way()
        with contextlib.suppress(KnownError):  # `check` names the damaged files
            self.read_one(shop, photo)


_KINDS = (_Kind(_by_which_products_are_found, read_label), _Kind(_on_the_counter, _read_counter_photo))
"""First what products are found by, which says on which of them anything is written."""
