"""What the other stores of a hub have, as this till heard last; nothing in a shop on its own."""

import json
from collections.abc import Iterable

from core.answer import StoreStock
from core.catalog.database.catalog import Catalog
from core.quantities.quantity import Quantity


def stock_elsewhere(catalog: Catalog, product_ids: Iterable[int]) -> dict[int, tuple[StoreStock, ...]]:
    """The other stores that have some of each product, those with most first; other products are left out."""
    rows = catalog.db.execute(
        "SELECT product_id, store, quantity_milli FROM hub_products JOIN hub_stock USING (uid)"
        " WHERE product_id IN (SELECT value FROM json_each(?)) AND quantity_milli > 0"
        " ORDER BY quantity_milli DESC, store",
        [json.dumps([int(product_id) for product_id in product_ids])],
    ).fetchall()
    found: dict[int, list[StoreStock]] = {}
    for product_id, store, quantity in rows:
        found.setdefault(product_id, []).append(StoreStock(store, Quantity(quantity)))
    return {product_id: tuple(stores) for product_id, stores in found.items()}
