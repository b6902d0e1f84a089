"""Vectors that are not what was written, and vectors of models that are gone."""

from collections.abc import Collection, Iterator

import numpy as np

from core.catalog.checking.problem import Defect, Problem
from core.catalog.database.catalog import Catalog
from core.catalog.database.vector_checksums import photo_checksum, query_checksum, unlabelled_checksum
from core.messages import Sentence, message

_BATCH = 4096


def damaged_vectors(catalog: Catalog) -> Iterator[Problem]:
    """Of the photos of products."""
    last = -1
    while rows := catalog.db.execute(
        "SELECT vectors.id, model_id, photo_id, vector, checksum, dim, sku FROM vectors"
        " JOIN vector_models ON vector_models.id = model_id JOIN photos ON photos.id = photo_id"
        " JOIN products ON products.id = product_id WHERE vectors.id > ? ORDER BY vectors.id LIMIT ?",
        [last, _BATCH],
    ).fetchall():
        last = rows[-1][0]
        for vector_id, model, photo, blob, checksum, dim, sku in rows:
            whole = checksum in (None, photo_checksum(model, photo, blob))
            if whole and len(blob) == 2 * dim and np.isfinite(np.frombuffer(blob, dtype="<f2")).all():
                continue
            text = message("core", "A vector of the product {sku} is damaged; it will be computed again.")
            yield Problem(Defect.VECTOR, Sentence(text, {"sku": sku}), vector_id)


def damaged_query_vectors(catalog: Catalog) -> Iterator[Problem]:
    """Of pictures that were searched with."""
    rows = catalog.db.execute("SELECT id, fingerprint, sha256, vector, checksum FROM kept_queries").fetchall()
    for query_id, fingerprint, sha256, blob, checksum in rows:
        if checksum not in (None, query_checksum(fingerprint, sha256, blob)):
            text = message("core", "What is known of the kept search picture {photo} is damaged.")
            yield Problem(Defect.QUERY_VECTOR, Sentence(text, {"photo": f"{sha256}.jpg"}), query_id)


def damaged_unlabelled_vectors(catalog: Catalog) -> Iterator[Problem]:
    """Of unlabelled photos."""
    rows = catalog.db.execute(
        "SELECT id, model_id, unlabelled_id, vector, checksum FROM unlabelled_vectors"
    ).fetchall()
    for vector_id, model, unlabelled, blob, checksum in rows:
        if checksum != unlabelled_checksum(model, unlabelled, blob):
            text = message("core", "The vector of the unlabelled photo {photo} is damaged: repair the shop.")
            yield Problem(Defect.UNLABELLED_VECTOR, Sentence(text, {"photo": unlabelled}), vector_id)


def unknown_models(catalog: Catalog, known_models: Collection[str] | None) -> Iterator[Problem]:
    """Models that have vectors but are not there; None known leaves them unchecked."""
    if known_models is None:
        return
    for model_id, fingerprint in catalog.db.execute("SELECT id, fingerprint FROM vector_models").fetchall():
        if fingerprint not in known_models:
            yield Problem(
                Defect.UNKNOWN_MODEL,
                Sentence(
                    message("core", "There are vectors of a model that is gone ({model})."),
                    {"model": fingerprint},
                ),
                model_id,
            )
