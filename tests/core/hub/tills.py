"""Tills for the tests: real shop folders that join a real hub, and how two of them are compared."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.catalog.database.catalog import Catalog
from core.hub.connection import connected
from core.hub.joining import join
from core.hub.synchronising import Synchronised, synchronise
from core.shop.opening import open_shop
from core.shop.shop import Shop


@contextlib.contextmanager
def joined_till(folder: Path, hub: str, store: str) -> Iterator[Shop]:
    """A shop in ``folder``, new or not, that has joined ``hub`` as ``store``."""
    with open_shop(folder, create=True) as shop:
        with connected(hub) as connection:
            join(shop, connection, hub, store)
        yield shop


def sync(shop: Shop, hub: str) -> Synchronised:
    """One round."""
    with connected(hub) as connection:
        return synchronise(shop, connection)


def told(catalog: Catalog, *, of_store: bool = True) -> dict[str, dict[str, Any]]:
    """All that tills share, by the products' uids; ``of_store`` also what only tills of one store do."""
    rows = catalog.db.execute(
        "SELECT uid, products.sku, title, description, category, brand, barcode, unit, price_minor, currency,"
        " sale_minor, sale_starts, sale_ends, archived, extra,"
        " (SELECT uid FROM hub_products AS other WHERE other.product_id = merged_into),"
        " (SELECT json_group_array(tag) FROM (SELECT tag FROM product_tags"
        "  WHERE product_id = products.id ORDER BY tag)),"
        " (SELECT json_group_array(told) FROM (SELECT sha256 || kind || position AS told FROM photos"
        "  WHERE product_id = products.id ORDER BY sha256)), location, low_milli, stock_milli,"
        " (SELECT json_group_object(store, quantity_milli) FROM (SELECT * FROM hub_stock"
        "  WHERE hub_stock.uid = hub_products.uid ORDER BY store))"
        " FROM products JOIN hub_products ON product_id = products.id ORDER BY uid"
    )
    names = [column[0] for column in rows.description]
    found = {}
    for row in rows.fetchall():
        said = dict(zip(names, row, strict=True))
        said["extra"] = sorted(said["extra"])
        found[row[0]] = dict(list(said.items())[: None if of_store else 18])
    return found
