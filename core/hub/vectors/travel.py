"""Vectors go to the hub and come from it, so that no till looks at a photo that another one has seen.

Only those of the network in use: what another till is searched by, it asks for itself. Which the hub has is
noted in the catalog; what is not noted is asked of it, a batch at a time, and can be cut off anywhere.
"""

from typing import Any

import numpy as np
from psycopg import Connection

from core.catalog.photos.vector_models import known_model
from core.catalog.photos.vectors import store_vectors, vectors_of
from core.embedding.backbone import BackboneSpec
from core.hub.vectors.halfvec import speak_halfvec
from core.hub.vectors.table import SentVector, make_network_known, send_vectors, vectors_on_hub
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

_SENDING = message("core", "Sending vectors to the hub")
_FETCHING = message("core", "Fetching vectors from the hub")
_BATCH = 200
"""A megabyte."""


def exchange_vectors(
    shop: Shop, connection: Connection[Any], progress: ReportProgress = ignore_progress
) -> tuple[int, int]:
    """Fetch what others saw of photos that nobody here has looked at, then send what the hub lacks.

    Returns:
        How many came, and how many went that the hub did not have.

    Raises:
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    speak_halfvec(connection)
    fetched = _fetch(shop, connection, progress)
    return fetched, _send(shop, connection, progress)


def _fetch(shop: Shop, connection: Connection[Any], progress: ReportProgress) -> int:
    spec = shop.spec
    model, _ = known_model(shop.catalog, spec.fingerprint)
    photos = shop.catalog.db.execute(
        "SELECT id, sha256 FROM photos"
        " WHERE NOT EXISTS (SELECT 1 FROM vectors WHERE model_id = ? AND photo_id = photos.id) ORDER BY id",
        [model],
    ).fetchall()
    fetched = 0
    for start in range(0, len(photos), _BATCH):
        report(progress, _FETCHING, start, len(photos))
        shop.right_of_way.give_way()
        batch = photos[start : start + _BATCH]
        found = {
            one.photo: one
            for one in vectors_on_hub(connection, spec.fingerprint, [sha256 for _, sha256 in batch])
            if one.numbers.shape == (spec.dim,)
        }
        came = [(photo_id, found[sha256]) for photo_id, sha256 in batch if sha256 in found]
        if not came:
            continue
        ids, looks = [photo_id for photo_id, _ in came], [one.looks for _, one in came]
        vectors = np.stack([one.numbers for _, one in came])
        with shop.catalog.transaction():
            stored = store_vectors(shop.catalog, spec.fingerprint, ids, vectors, looks)
            _note(shop, spec, [(photo_id, one.looks) for photo_id, one in came if photo_id in stored])
        shop.photos_added(stored)
        fetched += len(stored)
    return fetched


def _send(shop: Shop, connection: Connection[Any], progress: ReportProgress) -> int:
    spec = shop.spec
    model, _ = known_model(shop.catalog, spec.fingerprint)
    photos = shop.catalog.db.execute(
        "SELECT photos.id, sha256, vectors.looks FROM vectors JOIN photos ON photos.id = vectors.photo_id"
        " WHERE model_id = ? AND NOT EXISTS (SELECT 1 FROM hub_vectors AS known"
        "  WHERE known.model_id = vectors.model_id AND known.photo_id = vectors.photo_id"
        "  AND known.looks >= vectors.looks) ORDER BY photos.id",
        [model],
    ).fetchall()
    if photos:
        make_network_known(connection, spec)
    sent = 0
    for start in range(0, len(photos), _BATCH):
        report(progress, _SENDING, start, len(photos))
        shop.right_of_way.give_way()
        told = {photo_id: (sha256, looks) for photo_id, sha256, looks in photos[start : start + _BATCH]}
        batch = vectors_of(shop.catalog, spec.fingerprint, list(told))
        ids = batch.ids.tolist()
        with connection.transaction():
            sent += send_vectors(
                connection,
                spec.fingerprint,
                [SentVector(*told[one], vector) for one, vector in zip(ids, batch.vectors, strict=True)],
            )
        with shop.catalog.transaction():
            _note(shop, spec, [(photo_id, looks) for photo_id, (_, looks) in told.items()])
    return sent


def _note(shop: Shop, spec: BackboneSpec, known: list[tuple[int, int]]) -> None:
    """Write down that the hub has the vectors of these photos, of so many looks each; in a transaction."""
    model, _ = known_model(shop.catalog, spec.fingerprint)
    shop.catalog.db.conn.executemany(
        "INSERT OR REPLACE INTO hub_vectors (model_id, photo_id, looks)"
        " SELECT ?, id, ? FROM photos WHERE id = ?",
        [(model, looks, photo_id) for photo_id, looks in known],
    )
