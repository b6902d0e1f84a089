"""Whether the catalog is as it should be. What can be set right is in :mod:`core.catalog.database.repair`.

Checked are SQLite's own structures, foreign keys, the stock ledger, photo files, vectors and the text
index. Whether the picture index agrees with the catalog is checked where both are known.
"""

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np

from core.catalog.barcodes.written import code_keys
from core.catalog.database.catalog import Catalog
from core.catalog.database.hub_check import misses_changes, products_untold
from core.catalog.database.text_check import texts_that_differ
from core.catalog.database.vector_checksums import photo_checksum, query_checksum, unlabelled_checksum
from core.errors import KnownError
from core.messages import Sentence, message
from core.progress import ReportProgress, ignore_progress, report
from core.quantities.quantity import Quantity

_PHOTOS_STAGE = message("core", "Checking photos")
_MOST_SHOWN = 100
_VECTOR_BATCH = 4096
DELETABLE_ORPHANS = {
    "photos": "product_id NOT IN (SELECT id FROM products)",
    "vectors": "photo_id NOT IN (SELECT id FROM photos) OR model_id NOT IN (SELECT id FROM vector_models)",
    "unlabelled_photos": "search_id NOT IN (SELECT id FROM searches)",
    "unlabelled_vectors": "unlabelled_id NOT IN (SELECT id FROM unlabelled_photos)"
    " OR model_id NOT IN (SELECT id FROM vector_models)",
    "label_readings": "photo_id NOT IN (SELECT id FROM photos)",
    "label_lines": "photo_id NOT IN (SELECT id FROM photos)",
    "photo_descriptions": "photo_id NOT IN (SELECT id FROM photos)",
    "seen_words": "photo_id NOT IN (SELECT id FROM photos)",
    "product_tags": "product_id NOT IN (SELECT id FROM products)",
    "tag_changes": "product_id NOT IN (SELECT id FROM products)"
    " OR operation_id NOT IN (SELECT id FROM tag_operations)",
    "edit_changes": "edit_id NOT IN (SELECT id FROM edits)",
    "receipt_lines": "receipt_id NOT IN (SELECT id FROM receipts)"
    " OR import_id NOT IN (SELECT id FROM sales_imports)",
    "moderation_findings": "NOT EXISTS (SELECT 1 FROM moderation_looks AS look"
    " WHERE look.sha256 = moderation_findings.sha256 AND look.detector = moderation_findings.detector)",
}
"""Tables whose rows mean nothing without what they belong to, and which rows those are. Not among them is
the stock ledger: what moved is kept, whatever became of the product."""

STOCK_BY_LEDGER = """
    CASE (
        SELECT counted FROM stock_movements AS telling
        WHERE product_id = products.id AND counted IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM stock_movements AS later WHERE later.undo_of = telling.id)
        ORDER BY id DESC LIMIT 1
    ) WHEN 1 THEN (SELECT sum(quantity_milli) FROM stock_movements WHERE product_id = products.id) END
"""
"""SQL: what the movements of a product say of its stock; NULL if it was not counted."""


class Defect(StrEnum):
    """Kinds of problem; each has its repair, but for a damaged file, which wants a backup."""

    DAMAGED_FILE = "damaged file"
    DAMAGED_INDEX = "damaged index"
    ORPHAN = "orphan"
    STOCK_TOTAL = "stock total"
    SKU_KEY = "sku key"
    BARCODE = "barcode"
    PHOTO_MISSING = "photo missing"
    PHOTO_CHANGED = "photo changed"
    PHOTO_BACK = "photo back"
    VECTOR = "vector"
    QUERY_VECTOR = "query vector"
    UNLABELLED_VECTOR = "unlabelled vector"
    UNKNOWN_MODEL = "unknown model"
    TEXT_INDEX = "text index"
    TEXT = "text"
    HUB_CAPTURE = "hub capture"
    HUB_UNTOLD = "hub untold"


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
            *_barcodes(catalog),
            *_vectors(catalog),
            *_query_vectors(catalog),
            *_unlabelled_vectors(catalog),
            *_models(catalog, known_models),
            *_text_index(catalog),
            *_hub(catalog),
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
        f"SELECT id, sku, stock_milli, total FROM (SELECT id, sku, stock_milli, {STOCK_BY_LEDGER} AS total"  # noqa: S608
        " FROM products) WHERE stock_milli IS NOT total"
    ).fetchall():
        yield Problem(
            Defect.STOCK_TOTAL,
            Sentence(
                message("core", "The stock of {sku} says {stock}, its movements sum up to {total}."),
                {"sku": sku, "stock": _amount(stock), "total": _amount(total)},
            ),
            product_id,
        )


def _amount(thousandths: int | None) -> str | Sentence:
    return Sentence(message("core", "not counted")) if thousandths is None else str(Quantity(thousandths))


def _sku_keys(catalog: Catalog) -> Iterator[Problem]:
    for product_id, sku in catalog.db.execute(
        "SELECT id, sku FROM products WHERE sku_key <> snapshelf_sku_key(sku)"
    ).fetchall():
        yield Problem(
            Defect.SKU_KEY,
            Sentence(message("core", "The SKU {sku} cannot be found when it is mistyped."), {"sku": sku}),
            product_id,
        )


def _barcodes(catalog: Catalog) -> Iterator[Problem]:
    text = message("core", "The product {sku} is not found by its barcode, or by another's.")
    for product_id, sku, barcode, codes in catalog.db.execute(
        "SELECT id, sku, barcode, (SELECT json_group_array(code) FROM product_codes WHERE product_id = id)"
        " FROM products WHERE barcode <> '' OR id IN (SELECT product_id FROM product_codes)"
    ).fetchall():
        if set(json.loads(codes)) != set(code_keys(barcode)):
            yield Problem(Defect.BARCODE, Sentence(text, {"sku": sku}), product_id)


def _vectors(catalog: Catalog) -> Iterator[Problem]:
    last = -1
    while rows := catalog.db.execute(
        "SELECT vectors.id, model_id, photo_id, vector, checksum, dim, sku FROM vectors"
        " JOIN vector_models ON vector_models.id = model_id JOIN photos ON photos.id = photo_id"
        " JOIN products ON products.id = product_id WHERE vectors.id > ? ORDER BY vectors.id LIMIT ?",
        [last, _VECTOR_BATCH],
    ).fetchall():
        last = rows[-1][0]
        for vector_id, model, photo, blob, checksum, dim, sku in rows:
            whole = checksum in (None, photo_checksum(model, photo, blob))
            if whole and len(blob) == 2 * dim and np.isfinite(np.frombuffer(blob, dtype="<f2")).all():
                continue
            text = message("core", "A vector of the product {sku} is damaged; it will be computed again.")
            yield Problem(Defect.VECTOR, Sentence(text, {"sku": sku}), vector_id)


def _query_vectors(catalog: Catalog) -> Iterator[Problem]:
    rows = catalog.db.execute("SELECT id, fingerprint, sha256, vector, checksum FROM kept_queries").fetchall()
    for query_id, fingerprint, sha256, blob, checksum in rows:
        if checksum not in (None, query_checksum(fingerprint, sha256, blob)):
            text = message("core", "What is known of the kept search picture {photo} is damaged.")
            yield Problem(Defect.QUERY_VECTOR, Sentence(text, {"photo": f"{sha256}.jpg"}), query_id)


def _unlabelled_vectors(catalog: Catalog) -> Iterator[Problem]:
    rows = catalog.db.execute(
        "SELECT id, model_id, unlabelled_id, vector, checksum FROM unlabelled_vectors"
    ).fetchall()
    for vector_id, model, unlabelled, blob, checksum in rows:
        if checksum != unlabelled_checksum(model, unlabelled, blob):
            text = message("core", "The vector of the unlabelled photo {photo} is damaged: repair the shop.")
            yield Problem(Defect.UNLABELLED_VECTOR, Sentence(text, {"photo": unlabelled}), vector_id)


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
    try:
        differing = texts_that_differ(catalog)
        for text in differing:
            if text.in_doubt:
                yield Problem(
                    Defect.TEXT,
                    Sentence(
                        message(
                            "core",
                            "The product {sku} has two readings of its {field}: the catalog says "
                            "“{catalog}”, the search index “{index}”. Enter the right one again, or restore "
                            "a backup.",
                        ),
                        {"sku": text.sku, "field": text.field, "catalog": text.catalog, "index": text.index},
                    ),
                    text.product_id,
                    can_repair=False,
                )
        if any(not text.in_doubt for text in differing):
            yield problem
        elif not catalog.read_only:  # the index's own check is written as an insertion
            with catalog.transaction() as db:
                db.execute("INSERT INTO product_text (product_text) VALUES ('integrity-check')")
    except (KnownError, sqlite3.DatabaseError):
        yield problem


def _hub(catalog: Catalog) -> Iterator[Problem]:
    if misses_changes(catalog):
        text = message("core", "Changes of this shop are not written down for the hub that it has joined.")
        yield Problem(Defect.HUB_CAPTURE, Sentence(text))
    for product_id, sku in products_untold(catalog):
        text = message("core", "The hub was not told of {sku}: leave the hub and join it again.")
        yield Problem(Defect.HUB_UNTOLD, Sentence(text, {"sku": sku}), product_id, can_repair=False)


def _photo_files(
    catalog: Catalog, photo_path: Callable[[str], Path], progress: ReportProgress
) -> Iterator[Problem]:
    rows = catalog.db.execute(
        "SELECT sha256, max(missing), min(photos.id),"
        " group_concat(DISTINCT CASE title WHEN '' THEN sku ELSE title || ' (' || sku || ')' END)"
        " FROM photos LEFT JOIN products ON products.id = product_id"
        " WHERE sha256 NOT IN (SELECT sha256 FROM hub_files WHERE way = 'in' AND size = 'photo')"
        " GROUP BY sha256"
    ).fetchall()
    for done, (sha256, missing, photo_id, products) in enumerate(rows):
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
                    products,
                )
            continue
        if actual is None:
            defect = Defect.PHOTO_MISSING
            text = message(
                "core",
                "The photo {photo} of {product} is missing: import it again, remove it from the product, or "
                "restore a backup.",
            )
        else:
            defect = Defect.PHOTO_CHANGED
            text = message(
                "core",
                "The photo {photo} of {product} was changed or damaged: import it again, remove it from the "
                "product, or restore a backup.",
            )
        # A repair marks it, so that nothing shows it; then only a person can do more.
        yield _about_photo(defect, text, path, photo_id, products, can_repair=not missing)


def _about_photo(
    defect: Defect, text: str, path: Path, photo_id: int, products: str | None, *, can_repair: bool = True
) -> Problem:
    values = {"photo": path.name, "product": products or "–"}
    return Problem(defect, Sentence(text, values), photo_id, can_repair)


def _sha256(path: Path) -> str | None:
    with contextlib.suppress(OSError), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
    return None
