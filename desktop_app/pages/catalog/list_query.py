"""Which products the catalog page lists, as plain data; light enough for the window's start."""

from dataclasses import dataclass

BEST_FIRST = ""
"""The order of a text search: the likeliest first; by title where nothing is searched."""


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Text, filters and order.

    Attributes:
        in_stock: True in stock, False out of stock, None both.
        archived: the archived products instead of those on the shelf.
        sort: one of :data:`desktop_app.pages.catalog.lists.product_columns.SORTS`, or :data:`BEST_FIRST`.
    """

    text: str = ""
    category: str = ""
    brand: str = ""
    tag: str = ""
    in_stock: bool | None = None
    without_photo: bool = False
    without_price: bool = False
    archived: bool = False
    sort: str = BEST_FIRST
    descending: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether products are left out."""
        return self != ListQuery(sort=self.sort, descending=self.descending)
