"""What photos of products there are, and of how many products there are too few."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.catalog.lists.browsing import product_rows
from core.catalog.lists.filters import ENOUGH_PHOTOS, Filter, matching_product_ids
from core.catalog.photos.photos import photos_by_kind
from core.catalog.products.products import counts

if TYPE_CHECKING:
    from core.shop.shop import Shop

MOST = 500
"""Products that one photographs in a row."""
_READ = 5000
"""Products that are read to be put in the order of the shelves."""


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


@dataclass(frozen=True, slots=True)
class ShortProduct:
    """A product with too few photos; ``thumbnail``, path of a small picture of it, "" without any."""

    id: int
    sku: str
    title: str
    location: str
    photos: int
    thumbnail: str


def short_products(shop: Shop) -> tuple[ShortProduct, ...]:
    """Products with too few photos, along the shelves, at most :data:`MOST`; for a job."""
    ids = matching_product_ids(shop.catalog, Filter(fewer_photos=ENOUGH_PHOTOS)).tolist()[:_READ]
    rows = product_rows(shop.catalog, ids)
    found = [
        ShortProduct(
            row.product.id,
            row.product.sku,
            row.product.title,
            row.product.location,
            row.photos,
            str(shop.files.small_path(row.photo)) if row.photo else "",
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda product: (product.location, product.title))[:MOST])


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
