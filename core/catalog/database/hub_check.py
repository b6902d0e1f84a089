"""Whether a shop that has joined a hub writes its changes down, and the hub was told of all its products."""

from core.catalog.database.catalog import Catalog
from core.catalog.database.schema.capture import captures

_MOST_SHOWN = 100


def misses_changes(catalog: Catalog) -> bool:
    """Whether the shop has joined a hub, and yet what is changed in it is not written down for it."""
    is_joined = catalog.db.execute("SELECT 1 FROM hub_state").fetchone() is not None
    return is_joined and not captures(catalog.db.conn)


def products_untold(catalog: Catalog) -> list[tuple[int, str]]:
    """Keys and SKUs of products that no hub was told of, in a shop that has joined one."""
    return catalog.db.execute(
        "SELECT id, sku FROM products WHERE EXISTS (SELECT 1 FROM hub_state)"
        " AND NOT EXISTS (SELECT 1 FROM hub_products WHERE product_id = products.id) ORDER BY id LIMIT ?",
        [_MOST_SHOWN],
    ).fetchall()
