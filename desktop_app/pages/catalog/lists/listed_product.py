"""What a list of products shows, as plain data; light enough for the window's start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.catalog.products.products import Product


@dataclass(frozen=True, slots=True)
class ListedProduct:
    """One product of a list.

    Attributes:
        thumbnail: path of a picture of it, small where there is one; "" without any.
        photos: how many photos it has.
    """

    product: Product
    thumbnail: str
    photos: int


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """Which products a list holds, in order.

    Attributes:
        ids: product ids, int64 of shape (n,).
        by_id: the places in ``ids``, sorted by the id that stands there, int64 of shape (n,).
    """

    ids: NDArray[np.int64]
    by_id: NDArray[np.int64]

    def rows_of(self, product_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where these products stand, ascending; those that are not in the list are left out."""
        import numpy as np  # loaded long before there is a listing

        if not len(self.ids):
            return self.ids
        found = np.searchsorted(self.ids, product_ids, sorter=self.by_id)
        rows = self.by_id[np.minimum(found, len(self.ids) - 1)]
        kept: NDArray[np.int64] = np.sort(rows[self.ids[rows] == product_ids])
        return kept


def make_listing(ids: NDArray[np.int64]) -> Listing:
    """A listing of these products; some milliseconds for a hundred thousand, so made on a job's thread."""
    import numpy as np

    return Listing(ids, np.argsort(ids, kind="stable"))
