"""The gate at import: the photos that an import brought are looked at, and its products that wait are told.

Nothing is held back and nothing deleted: the products are in the shop, and wait for a person's decision. Who
looks is a child process, so that a photo at which it ends costs itself alone.
"""

from core.catalog.database.catalog import Catalog
from core.moderation.looking import look_through
from core.moderation.waiting import products_that_wait
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop


def look_at_imported(shop: Shop, step: int, progress: ReportProgress = ignore_progress) -> int:
    """Look at the photos of an import's products that nobody has looked at yet.

    Args:
        step: the import's key in the log of edits.

    Returns:
        How many of these products wait for a decision.

    Raises:
        KnownError: the shop can only be read, or the child ended again and again.
        Cancelled: ``progress`` asked to stop; what was seen until then is kept.
    """
    hashes = {
        sha256
        for (sha256,) in shop.catalog.db.execute(
            "SELECT DISTINCT sha256 FROM photos JOIN edit_changes USING (product_id) WHERE edit_id = ?",
            [step],
        ).fetchall()
    }
    look_through(shop, progress, only=hashes)  # `check` names the damaged files
    return len(waiting_of_step(shop.catalog, step))


def waiting_of_step(catalog: Catalog, step: int) -> list[int]:
    """Ids of the products of an edit that wait for a decision, by what is known now."""
    rows = catalog.db.execute(
        "SELECT DISTINCT product_id FROM edit_changes WHERE edit_id = ?", [step]
    ).fetchall()
    return sorted({row[0] for row in rows}.intersection(products_that_wait(catalog).tolist()))
