"""What a filter can be set to, and how many products each choice would leave.

A choice is counted under all other conditions of the filter, not under its own: with «Juice» chosen, the
other categories still say how many they have, as more than one of them may be chosen.
"""

from dataclasses import dataclass, replace

from core.catalog.currencies.iso import decimals
from core.catalog.database.catalog import Catalog
from core.catalog.lists.filters import Filter, where
from core.catalog.lists.listing import Facet

MOST_VALUES = 200
"""Of one column: the most frequent ones; who has more finds them by typing."""


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """The choices under one filter.

    Attributes:
        categories, brands, tags: values with how many products each would leave, by frequency.
        in_stock: how many are, or may be, on the shelf; ``not_counted`` of them were not counted.
        matching, products: how many fulfil the whole filter, and how many live ones there are.
        currency: the one that most prices are in; "" where there is no price.
        highest_price: of all live products, in that currency (not in its smallest unit); 0 without prices.
    """

    categories: tuple[Facet, ...]
    brands: tuple[Facet, ...]
    tags: tuple[Facet, ...]
    in_stock: int
    not_counted: int
    matching: int
    products: int
    currency: str
    highest_price: float


def filter_choices(catalog: Catalog, filter_: Filter) -> FilterChoices:
    """Count the choices under ``filter_``, in one view of the catalog."""
    with catalog.snapshot():
        currency, highest = _prices(catalog)
        return FilterChoices(
            _values(catalog, "category", replace(filter_, categories=())),
            _values(catalog, "brand", replace(filter_, brands=())),
            _tags(catalog, filter_),
            _count(catalog, replace(filter_, in_stock=True)),
            _count(catalog, replace(filter_, in_stock=True, counted=False)),
            _count(catalog, filter_),
            _count(catalog, Filter()),
            currency,
            highest,
        )


def _values(catalog: Catalog, column: str, others: Filter) -> tuple[Facet, ...]:
    condition, values = where(others)
    rows = catalog.db.execute(
        f"SELECT min({column}), count(*) AS amount FROM products WHERE {column} <> '' AND {condition}"  # noqa: S608
        f" GROUP BY {column} COLLATE NOCASE ORDER BY amount DESC, {column} COLLATE NOCASE LIMIT ?",
        [*values, MOST_VALUES],
    ).fetchall()
    return tuple(Facet(*row) for row in rows)


def _tags(catalog: Catalog, filter_: Filter) -> tuple[Facet, ...]:
    """Under the tags that are chosen, too: a product must have all of them."""
    condition, values = where(filter_)
    rows = catalog.db.execute(
        "SELECT tag, count(*) AS amount FROM product_tags WHERE product_id IN"  # noqa: S608
        f" (SELECT products.id FROM products WHERE {condition})"
        " GROUP BY tag ORDER BY amount DESC, tag LIMIT ?",
        [*values, MOST_VALUES],
    ).fetchall()
    return tuple(Facet(*row) for row in rows)


def _count(catalog: Catalog, filter_: Filter) -> int:
    condition, values = where(filter_)
    row = catalog.db.execute(f"SELECT count(*) FROM products WHERE {condition}", values).fetchone()  # noqa: S608
    return int(row[0])


def _prices(catalog: Catalog) -> tuple[str, float]:
    row = catalog.db.execute(
        "SELECT currency, max(price_minor), count(*) AS amount FROM products"
        " WHERE archived = 0 AND price_minor IS NOT NULL GROUP BY currency ORDER BY amount DESC LIMIT 1"
    ).fetchone()
    return ("", 0.0) if row is None else (row[0], row[1] / 10 ** decimals(row[0]))


def usual_currency(catalog: Catalog) -> str:
    """The currency that most of the products have; "" where none has one."""
    row = catalog.db.execute(
        "SELECT currency FROM products WHERE currency <> '' GROUP BY currency ORDER BY count(*) DESC LIMIT 1"
    ).fetchone()
    return str(row[0]) if row else ""
