"""The visual words of all the shop's photos, brought in step with the catalog and kept beside their points.

A cache, as the points are: it can be deleted at any time. The words are learned anew when the shop has
several times the photos that taught them.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.catalog.photos.photos import photo_hashes
from core.copies.postings import Postings, build_postings
from core.copies.words import Descriptors, Vocabulary
from core.files.arrays import as_archive, read_arrays
from core.files.atomic import write_atomically
from core.imaging.in_advance import in_advance, worker_pool
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.search.print_points import points_of
from core.shop.shop import Shop

_STAGE = message("core", "Looking at the shop's photos")
_FILE = "words.1.npz"
_GROWN = 4
_NAME = np.dtype("S64")
"""A photo's hash, in hexadecimal."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownPhotos:
    """A shop, and what its photos hold."""

    shop: Shop
    postings: Postings


def know_photos(shop: Shop, progress: ReportProgress = ignore_progress) -> KnownPhotos:
    """Look at the photos that are new since the last time, and pass by those that are gone.

    Raises:
        Cancelled: ``progress`` asked to stop; the points that were found are kept.
    """
    hashes = frozenset(photo_hashes(shop.catalog))
    path = shop.place("points") / _FILE
    before = _read(path)
    if before is None or len(hashes) > _GROWN * max(1, len(before.photos)):
        postings = build_postings(list(_described(shop, sorted(hashes), progress)))
    else:
        added = sorted(hashes.difference(before.photos))
        if not added and len(before.photos) == len(hashes):
            return KnownPhotos(shop, before)
        postings = before.with_photos(_described(shop, added, progress), hashes)
    with contextlib.suppress(OSError):  # it can be made again
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, _as_bytes(postings), durable=False)
    return KnownPhotos(shop, postings)


def _described(shop: Shop, hashes: list[str], progress: ReportProgress) -> Iterator[tuple[str, Descriptors]]:
    with worker_pool() as pool:
        ahead = in_advance(pool, lambda sha256: points_of(shop, sha256), hashes)
        for done, (sha256, points) in enumerate(ahead):
            report(progress, _STAGE, done, len(hashes))
            yield sha256, points.result().descriptors
    report(progress, _STAGE, len(hashes), len(hashes))


def _read(path: Path) -> Postings | None:
    try:
        content = read_arrays(path)
        vocabulary = Vocabulary(content["means"], content["medians"])
        photos = tuple(name.decode("ascii") for name in content["photos"].tolist())
        postings = Postings(vocabulary, photos, content["starts"], content["rows"], content["signatures"])
    except (OSError, ValueError, KeyError):
        return None
    return postings if postings.is_sound() else None


def _as_bytes(postings: Postings) -> bytes:
    return as_archive(
        means=postings.vocabulary.means,
        medians=postings.vocabulary.medians,
        photos=np.array(postings.photos, _NAME),
        starts=postings.starts,
        rows=postings.rows,
        signatures=postings.signatures,
    )
