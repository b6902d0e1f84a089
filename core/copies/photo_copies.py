"""Which of the shop's photos lie near one another, and which of these are copies: looked at once, and kept.

What was found is a cache beside the photos' points: it can be deleted at any time. A photo that is new asks
all others; pairs that were looked at closely are never looked at again.
"""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.photos import live_photo_hashes
from core.catalog.photos.vectors import stream_vectors
from core.copies.closer_look import copy_scores, look_at
from core.copies.near_photos import nearest_photos
from core.copies.small_looks import SMALL, Looks
from core.files.arrays import as_archive, read_arrays
from core.files.atomic import write_atomically
from core.imaging.in_advance import in_advance, worker_pool
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

NEAREST = 3
LEAST_LIKENESS = 0.6
"""Cosine. Of copies that are grained, grey or shrunk to a fifth most have as much."""
_AT_ONCE = 64
"""Pairs, of which so many are looked at together that their looks stay near the processor."""
_KEPT_EVERY = 500
"""Parts, after which what was found is kept: the first time takes minutes."""
_NOT_YET = -1.0
_FILE = "near.4.npz"
_COMPARING = message("core", "Comparing the shop's photos")
_LOOKING = message("core", "Looking at photos that are alike")


class NearPair(NamedTuple):
    """Two photos by their hashes, the cosine of their vectors, and how sure it is that one was made of
    the other, 0 of what is no copy.
    """

    one: str
    other: str
    likeness: float
    copied: float

    @property
    def rank(self) -> tuple[float, float]:
        """Higher for what says more."""
        return self.copied, self.likeness


@dataclass(frozen=True, slots=True, eq=False)
class NearPhotos:
    """Pairs of photos.

    Attributes:
        model: whose vectors these are.
        photos: hashes of all that were compared, (n,).
        pairs: (m, 2), places in ``photos``.
        likeness: cosines, (m,).
        copied: how sure it is that one was made of the other, (m,); 0 of what is no copy.
    """

    model: str
    photos: NDArray[np.bytes_]
    pairs: NDArray[np.int64]
    likeness: NDArray[np.float32]
    copied: NDArray[np.float32]

    def __iter__(self) -> Iterator[NearPair]:
        """Every pair."""
        names = [name.decode("ascii") for name in self.photos.tolist()]
        for (one, other), likeness, copied in zip(
            self.pairs.tolist(), self.likeness.tolist(), self.copied.tolist(), strict=True
        ):
            yield NearPair(names[one], names[other], likeness, copied)


def near_photos(shop: Shop, progress: ReportProgress = ignore_progress) -> NearPhotos:
    """The nearest photos of every photo on the shelf, and which of them are copies.

    Raises:
        Cancelled: ``progress`` asked to stop; what was looked at until then is kept.
    """
    path = shop.place("points") / _FILE
    known = _compared(shop, _read(path), progress)
    try:
        _look_closely(shop, known, path, progress)
    finally:
        _keep(path, known)
    return known


def _compared(shop: Shop, before: NearPhotos | None, progress: ReportProgress) -> NearPhotos:
    """What was known of photos that are still there, and the pairs of those that are new."""
    model = shop.spec.fingerprint
    hashes = live_photo_hashes(shop.catalog)
    if before is not None and before.model == model and _is_all(before, hashes):
        return before
    photos, vectors = _vectors(shop, model, hashes)
    if before is None or before.model != model:
        before = NearPhotos(model, photos[:0], np.empty((0, 2), np.int64), *np.empty((2, 0), np.float32))
    places = {name: place for place, name in enumerate(photos.tolist())}
    moved = np.array([places.get(name, -1) for name in before.photos.tolist()], np.int64)
    kept = (moved[before.pairs] >= 0).all(axis=1)
    new = np.flatnonzero(~np.isin(photos, before.photos))
    one, other, likeness = nearest_photos(
        vectors,
        new,
        NEAREST,
        LEAST_LIKENESS,
        lambda done: _give_way(shop, progress, _COMPARING, done, len(new)),
    )
    return NearPhotos(
        model,
        photos,
        np.concatenate([moved[before.pairs[kept]], np.stack([one, other], axis=1)]),
        np.concatenate([before.likeness[kept], likeness]),
        np.concatenate([before.copied[kept], np.full(len(one), _NOT_YET, np.float32)]),
    )


def _give_way(shop: Shop, progress: ReportProgress, stage: str, done: int, count: int) -> None:
    shop.right_of_way.give_way()
    report(progress, stage, done, count)


def _is_all(before: NearPhotos, hashes: Mapping[int, str]) -> bool:
    """Whether the very photos that are on the shelf were compared: their vectors need not be read then."""
    return {name.encode() for name in hashes.values()} == set(before.photos.tolist())


def _vectors(
    shop: Shop, model: str, hashes: Mapping[int, str]
) -> tuple[NDArray[np.bytes_], NDArray[np.float16]]:
    """Hashes, (n,), and raw vectors, (n, dim), of the photos on the shelf, each picture once.

    Args:
        hashes: by the photo's id.
    """
    names: dict[str, None] = {}
    most = len(set(hashes.values()))
    vectors = np.empty((0, 1), np.float16)
    for batch in stream_vectors(shop.catalog, model):
        start, fresh = len(names), []
        for row, photo in enumerate(batch.ids.tolist()):
            name = hashes.get(photo)
            if name is not None and name not in names:
                names[name] = None
                fresh.append(row)
        if not len(vectors):  # once, for all: 100,000 vectors are half a gigabyte
            vectors = np.empty((most, batch.vectors.shape[1]), np.float16)
        vectors[start : len(names)] = batch.vectors[fresh]
    return np.array([name.encode() for name in names], "S64"), vectors[: len(names)]


def _look_closely(shop: Shop, known: NearPhotos, path: Path, progress: ReportProgress) -> None:
    """Fill in what is not known yet, :attr:`NearPhotos.copied`, in place."""
    left = np.flatnonzero(known.copied == _NOT_YET)
    names = [name.decode("ascii") for name in known.photos.tolist()]
    asked = [names[place] for place in np.unique(known.pairs[left]).tolist()]
    looks: dict[str, Looks] = {}
    with worker_pool() as pool:
        for done, (name, seen) in enumerate(
            in_advance(pool, lambda name: look_at(shop, name, SMALL), asked, distance=_AT_ONCE)
        ):
            _give_way(shop, progress, _LOOKING, done, 2 * len(asked))
            small = seen.result()
            if small is not None:
                looks[name] = small
        parts = np.split(left, range(_AT_ONCE, len(left), _AT_ONCE)) if len(left) else []

        def scores(part: NDArray[np.int64]) -> list[float]:
            pairs = [(names[one], names[other]) for one, other in known.pairs[part].tolist()]
            return copy_scores(shop, pairs, looks)

        for done, (part, found) in enumerate(in_advance(pool, scores, parts, distance=4)):
            _give_way(shop, progress, _LOOKING, len(parts) + done, 2 * len(parts))
            known.copied[part] = found.result()
            if done % _KEPT_EVERY == _KEPT_EVERY - 1:
                _keep(path, known)
    report(progress, _LOOKING, len(left), len(left))


def _read(path: Path) -> NearPhotos | None:
    try:
        content = read_arrays(path)
        known = NearPhotos(
            str(content["model"]), content["photos"], content["pairs"], content["likeness"], content["copied"]
        )
        count, pairs = len(known.photos), len(known.pairs)
        fits = (
            known.photos.dtype == np.dtype("S64")
            and known.pairs.shape == (pairs, 2)
            and known.pairs.dtype == np.int64
            and known.likeness.shape == known.copied.shape == (pairs,)
            and known.likeness.dtype == known.copied.dtype == np.float32
            and (not pairs or (known.pairs.min() >= 0 and known.pairs.max() < count))
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return known if fits else None


def _keep(path: Path, known: NearPhotos) -> None:
    with contextlib.suppress(OSError):  # it can be made again
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, _as_bytes(known), durable=False)


def _as_bytes(known: NearPhotos) -> bytes:
    return as_archive(
        model=np.array(known.model),
        photos=known.photos,
        pairs=known.pairs,
        likeness=known.likeness,
        copied=known.copied,
    )
