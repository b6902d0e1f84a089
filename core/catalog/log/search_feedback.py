"""What the clerk said of logged searches, and the pictures that were kept of confirmed ones, by their hash.

The files themselves are the business of core/search/kept.py.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.database.erasing import empty_log, erasing
from core.catalog.database.vector_checksums import query_checksum
from core.catalog.log.search_log import log_choice
from core.feedback import Said

_STORED = np.dtype("<f2")


@dataclass(frozen=True, slots=True, eq=False)
class KeptQuery:
    """A picture that was searched with and is kept to learn from.

    Attributes:
        product_id: the live product that the clerk says it shows.
        sha256: hash of the kept file.
        vector: the backbone's raw one, (dim,) float16.
        fingerprint: of that backbone.
    """

    id: int
    product_id: int
    sha256: str
    fingerprint: str
    vector: NDArray[np.float16]


def log_feedback(catalog: Catalog, search_id: int, said: Said, product_id: int | None = None) -> int:
    """Write down one word about a search; returns its key. The search's own summary follows."""
    with catalog.transaction() as db:
        cursor = db.execute(
            "INSERT INTO search_feedback (search_id, said, product_id, said_at) VALUES (?, ?, ?, ?)",
            [search_id, said.value, product_id, utc_now()],
        )
        _summarise(catalog, search_id)
    return int(cursor.lastrowid or 0)


def take_back(catalog: Catalog, feedback_id: int) -> None:
    """As if it had never been said; what was kept because of it is forgotten, too."""
    with catalog.transaction() as db:
        row = db.execute("SELECT search_id FROM search_feedback WHERE id = ?", [feedback_id]).fetchone()
        if row is not None:
            db.execute("DELETE FROM search_feedback WHERE id = ?", [feedback_id])
            _summarise(catalog, row[0])


def keep_query(
    catalog: Catalog, feedback_id: int, sha256: str, fingerprint: str, vector: NDArray[np.floating]
) -> None:
    """Keep a confirmed search's picture, by its hash, with its raw vector (dim,)."""
    stored = np.ascontiguousarray(vector, _STORED).tobytes()
    with catalog.transaction() as db:
        db.execute(
            "INSERT INTO kept_queries (feedback_id, sha256, fingerprint, vector, checksum)"
            " VALUES (?, ?, ?, ?, ?)",
            [feedback_id, sha256, fingerprint, stored, query_checksum(fingerprint, sha256, stored)],
        )


def renew_kept(catalog: Catalog, kept_id: int, vector: NDArray[np.floating]) -> None:
    """Put another vector (dim,) of the same picture and model in place of a damaged one."""
    stored = np.ascontiguousarray(vector, _STORED).tobytes()
    with catalog.transaction() as db:
        sha256, fingerprint = kept_picture(catalog, kept_id)
        db.execute(
            "UPDATE kept_queries SET vector = ?, checksum = ? WHERE id = ?",
            [stored, query_checksum(fingerprint, sha256, stored), kept_id],
        )


def kept_picture(catalog: Catalog, kept_id: int) -> tuple[str, str]:
    """The hash of a kept picture, and the fingerprint of the backbone that saw it."""
    query = "SELECT sha256, fingerprint FROM kept_queries WHERE id = ?"
    sha256, fingerprint = catalog.db.execute(query, [kept_id]).fetchone()
    return str(sha256), str(fingerprint)


def kept_queries(catalog: Catalog) -> list[KeptQuery]:
    """Every kept picture of a product that is live, in the order they were kept.

    One whose vector does not fit its checksum is left out.
    """
    rows = catalog.db.execute(
        "SELECT kept_queries.id, product_id, sha256, fingerprint, vector, checksum FROM kept_queries"
        " JOIN search_feedback ON search_feedback.id = feedback_id"
        " JOIN products ON products.id = product_id WHERE archived = 0 ORDER BY kept_queries.id"
    ).fetchall()
    return [
        KeptQuery(i, product, sha, print_, np.frombuffer(blob, _STORED))
        for i, product, sha, print_, blob, checksum in rows
        if checksum in (None, query_checksum(print_, sha, blob))
    ]


def kept_hashes(catalog: Catalog) -> set[str]:
    """The hashes of all kept files."""
    return {row[0] for row in catalog.db.execute("SELECT DISTINCT sha256 FROM kept_queries").fetchall()}


def kept_counts(catalog: Catalog) -> tuple[int, int]:
    """How much :func:`forget_kept` would delete: (pictures, searches that they belong to)."""
    row = catalog.db.execute(
        "SELECT COUNT(DISTINCT sha256), COUNT(DISTINCT search_id)"
        " FROM kept_queries JOIN search_feedback ON search_feedback.id = feedback_id"
    ).fetchone()
    return int(row[0]), int(row[1])


def forget_kept(catalog: Catalog) -> int:
    """Delete every search of which a picture is kept, and all that was said of it; returns how many.

    What they took in the file is overwritten, not only marked as free.
    """
    with erasing(catalog) as db:
        count = db.execute(
            "DELETE FROM searches WHERE id IN (SELECT search_id FROM search_feedback WHERE id IN"
            " (SELECT feedback_id FROM kept_queries))"
        ).rowcount
    empty_log(catalog)
    return int(count)


def _summarise(catalog: Catalog, search_id: int) -> None:
    """The search's own columns: the last word that was said of it, and its product."""
    row = catalog.db.execute(
        "SELECT said, product_id FROM search_feedback WHERE search_id = ? ORDER BY id DESC LIMIT 1",
        [search_id],
    ).fetchone()
    said, product_id = row if row is not None else ("", None)
    log_choice(catalog, search_id, None if said == Said.WRONG else product_id, said)
