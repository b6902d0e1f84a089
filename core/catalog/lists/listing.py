"""Lists of products, sorted and filtered, that stay instant at a hundred thousand.

A view that scrolls asks once for the order (:func:`ordered_ids`, read from a covering index) and then for
the few products that it shows (:func:`core.catalog.products.products.products_by_ids`).
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.lists.filters import Filter, where

_EVERY_LIVE = Filter()
_ROWS = 4096


class SortBy(StrEnum):
    """What a list is sorted by; each has an index."""

    TITLE = "title"
    SKU = "sku"
    CATEGORY = "category"
    BRAND = "brand"
    PRICE = "price"
    STOCK = "stock"
    LOCATION = "location"
    UPDATED = "updated"


_ORDER = {
    SortBy.TITLE: "title COLLATE NOCASE",
    SortBy.SKU: "sku COLLATE NOCASE",
    SortBy.CATEGORY: "category COLLATE NOCASE",
    SortBy.BRAND: "brand COLLATE NOCASE",
    SortBy.PRICE: "price_minor",
    SortBy.STOCK: "stock_milli",
    SortBy.LOCATION: "location COLLATE NOCASE",
    SortBy.UPDATED: "updated",
}


@dataclass(frozen=True, slots=True)
class Facet:
    """A value of a column and how many live products have it."""

    value: str
    products: int


def ordered_ids(
    catalog: Catalog,
    filter_: Filter = _EVERY_LIVE,
    sort: SortBy = SortBy.TITLE,
    *,
    descending: bool = False,
) -> NDArray[np.int64]:
    """Ids of the products that fulfil the filter, in order; ties in the order they were made.

    By stock, products that were not counted come last in either direction.
    """
    condition, values = where(filter_)
    direction = "DESC" if descending else "ASC"
    nulls = " NULLS LAST" if sort is SortBy.STOCK else ""
    cursor = catalog.db.execute(
        f"SELECT id FROM products WHERE {condition}"  # noqa: S608
        f" ORDER BY {_ORDER[sort]} {direction}{nulls}, id {direction}",
        values,
    )
    # In parts: an array made of a hundred thousand rows at once holds up every other thread meanwhile.
    parts = [np.array(rows, dtype=np.int64) for rows in iter(lambda: cursor.fetchmany(_ROWS), [])]
    return np.concatenate(parts).reshape(-1) if parts else np.empty(0, np.int64)


def facets(catalog: Catalog, column: SortBy) -> list[Facet]:
    """The values of a column of live products (category, brand or location), by name; empty ones left out.

    Raises:
        ValueError: for a column that holds no names.
    """
    if column not in (SortBy.CATEGORY, SortBy.BRAND, SortBy.LOCATION):
        raise ValueError(f"{column} has no facets")
    rows = catalog.db.execute(
        f"SELECT min({column}), count(*) FROM products WHERE archived = 0 AND {column} <> ''"  # noqa: S608
        f" GROUP BY {column} COLLATE NOCASE ORDER BY {column} COLLATE NOCASE"
    ).fetchall()
    return [Facet(*row) for row in rows]
