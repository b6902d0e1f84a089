"""Products that two tills made apart under one SKU: told, for a person to say whether they are one.

Both can be sold meanwhile; the one that was made later has an ending on its SKU
(:mod:`core.hub.merging.skus`). Those that are one are merged as any two
(:func:`core.copies.merging.merge_products`), on whichever till.
"""

from dataclasses import dataclass

from core.catalog.database.catalog import Catalog
from core.catalog.products.products import Product, product_by_id


@dataclass(frozen=True, slots=True)
class MadeTwice:
    """Products that were given one SKU: the one that has it, and the others, which have it with an ending."""

    sku: str
    kept: Product
    others: tuple[Product, ...]


def made_twice(catalog: Catalog) -> list[MadeTwice]:
    """All of them, by SKU; not those that were merged, or put away."""
    rows = catalog.db.execute(
        "SELECT hub_products.sku, product_id FROM hub_products JOIN products ON products.id = product_id"
        " WHERE archived = 0 AND hub_products.sku IN (SELECT sku FROM hub_products"
        "  WHERE product_id IS NOT NULL GROUP BY sku HAVING count(*) > 1) ORDER BY hub_products.sku, uid"
    ).fetchall()
    grouped: dict[str, list[Product]] = {}
    for sku, product_id in rows:
        product = product_by_id(catalog, product_id)
        if product is not None:
            grouped.setdefault(sku, []).append(product)
    return [MadeTwice(sku, found[0], tuple(found[1:])) for sku, found in grouped.items() if len(found) > 1]
