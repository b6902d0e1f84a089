"""What a catalog page shows: which products in which order, and what stands in a row of each.

The order is asked for once per change of text, filter or sorting; rows are read for the few products that
can be seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.lists.filters import Filter, where
from core.catalog.lists.listing import SortBy, ordered_ids
from core.catalog.lists.text_search import find_text
from core.catalog.photos.photos import photos_of_products
from core.catalog.products.products import Product, products_by_ids

_EVERY_LIVE = Filter()
_EVERY_HIT = 1_000_000


class RareSort(StrEnum):
    """Further orders, without an index: seldom asked for, and not worth what an index costs each import."""

    BARCODE = "barcode"
    TAGS = "tags"


_RARE_ORDER = {
    RareSort.BARCODE: "barcode",
    RareSort.TAGS: "(SELECT group_concat(tag, char(31)) FROM"
    " (SELECT tag FROM product_tags WHERE product_id = products.id ORDER BY tag)) COLLATE NOCASE",
}


@dataclass(frozen=True, slots=True, eq=False)
class Browsed:
    """What a list holds.

    Attributes:
        ids: of the products in order, int64 of shape (n,).
        meant: the words that they fit, where nothing fits what was typed; "" otherwise.
    """

    ids: NDArray[np.int64]
    meant: str = ""


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product as a list shows it.

    Attributes:
        photo: hash of the photo that stands for it; "" without one.
        photos: how many it has.
    """

    product: Product
    photo: str
    photos: int


def browse(
    catalog: Catalog,
    text: str = "",
    filter_: Filter = _EVERY_LIVE,
    sort: SortBy | RareSort | None = SortBy.TITLE,
    *,
    descending: bool = False,
) -> Browsed:
    """The products that ``text`` finds and that fulfil the filter, in order.

    Args:
        text: as :func:`core.catalog.lists.text_search.find_text` understands it; "" for all.
        sort: None for the likeliest first, where there is a text; else by title.
    """
    if not text.strip():
        return Browsed(_ordered(catalog, filter_, sort or SortBy.TITLE, descending))
    with catalog.snapshot():
        text_found = find_text(catalog, text, filter_, limit=_EVERY_HIT)
        hits = text_found.hits
        found = np.fromiter((hit.product_id for hit in hits), np.int64, len(hits))
        if sort is None or len(found) < 2:
            return Browsed(found, text_found.meant)
        order = _ordered(catalog, filter_, sort, descending)
    return Browsed(order[np.isin(order, found)], text_found.meant)


def product_rows(catalog: Catalog, product_ids: Sequence[int]) -> list[ProductRow]:
    """The rows of these products, in the order given; unknown ones are left out."""
    with catalog.snapshot():
        photos = photos_of_products(catalog, product_ids)
        products = products_by_ids(catalog, product_ids)
    rows = []
    for product in products:
        own = photos.get(product.id, [])
        present = next((photo.sha256 for photo in own if not photo.missing), "")
        rows.append(ProductRow(product, present, len(own)))
    return rows


def _ordered(
    catalog: Catalog, filter_: Filter, sort: SortBy | RareSort, descending: bool
) -> NDArray[np.int64]:
    if isinstance(sort, SortBy):
        return ordered_ids(catalog, filter_, sort, descending=descending)
    condition, values = where(filter_)
    direction = "DESC" if descending else "ASC"
    rows = catalog.db.execute(
        f"SELECT id FROM products WHERE {condition}"  # noqa: S608
        f" ORDER BY {_RARE_ORDER[sort]} {direction}, id {direction}",
        values,
    )
    return np.fromiter((row[0] for row in rows), np.int64)
