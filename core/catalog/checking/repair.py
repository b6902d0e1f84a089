"""Sets right what :func:`core.catalog.checking.check.check` found, where that loses nothing that matters."""

from collections.abc import Callable, Collection

from core.catalog.checking.problem import Defect, Problem
from core.catalog.checking.products import STOCK_BY_LEDGER
from core.catalog.checking.structure import DELETABLE_ORPHANS
from core.catalog.checking.texts import texts_that_differ
from core.catalog.database.catalog import Catalog
from core.catalog.database.erasing import erasing
from core.catalog.database.schema.capture import begin_capture
from core.catalog.database.schema.m0012_barcodes import FILL_CODES
from core.catalog.database.schema.m0020_search_words import INDEX


def repair(catalog: Catalog, problems: Collection[Problem]) -> list[Problem]:
    """Set right what can be; returns what was. Check again afterwards: one problem may hide another.

    What is lost is only what can be made again: a photo whose file is gone is marked, not deleted; a
    vector that does not fit is deleted and will be computed anew.
    """
    repaired = []
    for defect, mend in _REPAIRS.items():
        found = [problem for problem in problems if problem.defect is defect and problem.can_repair]
        if found:
            with catalog.transaction():
                mend(catalog, found)
            repaired += found
    return repaired


def _reindex(catalog: Catalog, _: list[Problem]) -> None:
    catalog.db.execute("REINDEX")


def _delete_orphans(catalog: Catalog, problems: list[Problem]) -> None:
    tables = {problem.sentence.values["table"] for problem in problems}
    for table, orphaned in DELETABLE_ORPHANS.items():
        if table in tables:
            catalog.db.execute(f"DELETE FROM {table} WHERE {orphaned}")  # noqa: S608


def _sum_stock(catalog: Catalog, problems: list[Problem]) -> None:
    catalog.db.conn.executemany(
        f"UPDATE products SET stock_milli = {STOCK_BY_LEDGER} WHERE id = ?",  # noqa: S608
        [(problem.row_id,) for problem in problems],
    )


def _renew_sku_keys(catalog: Catalog, problems: list[Problem]) -> None:
    catalog.db.conn.executemany(
        "UPDATE products SET sku_key = snapshelf_sku_key(sku) WHERE id = ?",
        [(problem.row_id,) for problem in problems],
    )


def _renew_codes(catalog: Catalog, problems: list[Problem]) -> None:
    ids = [(problem.row_id,) for problem in problems]
    catalog.db.conn.executemany("DELETE FROM product_codes WHERE product_id = ?", ids)
    catalog.db.conn.executemany(f"{FILL_CODES} AND products.id = ?", ids)


def _write_changes_down(catalog: Catalog, _: list[Problem]) -> None:
    begin_capture(catalog.db.conn)


def _mark_photos(missing: bool) -> Callable[[Catalog, list[Problem]], None]:
    def mark(catalog: Catalog, problems: list[Problem]) -> None:
        catalog.db.conn.executemany(
            "UPDATE photos SET missing = ? WHERE sha256 = (SELECT sha256 FROM photos WHERE id = ?)",
            [(int(missing), problem.row_id) for problem in problems],
        )

    return mark


def _delete_vectors(catalog: Catalog, problems: list[Problem]) -> None:
    catalog.db.conn.executemany(
        "DELETE FROM vectors WHERE id = ?", [(problem.row_id,) for problem in problems]
    )


def _delete_query_vectors(catalog: Catalog, problems: list[Problem]) -> None:
    catalog.db.conn.executemany(
        "DELETE FROM kept_queries WHERE id = ?", [(problem.row_id,) for problem in problems]
    )


def _delete_unlabelled_vectors(catalog: Catalog, problems: list[Problem]) -> None:
    with erasing(catalog) as db:
        db.conn.executemany(
            "DELETE FROM unlabelled_vectors WHERE id = ?", [(problem.row_id,) for problem in problems]
        )


def _delete_models(catalog: Catalog, problems: list[Problem]) -> None:
    for problem in problems:
        with erasing(catalog) as db:
            db.execute("DELETE FROM unlabelled_vectors WHERE model_id = ?", [problem.row_id])
        catalog.db.execute("DELETE FROM vectors WHERE model_id = ?", [problem.row_id])
        catalog.db.execute("DELETE FROM vector_models WHERE id = ?", [problem.row_id])


def _renew_text_index(catalog: Catalog, _: list[Problem]) -> None:
    """Fill it from the products, but for those of which it may be the index that is right."""
    doubtful = {text.product_id for text in texts_that_differ(catalog) if text.in_doubt}
    marks = ",".join("?" * len(doubtful))
    query = f"SELECT rowid, * FROM product_text WHERE rowid IN ({marks})"  # noqa: S608  (question marks)
    kept = catalog.db.execute(query, list(doubtful)).fetchall() if doubtful else []
    catalog.db.execute("DROP TABLE product_terms")
    catalog.db.execute("DROP TABLE product_text")
    catalog.db.executescript(INDEX)
    for row in kept:
        catalog.db.execute("DELETE FROM product_text WHERE rowid = ?", row[:1])
        catalog.db.execute(
            "INSERT INTO product_text"
            " (rowid, title, sku, barcode, tags, category, brand, description, extra, label)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )


_REPAIRS: dict[Defect, Callable[[Catalog, list[Problem]], None]] = {
    Defect.DAMAGED_INDEX: _reindex,
    Defect.ORPHAN: _delete_orphans,
    Defect.STOCK_TOTAL: _sum_stock,
    Defect.SKU_KEY: _renew_sku_keys,
    Defect.BARCODE: _renew_codes,
    Defect.VECTOR: _delete_vectors,
    Defect.QUERY_VECTOR: _delete_query_vectors,
    Defect.UNLABELLED_VECTOR: _delete_unlabelled_vectors,
    Defect.UNKNOWN_MODEL: _delete_models,
    Defect.PHOTO_MISSING: _mark_photos(True),
    Defect.PHOTO_CHANGED: _mark_photos(True),
    Defect.PHOTO_BACK: _mark_photos(False),
    Defect.TEXT_INDEX: _renew_text_index,
    Defect.HUB_CAPTURE: _write_changes_down,
}
