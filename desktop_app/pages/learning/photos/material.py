"""What photos of products there are, and of how many products there are too few."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.catalog.lists.filters import ENOUGH_PHOTOS, Filter, matching_product_ids
from core.catalog.photos.photos import photos_by_kind
from core.catalog.products.products import counts

if TYPE_CHECKING:
    from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class Material:
    """Numbers of live products and their photos.

    Attributes:
        counter_photos: taken in the shop.
        short: products with fewer photos than recognition has something to go by.
        writable: whether photos may be added.
    """

    products: int
    catalog_photos: int
    counter_photos: int
    short: int
    writable: bool


def material_of(shop: Shop) -> Material:
    """What ``shop`` has; for a job."""
    catalog_photos, counter_photos = photos_by_kind(shop.catalog)
    return Material(
        products=counts(shop.catalog).products,
        catalog_photos=catalog_photos,
        counter_photos=counter_photos,
        short=len(matching_product_ids(shop.catalog, Filter(fewer_photos=ENOUGH_PHOTOS))),
        writable=shop.writable,
    )
