"""Which products are meant: by category, brand, tags, price, stock and any further column.

One filter serves lists, text search and picture search, where it becomes the photo ids that are allowed.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Literal, cast

import numpy as np
from numpy.typing import NDArray

from core.catalog.currencies.iso import THREE_DECIMALS, WITHOUT_DECIMALS
from core.catalog.database.catalog import Catalog
from core.catalog.low_stock import IS_LOW
from core.errors import KnownError
from core.messages import message
from core.quantities.quantity import PLACES

Comparison = Literal["<", "<=", "=", ">=", ">"]
NOT_COUNTED = "unknown"
"""What ``stock=`` is asked for to find products that were not counted."""
LOW = "low"
"""The same for those of which there is too little."""

ENOUGH_PHOTOS = 3
"""Photos of a product, from which on recognition has something to go by."""

_NAMES = ("category", "brand", "location", "tag", "price", "stock", "archived")


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit: ``Bound("<", Decimal(20))`` is below 20."""

    comparison: Comparison
    value: Decimal


@dataclass(frozen=True, slots=True)
class Filter:
    """What products must fulfil, all of it together; by default, being live.

    Attributes:
        categories, brands, locations: one of these, upper and lower case alike; empty for any.
        tags: all of these.
        prices: limits in the product's currency (not in its smallest unit); a product without a price
            fulfils none.
        stocks: limits of the stock; a product that was not counted fulfils none.
        in_stock: True leaves out what is known to be out of stock: a product that was not counted may be
            there. False asks for what is known to be out of stock.
        counted: whose stock is known (True), is not (False), either (None).
        low: those alone of which there is too little (:mod:`core.catalog.low_stock`).
        archived: False live, True archived, None both.
        has_price: with one (True), without (False), either (None).
        fewer_photos: those alone with fewer photos than so many; None asks for nothing.
        among: those alone whose ids these are; None asks for nothing.
        extra: values of further columns, upper and lower case alike.
    """

    categories: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    prices: tuple[Bound, ...] = ()
    stocks: tuple[Bound, ...] = ()
    in_stock: bool | None = None
    counted: bool | None = None
    low: bool = False
    archived: bool | None = False
    has_price: bool | None = None
    fewer_photos: int | None = None
    among: tuple[int, ...] | None = None
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def is_default(self) -> bool:
        """True if every live product fulfils it."""
        return self == Filter()


def where(filter_: Filter) -> tuple[str, list[str | int]]:
    """The filter as an SQL condition on ``products``, and its parameters."""
    conditions: list[str] = []
    values: list[str | int] = []
    if filter_.archived is not None:
        plus = "+" if filter_.low else ""  # as below: every product has to be looked at
        conditions.append(f"{plus}archived = {int(filter_.archived)}")
    for column, wanted in (
        ("category", filter_.categories),
        ("brand", filter_.brands),
        ("location", filter_.locations),
    ):
        if wanted:
            conditions.append(f"{column} COLLATE NOCASE IN ({', '.join('?' * len(wanted))})")
            values += wanted
    for tag in filter_.tags:
        conditions.append("products.id IN (SELECT product_id FROM product_tags WHERE tag = ?)")
        values.append(tag)
    for bound in filter_.prices:
        conditions.append(f"price_minor {bound.comparison} {_IN_MINOR}")
        values += [_whole(bound, factor) for factor in (1, 1000, 100)]
    # The plus keeps SQLite from the stock's index: most products are in stock, and to look each of them up
    # for another condition takes ten times as long as reading all products in a row.
    stock = "+stock_milli" if len(conditions) > 1 or filter_.extra else "stock_milli"
    for bound in filter_.stocks:
        conditions.append(f"{stock} {bound.comparison} ?")
        values.append(_whole(bound, 10**PLACES))
    if filter_.in_stock is not None:
        conditions.append(f"ifnull({stock} > 0, 1)" if filter_.in_stock else f"{stock} <= 0")
    if filter_.counted is not None:
        conditions.append(f"{stock} IS {'NOT ' if filter_.counted else ''}NULL")
    if filter_.low:
        conditions.append(IS_LOW)
    if filter_.fewer_photos is not None:
        conditions.append("(SELECT COUNT(*) FROM photos WHERE product_id = products.id) < ?")
        values.append(filter_.fewer_photos)
    if filter_.among is not None:
        conditions.append("products.id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(filter_.among))
    if filter_.has_price is not None:
        conditions.append(f"price_minor IS {'NOT ' if filter_.has_price else ''}NULL")
    for name, value in filter_.extra.items():
        conditions.append(
            "EXISTS (SELECT 1 FROM json_each(extra) WHERE key = ? COLLATE NOCASE AND value = ? COLLATE "
            "NOCASE)"
        )
        values += [name, value]
    return " AND ".join(conditions) or "1", values


def matching_product_ids(catalog: Catalog, filter_: Filter) -> NDArray[np.int64]:
    """Ids of the products that fulfil the filter, ascending."""
    condition, values = where(filter_)
    rows = catalog.db.execute(f"SELECT id FROM products WHERE {condition} ORDER BY id", values)  # noqa: S608
    return np.array(rows.fetchall(), dtype=np.int64).reshape(-1)


def matching_photo_ids(catalog: Catalog, filter_: Filter) -> NDArray[np.int64]:
    """Ids of all photos of the products that fulfil the filter, ascending."""
    condition, values = where(filter_)
    rows = catalog.db.execute(
        "SELECT id FROM photos WHERE product_id IN"  # noqa: S608
        f" (SELECT products.id FROM products WHERE {condition}) ORDER BY id",
        values,
    )
    return np.array(rows.fetchall(), dtype=np.int64).reshape(-1)


def parse_filter(conditions: Iterable[str]) -> Filter:
    """The filter that ``category=Juice``, ``price<20``, ``tag=organic``, ``stock>0`` … describe together.

    Several of one name among category, brand and location mean any of them; several tags mean all.
    A name that is none of ours is a further column of the merchant's table. ``stock>0`` asks for what may
    be on the shelf and keeps products that were not counted; every other limit of the stock leaves them out.
    ``stock=unknown`` asks for them alone, and ``stock=low`` for those of which there is too little.

    Raises:
        KnownError: a condition that cannot be read.
    """
    filter_ = Filter()
    for condition in conditions:
        match = re.fullmatch(r"\s*([^<>=]+?)\s*(<=|>=|=|<|>)\s*(.*?)\s*", condition, re.DOTALL)
        if match is None:
            raise KnownError(
                message("core", "“{condition}” is no condition: write category=Juice, price<20 or stock>0."),
                condition=condition,
            )
        if match[1].endswith("!"):
            raise KnownError(
                message(
                    "core", "“{condition}” asks for what is not so: only =, <, <=, > and >= are understood."
                ),
                condition=condition,
            )
        filter_ = _with_condition(filter_, match[1], cast("Comparison", match[2]), match[3])
    return filter_


def require_known(catalog: Catalog, filter_: Filter) -> None:
    """Refuse a filter by a column that no product has: it would find nothing, and nobody would know why.

    Raises:
        KnownError: it names the columns that there are.
    """
    for name in filter_.extra:
        used = "SELECT 1 FROM products, json_each(products.extra) WHERE key = ? COLLATE NOCASE LIMIT 1"
        if catalog.db.execute(used, [name]).fetchone() is None:
            columns = catalog.db.execute(
                "SELECT DISTINCT key FROM products, json_each(products.extra) ORDER BY key LIMIT 30"
            )
            raise KnownError(
                message("core", "There is no condition “{name}”. There are: {names}."),
                name=name,
                names=", ".join([*_NAMES, *(row[0] for row in columns.fetchall())]),
            )


def _with_condition(filter_: Filter, name: str, comparison: Comparison, value: str) -> Filter:
    known = name.casefold()
    if known == "stock" and comparison == "=" and value.casefold() == NOT_COUNTED:
        return replace(filter_, counted=False)
    if known == "stock" and comparison == "=" and value.casefold() == LOW:
        return replace(filter_, low=True)
    if known in ("price", "stock"):
        bound = Bound(comparison, _number(name, value))
        if known == "stock" and bound == Bound(">", Decimal(0)):
            return replace(filter_, in_stock=True)
        if known == "price":
            return replace(filter_, prices=(*filter_.prices, bound))
        return replace(filter_, stocks=(*filter_.stocks, bound))
    if comparison != "=":
        raise KnownError(
            message("core", "“{name}” can only be equal to something: write {name}=…"), name=name
        )
    match known:
        case "category":
            return replace(filter_, categories=(*filter_.categories, value))
        case "brand":
            return replace(filter_, brands=(*filter_.brands, value))
        case "location" | "shelf":
            return replace(filter_, locations=(*filter_.locations, value))
        case "tag" | "tags":
            return replace(filter_, tags=(*filter_.tags, value))
        case "archived":
            states = {
                "yes": True,
                "true": True,
                "1": True,
                "no": False,
                "false": False,
                "0": False,
                "any": None,
            }
            if value.casefold() not in states:
                raise KnownError(message("core", "archived is yes, no or any, not “{value}”."), value=value)
            return replace(filter_, archived=states[value.casefold()])
    return replace(filter_, extra={**filter_.extra, name: value})


def _number(name: str, text: str) -> Decimal:
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite() or abs(number) > 10**12:
        raise KnownError(
            message("core", "“{value}” is no number: write {name}<20, for instance."), value=text, name=name
        )
    return number


def _whole(bound: Bound, factor: int) -> int:
    """The bound as a whole number of smallest units that cuts between the same whole numbers."""
    scaled = bound.value * factor
    if scaled == scaled.to_integral_value():
        return int(scaled)
    if bound.comparison == "=":
        return -(2**62)  # no whole number is equal to it
    return math.ceil(scaled) if bound.comparison in ("<", ">=") else math.floor(scaled)


def _codes(currencies: frozenset[str]) -> str:
    return ", ".join(f"'{code}'" for code in sorted(currencies))


_IN_MINOR = (
    f"CASE WHEN currency IN ({_codes(WITHOUT_DECIMALS)}) THEN ?"
    f" WHEN currency IN ({_codes(THREE_DECIMALS)}) THEN ? ELSE ? END"
)
