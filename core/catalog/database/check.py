"""Whether the catalog is as it should be. What can be set right is in :mod:`core.catalog.database.repair`.

Checked are SQLite's own structures, foreign keys, the stock ledger, photo files, vectors and the text
index. Whether the picture index agrees with the catalog is checked where both are known.
"""

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np

from core.catalog.database.catalog import Catalog
from core.errors import KnownError
from core.messages import Sentence, message
from core.progress import ReportProgress, ignore_progress, report

_PHOTOS_STAGE = message("core", "Checking photos")
_MOST_SHOWN = 100
_VECTOR_BATCH = 4096
DELETABLE_ORPHANS = {
    "photos": "product_id NOT IN (SELECT id FROM products)",
    "vectors": "photo_id NOT IN (SELECT id FROM photos) OR model_id NOT IN (SELECT id FROM vector_models)",
    "product_tags": "product_id NOT IN (SELECT id FROM products)",
    "tag_changes": "product_id NOT IN (SELECT id FROM products)"
    " OR operation_id NOT IN (SELECT id FROM tag_operations)",
    "edit_changes": "product_id NOT IN (SELECT id FROM products) OR edit_id NOT IN (SELECT id FROM edits)",
}
"""Tables whose rows mean nothing without what they belong to, and which rows those are. Not among them is
the stock ledger: what moved is kept, whatever became of the product."""


class Defect(StrEnum):
    """Kinds of problem; each has its repair, but for a damaged file, which wants a backup."""

    DAMAGED_FILE = "damaged file"
    DAMAGED_INDEX = "damaged index"
    ORPHAN = "orphan"
    STOCK_TOTAL = "stock total"
    SKU_KEY = "sku key"
    PHOTO_MISSING = "photo missing"
    PHOTO_CHANGED = "photo changed"
    PHOTO_BACK = "photo back"
    VECTOR = "vector"
    UNKNOWN_MODEL = "unknown model"
    TEXT_INDEX = "text index"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be.

    Attributes:
        row_id: the product, photo or vector concerned, where it is one.
        can_repair: True if :func:`core.catalog.database.repair.repair` sets it right.
    """

    defect: Defect
    sentence: Sentence
    row_id: int | None = None
    can_repair: bool = True


def check(
    catalog: Catalog,
    photo_path: Callable[[str], Path] | None = None,
    *,
    known_models: Collection[str] | None = None,
    progress: ReportProgress = ignore_progress,
) -> list[Problem]:
    """Every problem of the catalog.

    Args:
        photo_path: where the stored photo with a hash lies; None leaves photo files unchecked.
        known_models: fingerprints of models that exist; None leaves vectors' models unchecked.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    try:
        structure = list(_structure(catalog))
        if any(not problem.can_repair for problem in structure):
            return structure  # what a damaged file says of the rest is not to be trusted
        return [
            *structure,
            *_orphans(catalog),
            *_stock_totals(catalog),
            *_sku_keys(catalog),
            *_vectors(catalog),
            *_models(catalog, known_models),
            *_text_index(catalog),
            *(_photo_files(catalog, photo_path, progress) if photo_path else ()),
        ]
    except KnownError as error:
        return [Problem(Defect.DAMAGED_FILE, error.sentence, can_repair=False)]


def _structure(catalog: Catalog) -> Iterator[Problem]:
    rows = [row[0] for row in catalog.db.execute(f"PRAGMA integrity_check({_MOST_SHOWN})").fetchall()]
    for text in rows:
        if text == "ok":
            continue
        only_index = "missing from index" in text or "wrong # of entries in index" in text
        if only_index:
            yield Problem(
                Defect.DAMAGED_INDEX,
                Sentence(
                    message("core", "An index of the catalog is incomplete: {detail}."), {"detail": text}
                ),
            )
        else:
            yield Problem(
                Defect.DAMAGED_FILE,
                Sentence(
                    message("core", "The catalog's file is damaged: {detail}. Restore a backup."),
                    {"detail": text},
                ),
                can_repair=False,
            )


def _orphans(catalog: Catalog) -> Iterator[Problem]:
    for table, row_id, parent, _ in catalog.db.execute("PRAGMA foreign_key_check").fetchall():
        yield Problem(
            Defect.ORPHAN,
            Sentence(
                message("core", "A row of {table} belongs to nothing in {parent}."),
                {"table": table, "parent": parent},
            ),
            row_id,
            can_repair=table in DELETABLE_ORPHANS,
        )


def _stock_totals(catalog: Catalog) -> Iterator[Problem]:
    for product_id, sku, stock, total in catalog.db.execute(
        "SELECT id, sku, stock, total FROM (SELECT id, sku, stock, coalesce((SELECT sum(quantity)"
        " FROM stock_movements WHERE product_id = products.id), 0) AS total FROM products) WHERE stock "
        "<> total"
    ).fetchall():
        yield Problem(
            Defect.STOCK_TOTAL,
            Sentence(
                message("core", "The stock of {sku} says {stock}, its movements sum up to {total}."),
                {"sku": sku, "stock": stock, "total": total},
            ),
            product_id,
        )


def _sku_keys(catalog: Catalog) -> Iterator[Problem]:
    for product_id, sku in catalog.db.execute(
        "SELECT id, sku FROM products WHERE sku_key <> snapshelf_sku_key(sku)"
    ).fetchall():
        yield Problem(
            Defect.SKU_KEY,
            Sentence(message("core", "The SKU {sku} cannot be found when it is mistyped."), {"sku": sku}),
            product_id,
        )


def _vectors(catalog: Catalog) -> Iterator[Problem]:
    sentence = Sentence(message("core", "A vector does not fit its model; it will be computed anew."))
    for (vector_id,) in catalog.db.execute(
        "SELECT vectors.id FROM vectors JOIN vector_models ON vector_models.id = model_id"
        " WHERE length(vector) <> 2 * dim"
    ).fetchall():
        yield Problem(Defect.VECTOR, sentence, vector_id)
    last = -1
    while rows := catalog.db.execute(
        "SELECT id, vector FROM vectors WHERE id > ? ORDER BY id LIMIT ?", [last, _VECTOR_BATCH]
    ).fetchall():
        last = rows[-1][0]
        for vector_id, blob in rows:
            if len(blob) % 2 == 0 and not np.isfinite(np.frombuffer(blob, dtype="<f2")).all():
                yield Problem(Defect.VECTOR, sentence, vector_id)


def _models(catalog: Catalog, known_models: Collection[str] | None) -> Iterator[Problem]:
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


def _text_index(catalog: Catalog) -> Iterator[Problem]:
    problem = Problem(
        Defect.TEXT_INDEX, Sentence(message("core", "The text index does not agree with the products."))
    )
    differing = (
        "SELECT * FROM (SELECT * FROM product_words EXCEPT SELECT rowid, * FROM product_text)"
        " UNION ALL SELECT * FROM (SELECT rowid, * FROM product_text EXCEPT SELECT * FROM product_words) "
        "LIMIT 1"
    )
    try:
        if catalog.db.execute(differing).fetchone() is not None:
            yield problem
        elif not catalog.read_only:  # the index's own check is written as an insertion
            with catalog.transaction() as db:
                db.execute("INSERT INTO product_text (product_text) VALUES ('integrity-check')")
    except (KnownError, sqlite3.DatabaseError):
        yield problem


def _photo_files(
    catalog: Catalog, photo_path: Callable[[str], Path], progress: ReportProgress
) -> Iterator[Problem]:
    rows = catalog.db.execute("SELECT sha256, max(missing), min(id) FROM photos GROUP BY sha256").fetchall()
    for done, (sha256, missing, photo_id) in enumerate(rows):
        report(progress, _PHOTOS_STAGE, done, len(rows))
        path = photo_path(sha256)
        actual = _sha256(path)
        if actual == sha256:
            if missing:
                yield _about_photo(
                    Defect.PHOTO_BACK,
                    message("core", "The photo {photo}, missing before, is there again."),
                    path,
                    photo_id,
                )
        elif not missing:
            if actual is None:
                text = message("core", "The photo {photo} is missing: import it again, or restore a backup.")
                yield _about_photo(Defect.PHOTO_MISSING, text, path, photo_id)
            else:
                text = message(
                    "core", "The photo {photo} was changed or damaged: import it again, or restore a backup."
                )
                yield _about_photo(Defect.PHOTO_CHANGED, text, path, photo_id)


def _about_photo(defect: Defect, text: str, path: Path, photo_id: int) -> Problem:
    return Problem(defect, Sentence(text, {"photo": path.name}), photo_id)


def _sha256(path: Path) -> str | None:
    with contextlib.suppress(OSError), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
    return None
