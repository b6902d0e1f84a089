"""Whether a stock is known, where several tills say it: by the movements' ids, whatever came first."""

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.stock import Reason


def settle_whether_known(catalog: Catalog, product_id: int) -> None:
    """Let the stock be known here if it is by the movements' ids: the books go by the order of arrival.

    In a transaction in which nothing is written down for the hub.
    """
    row = catalog.db.execute(
        "SELECT counted FROM hub_movements AS telling WHERE product_id = ? AND counted IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM hub_movements AS later WHERE later.undo_of = telling.uid)"
        " ORDER BY uid DESC LIMIT 1",
        [product_id],
    ).fetchone()
    is_known = row is not None and row[0] == 1
    (stock,) = catalog.db.execute("SELECT stock_milli FROM products WHERE id = ?", [product_id]).fetchone()
    if (stock is not None) != is_known:
        catalog.db.execute(
            "INSERT INTO stock_movements (product_id, quantity_milli, reason, who, moved, counted)"
            " VALUES (?, 0, ?, '', ?, ?)",
            [product_id, Reason.CORRECTION, utc_now(), int(is_known)],
        )
