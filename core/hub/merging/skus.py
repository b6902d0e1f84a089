"""One SKU that two tills gave apart: the product that was made first keeps it, the other gets an ending.

Which of them that is follows from the products' uids alone, so every till comes to the same, whatever it
heard of first. Nobody is asked for it: both products can be sold and found until somebody merges them
(:mod:`core.hub.made_twice`).
"""

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.database.tokens import sku_key

_ENDING = 6


def settle_sku(catalog: Catalog, sku: str) -> None:
    """Give every live product that was given ``sku`` the one that it has here; in a transaction."""
    rows = catalog.db.execute(
        "SELECT uid, product_id, products.sku FROM hub_products JOIN products ON products.id = product_id"
        " WHERE hub_products.sku = ? ORDER BY uid",
        [sku],
    ).fetchall()
    for uid, product_id, shown in rows[1:]:
        _rename(catalog, product_id, shown, sku_with_ending(sku, uid))
    for _uid, product_id, shown in rows[:1]:
        _rename(catalog, product_id, shown, sku)


def sku_with_ending(sku: str, uid: str) -> str:
    """What a product is called while another one has its SKU."""
    return f"{sku}-{uid[-_ENDING:]}"


def _rename(catalog: Catalog, product_id: int, shown: str, sku: str) -> None:
    if shown != sku:
        catalog.db.execute(
            "UPDATE products SET sku = ?, sku_key = ?, updated = ? WHERE id = ?",
            [sku, sku_key(sku), utc_now(), product_id],
        )
