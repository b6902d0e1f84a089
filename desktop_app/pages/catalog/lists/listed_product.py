"""What a list of products shows, as plain data, and how it is read from the open shop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalog.lists.browsing import product_rows
from core.catalog.low_stock import shop_mark
from core.catalog.products.products import Product
from core.quantities.low_mark import is_low
from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class ListedProduct:
    """One product of a list.

    Attributes:
        thumbnail: path of a picture of it, small where there is one; "" without any.
        photos: how many photos it has.
        is_low: whether there is too little of it.
    """

    product: Product
    thumbnail: str
    photos: int
    is_low: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """Which products a list holds, in order.

    Attributes:
        ids: product ids, int64 of shape (n,).
        by_id: the places in ``ids``, sorted by the id that stands there, int64 of shape (n,).
        meant: the words that they fit, where nothing fits what was typed; "" otherwise.
    """

    ids: NDArray[np.int64]
    by_id: NDArray[np.int64]
    meant: str = ""

    def rows_of(self, product_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where these products stand, ascending; those that are not in the list are left out."""
        if not len(self.ids):
            return self.ids
        found = np.searchsorted(self.ids, product_ids, sorter=self.by_id)
        rows = self.by_id[np.minimum(found, len(self.ids) - 1)]
        kept: NDArray[np.int64] = np.sort(rows[self.ids[rows] == product_ids])
        return kept


def make_listing(ids: NDArray[np.int64], meant: str = "") -> Listing:
    """A listing of these products; some milliseconds for a hundred thousand, so made on a job's thread."""
    return Listing(ids, np.argsort(ids, kind="stable"), meant)


def listed_products(shop: Shop, product_ids: Sequence[int]) -> list[ListedProduct]:
    """Rows of these products, in the order given; for a job."""
    rows, shops_mark = product_rows(shop.catalog, product_ids), shop_mark(shop.catalog)
    return [
        ListedProduct(
            row.product,
            str(shop.files.small_path(row.photo)) if row.photo else "",
            row.photos,
            is_low(row.product.stock, row.product.low if row.product.low is not None else shops_mark),
        )
        for row in rows
    ]
