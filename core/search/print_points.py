"""The SIFT points of a shop's catalog photos, found once and kept in the shop's ``points`` folder.

They are found when a photo first is a candidate of a second look (core/search/witnesses/print.py), or before
that, while nobody asks (:func:`find_in_advance`). The folder can be deleted at any time; whoever searches may
add to it, also a program that does not hold the shop: each file is named after the photo's content and the
way in which its points were found, and appears whole or not at all.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL.Image import Image

from core.catalog.photos.photos import Photo, PhotoKind, live_photo_ids, photos_by_ids
from core.errors import KnownError
from core.files.arrays import as_archive, read_arrays
from core.files.atomic import write_atomically
from core.imaging.decode import decode_file
from core.print.sift import LENGTH, SIDE, Points, no_points, sift_points
from core.shop.shop import Shop

PHOTOS_A_PRODUCT = 2
"""So many of its photos are looked at: first the one that was found, then in their order."""

MOST_IN_ADVANCE = 2000
"""Photos. A shop of more would be busy for too long, and most of its products are never asked for."""

_SCALE = 255.0

_FORMAT = "2"
"""Part of the kept files' names: points found in another way do not match these."""


def looked_at(photos: Sequence[Photo], first: int | None = None) -> list[Photo]:
    """Those of a product's photos that a second look compares; ``first`` is the id of the one found."""
    return sorted(photos, key=lambda photo: (photo.id != first, photo.position))[:PHOTOS_A_PRODUCT]


def points_of(shop: Shop, sha256: str) -> Points:
    """The points of a photo of the shop; none of one that cannot be opened."""
    return points_of_picture(shop, sha256, lambda: decode_file(shop.files.path(sha256), max_side=2 * SIDE))


def points_of_picture(shop: Shop, sha256: str, picture: Callable[[], Image]) -> Points:
    """The points of a picture with this hash, which is opened by ``picture`` if they are not kept yet."""
    path = _path(shop, sha256)
    known = _read(path)
    if known is not None:
        return known
    try:
        points = sift_points(picture())
    except KnownError:  # `check` names the damaged files
        return no_points()
    small = np.rint(points.descriptors.astype(np.float32) * _SCALE).astype(np.uint8)
    with contextlib.suppress(OSError):  # they can be found again
        _write(path, points, small)
    # The same today as when they are read tomorrow.
    return Points(points.places, points.poses, _unpacked(small))


def find_in_advance(shop: Shop) -> Iterator[None]:
    """Find the points of one photo a step, of all that a second look may compare and nobody has yet.

    A small shop that has catalog photos alone; a larger one, or one with counter photos, is left alone.
    """
    ids = live_photo_ids(shop.catalog)
    if len(ids) > MOST_IN_ADVANCE:
        return
    photos = photos_by_ids(shop.catalog, ids.tolist())
    if any(photo.kind is PhotoKind.COUNTER for photo in photos):
        return
    products: dict[int, list[Photo]] = {}
    for photo in photos:
        products.setdefault(photo.product_id, []).append(photo)
    for own in products.values():
        for photo in looked_at(own):
            if not _path(shop, photo.sha256).exists():
                points_of(shop, photo.sha256)
                yield


def forget_points(shop: Shop, hashes: Iterable[str]) -> None:
    """Delete the points of photos that are gone; a file that cannot be deleted does no harm."""
    for sha256 in hashes:
        with contextlib.suppress(OSError):
            _path(shop, sha256).unlink()


def _path(shop: Shop, sha256: str) -> Path:
    return shop.place("points") / sha256[:2] / f"{sha256}.{_FORMAT}.npz"


def _read(path: Path) -> Points | None:
    """What :func:`_write` kept; None where there is nothing, or not that."""
    try:
        content = read_arrays(path)
        places, poses, descriptors = content["places"], content["poses"], content["descriptors"]
    except (OSError, ValueError, KeyError):
        return None
    count = len(places)
    fits = places.shape == poses.shape == (count, 2) and descriptors.shape == (count, LENGTH)
    if not fits or not places.dtype == poses.dtype == np.float32 or descriptors.dtype != np.uint8:
        return None
    return Points(places, poses, _unpacked(descriptors))


def _unpacked(small: NDArray[np.uint8]) -> NDArray[np.float16]:
    return (small / _SCALE).astype(np.float16)


def _write(path: Path, points: Points, small: NDArray[np.uint8]) -> None:
    content = as_archive(places=points.places, poses=points.poses, descriptors=small)
    # Not with all its parents: where another program has just moved the shop away, none shall come back.
    path.parent.parent.mkdir(exist_ok=True)
    path.parent.mkdir(exist_ok=True)
    write_atomically(path, content, durable=False)
