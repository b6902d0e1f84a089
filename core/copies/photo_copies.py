"""Which of the shop's photos lie near one another, and which of these are copies: looked at once, and kept.

What was found is a cache beside the photos' points: it can be deleted at any time. A photo that is new asks
all others; pairs that were looked at closely are never looked at again.
"""

import contextlib
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalog.photos.photos import live_photo_hashes
from core.catalog.photos.vectors import stream_vectors
from core.copies.alignment import LEAST_POINTS, align
from core.copies.near_photos import nearest_photos
from core.copies.same_colours import same_colours
from core.copies.same_pixels import same_pixels
from core.copies.small_looks import may_be_copies, nearly_equal, small_look
from core.copies.variants import Variant
from core.errors import KnownError
from core.files.arrays import as_archive, read_arrays
from core.files.atomic import write_atomically
from core.imaging.decode import decode_file
from core.in_advance import in_advance, worker_pool
from core.messages import message
from core.print.sift import SIDE, Points, as_looked_at
from core.progress import ReportProgress, ignore_progress, report
from core.search.print_points import points_of
from core.shop.shop import Shop

NEAREST = 3
LEAST_LIKENESS = 0.75
"""Cosine. A photo shrunk to half of the network's own size still has as much in 19 of 20 cases."""
_WHOLE, _ALIKE, _VERY_ALIKE = 0.97, 0.93, 0.85
"""More than of a traced picture is asked for: a shop has photos of one shelf, taken a second apart, and
packages of one design with another fruit on it."""
_NOT_YET = -1.0
_FILE = "near.2.npz"
_COMPARING = message("core", "Comparing the shop's photos")
_LOOKING = message("core", "Looking at photos that are alike")


class NearPair(NamedTuple):
    """Two photos by their hashes, the cosine of their vectors, and how much of one shows unchanged in the
    other, 0 of what is no copy.
    """

    one: str
    other: str
    likeness: float
    alike: float

    @property
    def rank(self) -> tuple[float, float]:
        """Higher for what says more."""
        return self.alike, self.likeness


@dataclass(frozen=True, slots=True, eq=False)
class NearPhotos:
    """Pairs of photos.

    Attributes:
        model: whose vectors these are.
        photos: hashes of all that were compared, (n,).
        pairs: (m, 2), places in ``photos``.
        likeness: cosines, (m,).
        alike: how much of one shows unchanged in the other, (m,); 0 of what is no copy.
    """

    model: str
    photos: NDArray[np.bytes_]
    pairs: NDArray[np.int64]
    likeness: NDArray[np.float32]
    alike: NDArray[np.float32]

    def __iter__(self) -> Iterator[NearPair]:
        """Every pair."""
        names = [name.decode("ascii") for name in self.photos.tolist()]
        for (one, other), likeness, alike in zip(
            self.pairs.tolist(), self.likeness.tolist(), self.alike.tolist(), strict=True
        ):
            yield NearPair(names[one], names[other], likeness, alike)


def near_photos(shop: Shop, progress: ReportProgress = ignore_progress) -> NearPhotos:
    """The nearest photos of every photo on the shelf, and which of them are copies.

    Raises:
        Cancelled: ``progress`` asked to stop; what was looked at until then is kept.
    """
    path = shop.place("points") / _FILE
    known = _compared(shop, _read(path), progress)
    try:
        _look_closely(shop, known, progress)
    finally:
        with contextlib.suppress(OSError):  # it can be made again
            path.parent.mkdir(exist_ok=True)
            write_atomically(path, _as_bytes(known), durable=False)
    return known


def _compared(shop: Shop, before: NearPhotos | None, progress: ReportProgress) -> NearPhotos:
    """What was known of photos that are still there, and the pairs of those that are new."""
    model = shop.spec.fingerprint
    photos, vectors = _vectors(shop, model)
    if before is None or before.model != model:
        before = NearPhotos(model, photos[:0], np.empty((0, 2), np.int64), *np.empty((2, 0), np.float32))
    places = {name: place for place, name in enumerate(photos.tolist())}
    moved = np.array([places.get(name, -1) for name in before.photos.tolist()], np.int64)
    kept = (moved[before.pairs] >= 0).all(axis=1)
    new = np.flatnonzero(~np.isin(photos, before.photos))
    one, other, likeness = nearest_photos(
        vectors, new, NEAREST, LEAST_LIKENESS, lambda done: _give_way(shop, progress, done, len(new))
    )
    return NearPhotos(
        model,
        photos,
        np.concatenate([moved[before.pairs[kept]], np.stack([one, other], axis=1)]),
        np.concatenate([before.likeness[kept], likeness]),
        np.concatenate([before.alike[kept], np.full(len(one), _NOT_YET, np.float32)]),
    )


def _give_way(shop: Shop, progress: ReportProgress, done: int, count: int) -> None:
    shop.right_of_way.give_way()
    report(progress, _COMPARING, done, count)


def _vectors(shop: Shop, model: str) -> tuple[NDArray[np.bytes_], NDArray[np.float16]]:
    """Hashes, (n,), and raw vectors, (n, dim), of the photos on the shelf, each picture once."""
    hashes = live_photo_hashes(shop.catalog)
    names: dict[str, None] = {}
    rows = []
    for batch in stream_vectors(shop.catalog, model):
        fresh = []
        for row, photo in enumerate(batch.ids.tolist()):
            name = hashes.get(photo)
            if name is not None and name not in names:
                names[name] = None
                fresh.append(row)
        rows.append(batch.vectors[fresh])
    vectors = np.concatenate(rows) if rows else np.empty((0, 1), np.float16)
    return np.array([name.encode() for name in names], "S64"), vectors


def _look_closely(shop: Shop, known: NearPhotos, progress: ReportProgress) -> None:
    """Fill in what is not known yet, :attr:`NearPhotos.alike`, in place."""
    left = np.flatnonzero(known.alike == _NOT_YET).tolist()
    names = [name.decode("ascii") for name in known.photos.tolist()]

    def look(place: int) -> float:
        one, other = known.pairs[place].tolist()
        return copy_score(shop, names[one], names[other])

    with worker_pool() as pool:
        looks: Iterator[tuple[int, Future[float]]] = in_advance(pool, look, left)
        for done, (place, score) in enumerate(looks):
            shop.right_of_way.give_way()
            report(progress, _LOOKING, done, len(left))
            known.alike[place] = score.result()
    report(progress, _LOOKING, len(left), len(left))


def copy_score(shop: Shop, one: str, other: str) -> float:
    """How much of one photo shows unchanged in another, 0 to 1; 0 if neither was made of the other."""
    try:
        small = [_small(shop, sha256) for sha256 in (one, other)]
        if not may_be_copies(small_look(small[0]), small_look(small[1])):
            return 0.0
        pictures = sorted(
            ((decode_file(shop.files.path(name), max_side=2 * SIDE), name) for name in (one, other)),
            key=lambda picture: picture[0].width * picture[0].height,
        )
    except KnownError:  # `check` names the damaged files
        return 0.0
    (picture, its_name), (photo, name) = pictures
    return _unchanged(picture, photo, points_of(shop, its_name), points_of(shop, name))


def _unchanged(picture: Image.Image, photo: Image.Image, points: Points, others: Points) -> float:
    if min(len(points), len(others)) < LEAST_POINTS:
        return float(nearly_equal(picture, photo))
    alignment = align(points, others, Variant())
    if alignment is None:
        return 0.0
    greys = as_looked_at(picture), as_looked_at(photo)
    try:
        seen = same_pixels(*greys, alignment)
        has_same_colours = same_colours(picture, photo, alignment, (max(greys[0].size), max(greys[1].size)))
    except np.linalg.LinAlgError:  # points on one line
        return 0.0
    is_whole = max(seen.photo_share, seen.picture_share) >= _WHOLE
    is_same = is_whole and seen.is_copy and seen.alike >= _ALIKE and seen.very_alike >= _VERY_ALIKE
    return round(seen.alike, 4) if is_same and has_same_colours else 0.0


def _small(shop: Shop, sha256: str) -> Image.Image:
    return decode_file(shop.files.small_path(sha256))


def _read(path: Path) -> NearPhotos | None:
    try:
        content = read_arrays(path)
        known = NearPhotos(
            str(content["model"]), content["photos"], content["pairs"], content["likeness"], content["alike"]
        )
        count, pairs = len(known.photos), len(known.pairs)
        fits = (
            known.photos.dtype == np.dtype("S64")
            and known.pairs.shape == (pairs, 2)
            and known.pairs.dtype == np.int64
            and known.likeness.shape == known.alike.shape == (pairs,)
            and known.likeness.dtype == known.alike.dtype == np.float32
            and (not pairs or (known.pairs.min() >= 0 and known.pairs.max() < count))
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return known if fits else None


def _as_bytes(known: NearPhotos) -> bytes:
    return as_archive(
        model=np.array(known.model),
        photos=known.photos,
        pairs=known.pairs,
        likeness=known.likeness,
        alike=known.alike,
    )
