"""The products of a group, as they are shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.catalog.photos.photos import photos_of_products
from core.catalog.products.products import products_by_ids
from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class Member:
    """A product of the group at hand; ``thumbnail`` is a path, "" where it has no photo."""

    product_id: int
    sku: str
    title: str
    category: str
    tags: tuple[str, ...]
    thumbnail: str


def members_of(shop: Shop, product_ids: Sequence[int]) -> tuple[Member, ...]:
    """These products in the order given, but for those that somebody removed."""
    products = {found.id: found for found in products_by_ids(shop.catalog, product_ids)}
    photos = photos_of_products(shop.catalog, product_ids)
    members = []
    for product_id in product_ids:
        product = products.get(product_id)
        if product is None:  # removed by somebody else
            continue
        first = next((photo for photo in photos.get(product_id, []) if not photo.missing), None)
        thumbnail = str(shop.files.small_path(first.sha256)) if first else ""
        members.append(
            Member(product.id, product.sku, product.title, product.category, product.tags, thumbnail)
        )
    return tuple(members)
