"""What was searched and what the clerk made of it: times, verdicts and products, never a picture."""

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.database.erasing import erasing
from core.feedback import Said


def log_search(
    catalog: Catalog,
    *,
    origin: str,
    verdict: str,
    top_product_id: int | None = None,
    top_confidence: float | None = None,
    milliseconds: float | None = None,
) -> int:
    """Write a search down; returns its key for :func:`log_choice`."""
    with catalog.transaction() as db:
        cursor = db.execute(
            "INSERT INTO searches (searched, origin, verdict, top_product_id, top_confidence, milliseconds)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [utc_now(), origin, verdict, top_product_id, top_confidence, milliseconds],
        )
    return int(cursor.lastrowid or 0)


def log_choice(catalog: Catalog, search_id: int, product_id: int | None, feedback: str = "") -> None:
    """Write down which product the clerk chose, and whether the answer was right."""
    with catalog.transaction() as db:
        db.execute(
            "UPDATE searches SET chosen_product_id = ?, feedback = ? WHERE id = ?",
            [product_id, feedback, search_id],
        )


def forget_searches(catalog: Catalog, before: str) -> int:
    """Delete searches older than the moment ``before`` (ISO 8601 UTC); returns how many."""
    with erasing(catalog) as db:
        return db.execute("DELETE FROM searches WHERE searched < ?", [before]).rowcount


def confirmed_searches(catalog: Catalog) -> int:
    """How many searches a clerk said a product to be right for."""
    row = catalog.db.execute(
        "SELECT COUNT(*) FROM searches WHERE chosen_product_id IS NOT NULL AND feedback IN (?, ?)",
        [Said.RIGHT.value, Said.INSTEAD.value],
    ).fetchone()
    return int(row[0])
