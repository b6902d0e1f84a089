"""The raw vectors of unlabelled photos: those of queries, so the mean of a picture's two looks.

Made by :func:`core.imaging.query_looks.query_looks` and the backbone, kept as little-endian float16.
"""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.database.erasing import erasing
from core.catalog.database.vector_checksums import unlabelled_checksum
from core.catalog.photos.unlabelled import (
    MOST,
    UnlabelledFacts,
    UnlabelledPhoto,
    insert_unlabelled,
    make_room,
    remove_unlabelled,
    unlabelled_photos,
)
from core.catalog.photos.vector_models import STORED, as_stored, known_model, model_for
from core.catalog.photos.vectors import VectorBatch


class Added(NamedTuple):
    """What came of adding: the ids (n,) in the order given, and hashes of pictures that had to make room."""

    ids: NDArray[np.int64]
    pushed_out: set[str]


class Stamp(NamedTuple):
    """Two readings of a model's unlabelled vectors are of the same ones if their stamps are equal.

    Ids of rows are never given twice, so what came since shows in the last one, what went in their number.
    """

    vectors: int
    last: int


def add_unlabelled(
    catalog: Catalog,
    fingerprint: str,
    photos: Sequence[UnlabelledFacts],
    vectors: NDArray[Any],
    *,
    most: int = MOST,
) -> Added:
    """Keep photos with their vectors (n, dim) by the model with ``fingerprint``; all or none.

    Raises:
        KnownError: the catalog is read-only, or the disk is full.
        ValueError: as :func:`store_unlabelled_vectors`.
    """
    with catalog.transaction():
        ids = insert_unlabelled(catalog, photos)
        store_unlabelled_vectors(catalog, fingerprint, ids, vectors)
        return Added(ids, make_room(catalog, most))


def store_unlabelled_vectors(
    catalog: Catalog, fingerprint: str, ids: NDArray[np.int64], vectors: NDArray[Any]
) -> None:
    """Keep one vector (dim,) for each of the photos ``ids``, in place of the model's older one.

    Photos that are gone meanwhile are passed over.

    Raises:
        ValueError: shapes that do not fit, or values that are not finite in half precision.
    """
    halves = as_stored(vectors)
    if ids.shape != (len(halves),):
        raise ValueError(f"{ids.shape} ids do not fit vectors of shape {halves.shape}")
    if not len(ids):
        return
    with erasing(catalog) as db:
        model = model_for(catalog, fingerprint, halves.shape[1])
        there = {photo.id for photo in unlabelled_photos(catalog, ids)}
        rows = [(one, row.tobytes()) for one, row in zip(ids.tolist(), halves, strict=True) if one in there]
        db.conn.executemany(
            "INSERT OR REPLACE INTO unlabelled_vectors (unlabelled_id, model_id, vector, checksum)"
            " VALUES (?, ?, ?, ?)",
            [(one, model, vector, unlabelled_checksum(model, one, vector)) for one, vector in rows],
        )


def unlabelled_vectors(
    catalog: Catalog, fingerprint: str, *, newest: int = MOST, among: Sequence[int] | None = None
) -> VectorBatch:
    """The vectors of one model, ascending by photo; one that does not fit its checksum is left out.

    Args:
        newest: only of so many, those that came last.
        among: only of these photos.

    At most some thousands, so all at once: at 5,000 photos some 25 MB.
    """
    model, dim = known_model(catalog, fingerprint)
    chosen = "" if among is None else "AND unlabelled_id IN (SELECT value FROM json_each(?))"
    values = [model] if among is None else [model, json.dumps(list(among))]
    rows = catalog.db.execute(
        "SELECT unlabelled_id, vector, checksum FROM unlabelled_vectors"  # noqa: S608
        f" WHERE model_id = ? {chosen} ORDER BY unlabelled_id DESC LIMIT ?",
        [*values, newest],
    ).fetchall()
    whole = [
        (one, vector)
        for one, vector, checksum in reversed(rows)
        if model is not None
        and len(vector) == STORED.itemsize * dim
        and checksum == unlabelled_checksum(model, one, vector)
    ]
    ids = np.fromiter((one for one, _vector in whole), dtype=np.int64, count=len(whole))
    matrix = np.frombuffer(b"".join(vector for _one, vector in whole), dtype=STORED)
    return VectorBatch(ids, matrix.reshape(len(whole), dim))


def unlabelled_stamp(catalog: Catalog, fingerprint: str) -> Stamp:
    """Whether anything changed since a reading, for the price of a count over an index."""
    model, _dim = known_model(catalog, fingerprint)
    row = catalog.db.execute(
        "SELECT count(*), coalesce(max(id), 0) FROM unlabelled_vectors WHERE model_id = ?", [model]
    ).fetchone()
    return Stamp(*row)


def unlabelled_without_vector(catalog: Catalog, fingerprint: str) -> list[UnlabelledPhoto]:
    """Those that the model has not seen and could see: their picture is kept."""
    return [photo for photo in unseen_unlabelled(catalog, fingerprint) if photo.facts.sha256]


def drop_unseen(catalog: Catalog, fingerprint: str) -> int:
    """Delete those that the model has not seen and cannot see, having no picture; how many there were."""
    with erasing(catalog):
        gone = [photo.id for photo in unseen_unlabelled(catalog, fingerprint) if not photo.facts.sha256]
        remove_unlabelled(catalog, gone)
    return len(gone)


def unseen_unlabelled(catalog: Catalog, fingerprint: str) -> list[UnlabelledPhoto]:
    """Those of which the model has no vector."""
    model, _dim = known_model(catalog, fingerprint)
    rows = catalog.db.execute(
        "SELECT id FROM unlabelled_photos WHERE id NOT IN"
        " (SELECT unlabelled_id FROM unlabelled_vectors WHERE model_id = ?)",
        [model],
    ).fetchall()
    return unlabelled_photos(catalog, [row[0] for row in rows])
