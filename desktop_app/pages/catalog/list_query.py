"""Which products the catalog page lists: what is asked for, and the shop's answer."""

from dataclasses import dataclass

from core.catalog.database.catalog import Catalog
from core.catalog.lists.browsing import RareSort, browse
from core.catalog.lists.filters import Filter
from core.catalog.lists.listing import SortBy
from core.moderation.waiting import products_that_wait
from desktop_app.pages.catalog.lists.listed_product import Listing, make_listing

BEST_FIRST = ""
"""The order of a text search: the likeliest first; by title where nothing is searched."""


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Text, filters and order.

    Attributes:
        in_stock: True in stock or not counted, False out of stock, None both.
        low: those alone of which there is too little.
        not_counted: those alone whose stock nobody has counted.
        few_photos: those alone with fewer photos than so many.
        waiting: those alone that wait for a decision about what must not be shown.
        archived: the archived products instead of those on the shelf.
        sort: one of :data:`desktop_app.pages.catalog.lists.product_columns.SORTS`, or :data:`BEST_FIRST`.
    """

    text: str = ""
    category: str = ""
    brand: str = ""
    tag: str = ""
    in_stock: bool | None = None
    low: bool = False
    not_counted: bool = False
    few_photos: int | None = None
    without_price: bool = False
    waiting: bool = False
    archived: bool = False
    sort: str = BEST_FIRST
    descending: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether products are left out."""
        return self != ListQuery(sort=self.sort, descending=self.descending)


def listing_of(catalog: Catalog, query: ListQuery) -> Listing:
    """The products that ``query`` asks for; for a job."""
    filter_ = Filter(
        categories=(query.category,) if query.category else (),
        brands=(query.brand,) if query.brand else (),
        tags=(query.tag,) if query.tag else (),
        in_stock=query.in_stock,
        counted=False if query.not_counted else None,
        low=query.low,
        archived=query.archived,
        fewer_photos=query.few_photos,
        has_price=False if query.without_price else None,
        among=tuple(products_that_wait(catalog).tolist()) if query.waiting else None,
    )
    sort: SortBy | RareSort | None = None
    if query.sort:
        rare = query.sort in {rare.value for rare in RareSort}
        sort = RareSort(query.sort) if rare else SortBy(query.sort)
    browsed = browse(catalog, query.text, filter_, sort, descending=query.descending)
    return make_listing(browsed.ids, browsed.meant)
