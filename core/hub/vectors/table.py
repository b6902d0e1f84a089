"""The hub's vectors, one a photo, network and number of looks; sent once, never changed.

All functions take a connection that speaks pgvector (:func:`core.hub.vectors.halfvec.speak_halfvec`).
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from psycopg import Connection

from core.embedding.backbone import BackboneSpec
from core.embedding.loading import available_backbones
from core.hub.vectors.halfvec import HalfVector
from core.models.lesson_record import TUNED


class SentVector(NamedTuple):
    """What a network saw of a photo.

    Attributes:
        photo: SHA-256 of the picture, in hexadecimal.
        looks: how many looks it is the mean of.
        numbers: (dim,) float16, the network's raw ones.
    """

    photo: str
    looks: int
    numbers: NDArray[np.float16]


def make_network_known(connection: Connection[Any], spec: BackboneSpec) -> None:
    """Tell the hub of a network before its vectors; one that it knows stays as it is."""
    connection.execute(
        "INSERT INTO networks (fingerprint, name, dim, pooled) VALUES (%s, %s, %s, %s)"
        " ON CONFLICT DO NOTHING",
        [spec.fingerprint, spec.name, spec.dim, spec.parts[0].length],
    )


def networks_lacked(connection: Connection[Any], known: Iterable[BackboneSpec]) -> tuple[str, ...]:
    """The names of networks that other tills looked with and that are none of ``known``; in their order.

    What only they have seen is found by none that lacks them. They come to a till as they came to the first,
    by a person who trusts the file (:mod:`core.embedding.adding`); the same file has the same fingerprint.
    So those are left out that no file brings: of deep lessons, and of other versions of the program.
    """
    rows = connection.execute(
        "SELECT DISTINCT name FROM networks WHERE fingerprint <> ALL (%s) AND name <> ALL (%s) ORDER BY name",
        [[spec.fingerprint for spec in known], [spec.name for spec in available_backbones()]],
    ).fetchall()
    return tuple(name for (name,) in rows if not name.endswith(TUNED))


def send_vectors(connection: Connection[Any], fingerprint: str, vectors: Iterable[SentVector]) -> int:
    """Give the hub vectors of a network that it knows; those that it has stay. Returns how many were new."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO vectors (fingerprint, photo, looks, vector) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT DO NOTHING",
            [(fingerprint, one.photo, one.looks, HalfVector(one.numbers)) for one in vectors],
        )
        return cursor.rowcount


def vectors_on_hub(connection: Connection[Any], fingerprint: str, photos: Sequence[str]) -> list[SentVector]:
    """What the hub has of some photos, of each the vector of the most looks; in no order."""
    rows = connection.cursor(binary=True).execute(
        "SELECT DISTINCT ON (photo) photo, looks, vector FROM vectors"
        " WHERE fingerprint = %s AND photo = ANY (%s) ORDER BY photo, looks DESC",
        [fingerprint, list(photos)],
    )
    return [SentVector(*row) for row in rows]
