"""Which products a count is about: those of a category, of a part of the shelves, or all."""

from typing import Any

from core.catalog.products.products import product_by_id
from core.shop.shop import Shop
from core.stocktake.stocktake import Stocktake

INSIDE = (
    "((:category = '' OR products.category = :category COLLATE NOCASE) AND (:location = ''"
    " OR substr(products.location, 1, length(:location)) = :location COLLATE NOCASE))"
)
"""SQL: whether a product belongs to the count whose scope the parameters name."""


def scope_names(stocktake: Stocktake) -> dict[str, Any]:
    """The parameters that :data:`INSIDE` and its neighbours take."""
    return {"category": stocktake.category, "location": stocktake.location, "stocktake": stocktake.id}


def is_inside(shop: Shop, stocktake: Stocktake, product_id: int) -> bool:
    """Whether the product belongs to what is being counted."""
    product = product_by_id(shop.catalog, product_id)
    return product is not None and (
        (not stocktake.category or product.category.casefold() == stocktake.category.casefold())
        and product.location.casefold().startswith(stocktake.location.casefold())
    )
