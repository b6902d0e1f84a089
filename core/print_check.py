"""Whether the print on a package is the same: a second look at the first candidates of a search.

A network knows that it sees a carton of milk; which of ten alike cartons shows in the print. SIFT points of
the query and of a candidate's catalog photo that agree on one perspective (core/classic/verification.py)
speak for the candidate; that too few agree speaks against nobody: an apple has no print.

Measured on a real shop's photos (docs/decisions/0011-classic-features.md): where products are known by their
catalog photos alone, nine photos in a hundred more come right. Where counter photos are known as well, the
network is the better judge, and there is no second look.

A photo's points are found when it first is a candidate, and kept in the shop's ``points`` folder, which can
be deleted at any time.
"""

import contextlib
import io
import os
import threading
import zipfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.atomic_files import write_atomically
from core.catalog.photos import Photo, PhotoKind, photos_of_products
from core.classic.sift import LENGTH, SIDE, Points, no_points, sift_points
from core.classic.verification import agreeing_points
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.index.neighbours import NeighbourGroup
from core.shop import Shop

CANDIDATES = 10
"""Products that are looked at again."""

PHOTOS_A_CANDIDATE = 2
"""The one that was found first."""

CHANCE = 7
"""So many points agree by chance; every further one is evidence."""

WORTH = 0.4
"""What a further point adds to the logarithm of a candidate's odds."""
MOST_WORTH = 12.0

_SCALE = 255.0

_FORMAT = "2"
"""Part of the kept files' names: points found in another way do not match these."""


class QueryPrint:
    """The print on a query's pictures, looked for when a second look first asks for it."""

    def __init__(self, images: Sequence[Image.Image]) -> None:
        self._images = tuple(images)
        self._points: tuple[Points, ...] | None = None
        self._looking = threading.Lock()

    def points(self) -> tuple[Points, ...]:
        """The points of each picture."""
        with self._looking:
            if self._points is None:
                self._points = tuple(sift_points(image) for image in self._images)
                self._images = ()
            return self._points


def print_evidence(shop: Shop, query: object, groups: Sequence[NeighbourGroup]) -> NDArray[np.float64]:
    """What the print says for each product found, (n,): added to the logarithm of its odds; 0 for nothing.

    Args:
        query: a :class:`QueryPrint`; anything else where there may be no second look.
    """
    found = np.zeros(len(groups))
    if not isinstance(query, QueryPrint) or len(groups) < 2:
        return found
    looked_at = groups[:CANDIDATES]
    photos = photos_of_products(shop.catalog, [group.key for group in looked_at])
    if any(photo.kind is PhotoKind.COUNTER for own in photos.values() for photo in own):
        return found
    points = query.points()
    if not any(len(some) > CHANCE for some in points):
        return found
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1, thread_name_prefix="print") as pool:
        agreeing = pool.map(
            partial(_agreeing, shop, points),
            [_chosen(photos.get(group.key, []), group.best.photo_id) for group in looked_at],
        )
        for number, count in enumerate(agreeing):
            found[number] = min(WORTH * max(0, count - CHANCE), MOST_WORTH)
    return found


def _chosen(photos: Sequence[Photo], best: int) -> list[Photo]:
    """The photo that was found first, then the others in their order."""
    return sorted(photos, key=lambda photo: (photo.id != best, photo.position))[:PHOTOS_A_CANDIDATE]


def _agreeing(shop: Shop, query: Sequence[Points], photos: Sequence[Photo]) -> int:
    counts = [agreeing_points(asked, _kept_points(shop, photo)) for photo in photos for asked in query]
    return max(counts, default=0)


def _kept_points(shop: Shop, photo: Photo) -> Points:
    """The points of a photo of the shop; none of one that cannot be opened."""
    path = shop.folder / "points" / photo.sha256[:2] / f"{photo.sha256}.{_FORMAT}.npz"
    known = _read(path)
    if known is not None:
        return known
    try:
        points = sift_points(decode_file(shop.files.path(photo.sha256), max_side=2 * SIDE))
    except KnownError:  # `check` names the damaged files
        return no_points()
    small = np.rint(points.descriptors.astype(np.float32) * _SCALE).astype(np.uint8)
    if shop.writable:
        with contextlib.suppress(OSError):  # they can be found again
            _write(path, points, small)
    return Points(
        points.places, points.poses, _unpacked(small)
    )  # the same today as when they are read tomorrow


def _read(path: Path) -> Points | None:
    """What :func:`_write` kept; None where there is nothing, or not that."""
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as content:
            places, poses, descriptors = content["places"], content["poses"], content["descriptors"]
    except (OSError, ValueError, KeyError, EOFError, TypeError, zipfile.BadZipFile):
        return None
    count = len(places)
    fits = places.shape == poses.shape == (count, 2) and descriptors.shape == (count, LENGTH)
    if not fits or not places.dtype == poses.dtype == np.float32 or descriptors.dtype != np.uint8:
        return None
    return Points(places, poses, _unpacked(descriptors))


def _unpacked(small: NDArray[np.uint8]) -> NDArray[np.float16]:
    return (small / _SCALE).astype(np.float16)


def _write(path: Path, points: Points, small: NDArray[np.uint8]) -> None:
    buffer = io.BytesIO()
    np.savez(buffer, places=points.places, poses=points.poses, descriptors=small)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, buffer.getvalue(), durable=False)
