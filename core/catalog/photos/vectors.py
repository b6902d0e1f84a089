"""The backbone's raw vectors, one per photo and model, kept as little-endian float16 blobs.

A model is known by its fingerprint alone. What a vector means, and how it is searched, is not known here.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.database.erasing import erasing
from core.catalog.database.vector_checksums import photo_checksum
from core.catalog.photos.photos import PhotoKind
from core.catalog.photos.vector_models import STORED, as_stored, known_model, model_for

_BATCH = 8192


@dataclass(frozen=True, slots=True)
class VectorBatch:
    """Some vectors: ``ids`` (n,) int64, ascending photo ids; ``vectors`` (n, dim) float16, read-only."""

    ids: NDArray[np.int64]
    vectors: NDArray[np.float16]


def store_vectors(
    catalog: Catalog,
    fingerprint: str,
    photo_ids: Sequence[int] | NDArray[np.int64],
    vectors: NDArray[Any],
    looks: Sequence[int] | None = None,
) -> NDArray[np.int64]:
    """Keep one vector per photo, replacing older ones of the same model; all or none.

    Args:
        fingerprint: of the model that made them.
        photo_ids: (n,) distinct ids.
        vectors: (n, dim) of any float type; kept as float16.
        looks: how many looks at the photo each is the mean of, (n,); one, if not given.

    Returns:
        The ids that were stored, in the order given: those whose photo is still in the catalog.

    Raises:
        ValueError: shapes that do not fit, a dimension other than the model's, or values that are not
            finite in half precision.
    """
    ids = np.asarray(photo_ids, dtype=np.int64)
    halves = as_stored(vectors)
    if ids.shape != (len(halves),):
        raise ValueError(f"{ids.shape} ids do not fit vectors of shape {halves.shape}")
    if not len(ids):
        return ids
    with catalog.transaction() as db:
        model = model_for(catalog, fingerprint, halves.shape[1])
        present = {
            row[0]
            for row in db.execute(
                "SELECT id FROM photos WHERE id IN (SELECT value FROM json_each(?))",
                [json.dumps(ids.tolist())],
            ).fetchall()
        }
        kept = [row for row, photo_id in enumerate(ids.tolist()) if photo_id in present]
        db.conn.executemany(
            "INSERT INTO vectors (model_id, photo_id, vector, checksum, looks) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (model_id, photo_id)"
            " DO UPDATE SET vector = excluded.vector, checksum = excluded.checksum, looks = excluded.looks",
            (
                (*_stored_row(model, int(ids[row]), halves[row].tobytes()), looks[row] if looks else 1)
                for row in kept
            ),
        )
    return ids[kept]


def stream_vectors(
    catalog: Catalog, fingerprint: str, *, live_only: bool = True, batch: int = _BATCH
) -> Iterator[VectorBatch]:
    """All vectors of one model in batches, ascending by photo id; by default of live products only.

    One that does not fit its checksum is left out, as if the photo had none.
    Each batch is read for itself: what is written meanwhile may or may not be seen, and no long read
    holds the write-ahead log back.
    """
    model, dim = known_model(catalog, fingerprint)
    live = "" if not live_only else f"AND photo_id NOT IN ({_ARCHIVED})"
    last = -1
    while model is not None:
        rows = catalog.db.execute(
            f"SELECT photo_id, vector, checksum FROM vectors WHERE model_id = ? AND photo_id > ? {live}"  # noqa: S608
            " ORDER BY photo_id LIMIT ?",
            [model, last, batch],
        ).fetchall()
        if not rows:
            return
        yield _batch(rows, model, dim)
        last = rows[-1][0]


def vectors_of(
    catalog: Catalog, fingerprint: str, photo_ids: Sequence[int] | NDArray[np.int64]
) -> VectorBatch:
    """The vectors of some photos, ascending by photo id.

    Photos without one are left out, and those whose vector does not fit its checksum.
    """
    model, dim = known_model(catalog, fingerprint)
    wanted = json.dumps([int(photo_id) for photo_id in photo_ids])
    rows = catalog.db.execute(
        "SELECT photo_id, vector, checksum FROM vectors WHERE model_id = ?"
        " AND photo_id IN (SELECT value FROM json_each(?)) ORDER BY photo_id",
        [model, wanted],
    ).fetchall()
    return _batch(rows, model, dim)


_DIGITS = np.full(256, 255, np.uint8)
_DIGITS[np.frombuffer(b"0123456789abcdef", np.uint8)] = np.arange(16)
"""What each letter of a hash is worth. Any other, in a catalog from a stranger, makes it a photo that is
missing, and bytes that are no text would end the reading were they read as one; SQLite tells them apart in
three times the time that the rest of its work takes."""
_HASH = 64
_STAMPED = 15
"""So many digits of a hash are in a stamp."""


_CLOSER = 60
"""The bit of a stamp that says that a photo was seen by more than one look; the hash takes those below."""


@dataclass(frozen=True, slots=True)
class SearchablePhotos:
    """What a search may find: ``ids`` (n,) int64, ascending; ``stamps`` (n,) int64, made of the pictures'
    hashes and of how they were looked at, so that an id that stands for another picture (after a restore), or
    for a closer look at it, is noticed."""

    ids: NDArray[np.int64]
    stamps: NDArray[np.int64]


def searchable_photos(
    catalog: Catalog, fingerprint: str, *, among: NDArray[np.int64] | None = None
) -> SearchablePhotos:
    """The photos of live products that have a vector of the model; ``among`` some ids only, if given."""
    model, _ = known_model(catalog, fingerprint)
    chosen = "" if among is None else "AND photo_id IN (SELECT value FROM json_each(?))"
    rows = catalog.db.execute(
        "SELECT photo_id, CAST(sha256 AS BLOB), looks > 1 FROM vectors"  # noqa: S608
        " JOIN photos ON photos.id = vectors.photo_id"
        f" WHERE model_id = ? AND photo_id NOT IN ({_ARCHIVED}) {chosen} ORDER BY photo_id",
        [model] if among is None else [model, json.dumps(among.tolist())],
    ).fetchall()
    rows = [row for row in rows if len(row[1]) == _HASH]
    count = len(rows)
    ids = np.fromiter((row[0] for row in rows), np.int64, count)
    closer = np.fromiter((row[2] for row in rows), np.int64, count)
    letters = b"".join([row[1] for row in rows])
    digits = _DIGITS[np.frombuffer(letters, np.uint8)].reshape(count, _HASH)
    places = 16 ** np.arange(_STAMPED - 1, -1, -1, dtype=np.int64)
    stamps = digits[:, :_STAMPED].astype(np.int64) @ places | closer << _CLOSER
    are_hashes = (digits < 16).all(axis=1)
    return SearchablePhotos(ids[are_hashes], stamps[are_hashes])


def photos_without_vector(catalog: Catalog, fingerprint: str) -> NDArray[np.int64]:
    """Ids of photos, of live and archived products, that the model has not seen, ascending.

    Photos whose file was found missing are left out.
    """
    model, _ = known_model(catalog, fingerprint)
    rows = catalog.db.execute(
        "SELECT id FROM photos WHERE missing = 0"
        " AND NOT EXISTS (SELECT 1 FROM vectors WHERE model_id = ? AND photo_id = photos.id) ORDER BY id",
        [model],
    ).fetchall()
    return np.array(rows, dtype=np.int64).reshape(-1)


def counter_photos_seen_once(catalog: Catalog, fingerprint: str) -> NDArray[np.int64]:
    """Ids of photos taken in the shop whose vector of the model is of one look, ascending."""
    model, _ = known_model(catalog, fingerprint)
    rows = catalog.db.execute(
        "SELECT photo_id FROM vectors JOIN photos ON photos.id = photo_id"
        " WHERE model_id = ? AND looks = 1 AND kind = ? AND missing = 0 ORDER BY photo_id",
        [model, PhotoKind.COUNTER],
    ).fetchall()
    return np.array(rows, dtype=np.int64).reshape(-1)


def remove_vectors(catalog: Catalog, fingerprint: str) -> int:
    """Forget a model and all its vectors, of unlabelled photos too; returns how many there were of others."""
    with catalog.transaction() as db:
        model, _ = known_model(catalog, fingerprint)
        with erasing(catalog):
            db.execute("DELETE FROM unlabelled_vectors WHERE model_id = ?", [model])
        removed = db.execute("DELETE FROM vectors WHERE model_id = ?", [model]).rowcount
        db.execute("DELETE FROM vector_models WHERE id = ?", [model])
    return removed


_ARCHIVED = """
    SELECT photos.id FROM products JOIN photos ON photos.product_id = products.id WHERE products.archived = 1
"""


def _stored_row(model: int, photo_id: int, vector: bytes) -> tuple[int, int, bytes, int]:
    return model, photo_id, vector, photo_checksum(model, photo_id, vector)


def _batch(rows: list[tuple[int, bytes, int | None]], model: int | None, dim: int) -> VectorBatch:
    whole = [
        (photo_id, vector)
        for photo_id, vector, checksum in rows
        if model is not None
        and len(vector) == STORED.itemsize * dim
        and checksum in (None, photo_checksum(model, photo_id, vector))
    ]
    ids = np.fromiter((photo_id for photo_id, _vector in whole), dtype=np.int64, count=len(whole))
    matrix = np.frombuffer(b"".join(vector for _photo_id, vector in whole), dtype=STORED)
    return VectorBatch(ids, matrix.reshape(len(whole), dim))
