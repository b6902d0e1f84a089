"""One who looks at the hub's photos with a network, a batch at a time; wherever it runs."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from psycopg import Connection

from core.embedding.backbone import Backbone, BackboneSpec
from core.errors import KnownError
from core.hub.looking.queue import PhotoToSee, take_photos
from core.hub.vectors.table import SentVector, send_vectors
from core.imaging.decode import decode_bytes
from core.imaging.photo_files import MAX_SIDE
from core.imaging.preprocess import to_tensor
from core.imaging.query_looks import query_looks
from core.messages import message

BATCH = 32
"""Photos in one transaction: what is lost with a worker that dies, and how long others pass them over."""


class LookedAt(NamedTuple):
    """What came of a batch: photos seen, those that could not be, and those that others had seen since.

    A batch of none means that nothing is left to take.
    """

    seen: int
    unreadable: int
    known: int

    @property
    def taken(self) -> int:
        """How many were taken out of the queue."""
        return self.seen + self.unreadable + self.known


def look_at_batch(
    connection: Connection[Any], backbone: Backbone, pool: ThreadPoolExecutor, *, most: int = BATCH
) -> LookedAt:
    """Take photos out of the queue, look at them, and store their vectors, all or none.

    Args:
        connection: speaks pgvector, outside a transaction.
        pool: opens the pictures.
    """
    fingerprint = backbone.spec.fingerprint
    with connection.transaction():
        taken, photos = take_photos(connection, fingerprint, most)
        ready, unreadable = [], 0
        for photo, opened in [(photo, pool.submit(_looks, photo, backbone.spec)) for photo in photos]:
            try:
                ready.append((photo.photo, opened.result()))
            except KnownError as error:
                connection.execute(
                    "INSERT INTO not_looked_at (fingerprint, photo, reason) VALUES (%s, %s, %s)",
                    [fingerprint, photo.photo, str(error)],
                )
                unreadable += 1
        send_vectors(connection, fingerprint, _seen(ready, backbone))
    return LookedAt(len(ready), unreadable, taken - len(photos))


def _seen(ready: list[tuple[str, NDArray[np.float32]]], backbone: Backbone) -> list[SentVector]:
    if not ready:
        return []
    counts = [len(looks) for _photo, looks in ready]
    numbers = backbone.embed(np.concatenate([looks for _photo, looks in ready]))
    parts = np.split(numbers, np.cumsum(counts)[:-1])
    return [
        SentVector(photo, len(looks), part.mean(axis=0).astype(np.float16))
        for (photo, looks), part in zip(ready, parts, strict=True)
    ]


def _looks(photo: PhotoToSee, spec: BackboneSpec) -> NDArray[np.float32]:
    """The network's input, (looks, 3, side, side), float32.

    Raises:
        KnownError: the hub's file is no picture, or another one than its name says.
    """
    if hashlib.sha256(photo.data).hexdigest() != photo.photo:
        raise KnownError(
            message("core", "The hub's file {photo} is not the photo that was sent."), photo=photo.photo
        )
    image = decode_bytes(photo.data, name=photo.photo, max_side=MAX_SIDE)
    recipe = spec.preprocessing
    return query_looks(image, recipe) if photo.in_shop else to_tensor(image, recipe)[np.newaxis]
