"""A lesson as the hub has it: its numbers, its proof where it was learned, and what it was learned from.

It brings no network and no files: three arrays whose lengths must fit; nothing of a stranger's is parsed.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from psycopg import Connection

from core.embedding.backbone import BackboneSpec
from core.models.projection import MOST_DIMENSIONS, Projection

MOST_OFFERS = 5
"""Lessons that a store tries, the newest: each costs it some seconds."""


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """A lesson that is offered.

    Attributes:
        store: whose it is; None where it was learned of all stores' photos.
        projection: what was learned.
        learned_from: (n,) int64, stamps of photos (core/learning/examples.py) that prove nothing.
        examples: photos that it learned from, drawn ones included.
        held_out, before_top1, after_top1, gain_interval: its proof, where it was learned, as a
            :class:`core.models.lesson_record.Lesson` has it.
    """

    store: str | None
    projection: Projection
    learned_from: NDArray[np.int64]
    examples: int
    held_out: int
    before_top1: float | None
    after_top1: float | None
    gain_interval: tuple[float, float] | None

    @property
    def digest(self) -> str:
        """The SHA-256 of its numbers."""
        return hashlib.sha256(b"".join(self.parts())).hexdigest()

    def parts(self) -> tuple[bytes, bytes, bytes]:
        """Mean, matrix and stamps, little-endian, row by row."""
        return (
            np.ascontiguousarray(self.projection.mean, "<f4").tobytes(),
            np.ascontiguousarray(self.projection.matrix, "<f4").tobytes(),
            np.ascontiguousarray(self.learned_from, "<i8").tobytes(),
        )


def make_offer(connection: Connection[Any], offer: Offer) -> bool:
    """Give the hub a lesson on a network that it knows; False if it has it."""
    interval = None if offer.gain_interval is None else list(offer.gain_interval)
    cursor = connection.execute(
        "INSERT INTO lessons (digest, fingerprint, store, examples, held_out, before_top1, after_top1,"
        " gain_interval, mean, matrix, learned_from) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
        " ON CONFLICT DO NOTHING",
        [
            offer.digest, offer.projection.backbone, offer.store, offer.examples, offer.held_out,
            offer.before_top1, offer.after_top1, interval, *offer.parts(),
        ],
    )  # fmt: skip
    return cursor.rowcount == 1


def offers_on_hub(connection: Connection[Any], spec: BackboneSpec) -> list[Offer]:
    """The newest lessons on a network, newest first; what cannot be one of ours is left out."""
    rows = connection.execute(
        "SELECT mean, matrix, learned_from, store, examples, held_out, before_top1, after_top1, gain_interval"
        " FROM lessons WHERE fingerprint = %s ORDER BY made DESC, digest LIMIT %s",
        [spec.fingerprint, MOST_OFFERS],
    ).fetchall()
    offers = []
    for mean, matrix, learned_from, store, examples, held_out, before, after, interval in rows:
        projection = _projection(spec, mean, matrix)
        if projection is None or len(learned_from) % 8:
            continue
        stamps = np.frombuffer(learned_from, "<i8").astype(np.int64)
        gained = None if interval is None or len(interval) != 2 else (interval[0], interval[1])
        offers.append(Offer(store, projection, stamps, examples, held_out, before, after, gained))
    return offers


def _projection(spec: BackboneSpec, mean: bytes, matrix: bytes) -> Projection | None:
    dimensions, rest = divmod(len(matrix), 4 * spec.dim)
    if len(mean) != 4 * spec.dim or rest or not 1 <= dimensions <= MOST_DIMENSIONS:
        return None
    numbers = np.frombuffer(mean, "<f4").astype(np.float32)
    learned = np.frombuffer(matrix, "<f4").reshape(spec.dim, dimensions).astype(np.float32)
    if not (np.isfinite(numbers).all() and np.isfinite(learned).all()):
        return None
    return Projection(spec.fingerprint, spec.parts, numbers, learned)
