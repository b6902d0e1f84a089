"""Products taken out of the catalog with everything that hangs on them; nothing brings them back.

What is gone: their fields, tags, photos and vectors, their stock movements and counts, what clerks said of
them, and what the log of edits knows of them. What lessons learned from their photos stays learned.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.catalog.database.catalog import Catalog
from core.catalog.edits.edit_log import hashes_in_edits
from core.catalog.photos.photos import photo_hashes
from core.errors import KnownError
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report

_STAGE = message("core", "Deleting products")
_BATCH = 100
_THESE = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Deletion:
    """What goes, or went.

    Attributes:
        title: the product's, if it is one; "" otherwise.
        photos, movements: how many of them the products have.
    """

    products: int
    title: str
    photos: int
    movements: int


def what_would_go(catalog: Catalog, product_ids: Iterable[int]) -> Deletion:
    """What :func:`delete_products` would delete; products that are gone are left out.

    Raises:
        KnownError: one of them may not go.
    """
    keys = _keys(product_ids)
    _require_deletable(catalog, keys)
    products, title, photos, movements = catalog.db.execute(
        "SELECT count(*), min(title),"  # noqa: S608
        f" (SELECT count(*) FROM photos WHERE product_id IN {_THESE}),"
        f" (SELECT count(*) FROM stock_movements WHERE product_id IN {_THESE})"
        f" FROM products WHERE id IN {_THESE}",
        [keys, keys, keys],
    ).fetchone()
    return Deletion(products, title if products == 1 else "", photos, movements)


def delete_products(
    catalog: Catalog, product_ids: Iterable[int], progress: ReportProgress = ignore_progress
) -> tuple[Deletion, set[str]]:
    """Delete archived products, all or none.

    Returns:
        What went, and the hashes of photos that nothing in the catalog names any more, edits that can be
        undone among it: their files are the caller's to delete.

    Raises:
        KnownError: a product is on the shelf, or counted in the stocktake under way; the disk is full.
        Cancelled: ``progress`` asked to stop; nothing is deleted then.
    """
    wanted = [int(product_id) for product_id in product_ids]
    with catalog.transaction():
        return what_would_go(catalog, wanted), remove_products(catalog, wanted, progress)


def remove_products(
    catalog: Catalog, product_ids: Sequence[int], progress: ReportProgress = ignore_progress
) -> set[str]:
    """Remove products, on the shelf or not, inside a transaction; the hashes that nothing names any more."""
    named = _hashes(catalog, product_ids)
    for start in range(0, len(product_ids), _BATCH):
        report(progress, _STAGE, start, len(product_ids))
        batch = product_ids[start : start + _BATCH]
        forget_edits(catalog, batch)
        take_out(catalog, batch)
    report(progress, _STAGE, len(product_ids), len(product_ids))
    return named - photo_hashes(catalog) - hashes_in_edits(catalog)


def take_out(catalog: Catalog, product_ids: Sequence[int]) -> None:
    """Remove products and their movements, inside a transaction, as if they had never been.

    What the log of edits says of them stays, but for the movements that are gone; so do the photos' files.
    """
    db, keys = catalog.db, _keys(product_ids)
    movements = f"(SELECT id FROM stock_movements WHERE product_id IN {_THESE})"  # noqa: S608
    db.execute("PRAGMA defer_foreign_keys = ON")  # its movements may go only once a product is gone itself
    db.execute(f"UPDATE edit_changes SET movement_id = NULL WHERE movement_id IN {movements}", [keys])  # noqa: S608
    db.execute(f"DELETE FROM stocktake_movements WHERE movement_id IN {movements}", [keys])  # noqa: S608
    db.execute(f"DELETE FROM products WHERE id IN {_THESE}", [keys])  # noqa: S608
    db.execute(f"DELETE FROM stock_movements WHERE product_id IN {_THESE}", [keys])  # noqa: S608


def _require_deletable(catalog: Catalog, keys: str) -> None:
    shelved = catalog.db.execute(
        f"SELECT title FROM products WHERE archived = 0 AND id IN {_THESE} LIMIT 1",  # noqa: S608
        [keys],
    ).fetchone()
    if shelved is not None:
        raise KnownError(
            message("core", "“{title}” is on the shelf: only what is archived can be deleted for good."),
            title=shelved[0],
        )
    counted = catalog.db.execute(
        "SELECT title FROM products WHERE id IN"  # noqa: S608
        " (SELECT product_id FROM stocktake_counts JOIN stocktakes ON stocktakes.id = stocktake_id"
        f"  WHERE outcome IS NULL AND product_id IN {_THESE}) LIMIT 1",
        [keys],
    ).fetchone()
    if counted is not None:
        raise KnownError(
            message("core", "“{title}” is counted in the stocktake under way: end that first."),
            title=counted[0],
        )


def forget_edits(catalog: Catalog, product_ids: Sequence[int]) -> None:
    """Nothing that was done to the products can be undone or done again; other products' edits can."""
    db, keys = catalog.db, _keys(product_ids)
    edits = db.execute(
        f"SELECT DISTINCT edit_id FROM edit_changes WHERE product_id IN {_THESE}",  # noqa: S608
        [keys],
    ).fetchall()
    db.execute(f"DELETE FROM edit_changes WHERE product_id IN {_THESE}", [keys])  # noqa: S608
    db.execute(
        f"DELETE FROM edits WHERE id IN {_THESE}"  # noqa: S608
        " AND NOT EXISTS (SELECT 1 FROM edit_changes WHERE edit_id = edits.id)",
        [json.dumps([edit for (edit,) in edits])],
    )


def _hashes(catalog: Catalog, product_ids: Sequence[int]) -> set[str]:
    """The photos that products have, and those that they had before edits which can be undone."""
    rows = catalog.db.execute(
        f"SELECT sha256 FROM photos WHERE product_id IN {_THESE}",  # noqa: S608
        [_keys(product_ids)],
    )
    return {sha256 for (sha256,) in rows.fetchall()} | hashes_in_edits(catalog, product_ids)


def _keys(product_ids: Iterable[int]) -> str:
    return json.dumps([int(product_id) for product_id in product_ids])
