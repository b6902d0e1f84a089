"""What was sold in a period: receipts, quantities and money, in all, by day, by product and by group.

Money of several currencies is never added up: every sum is by currency. What a line came to is what the till
says; lines of which it does not say it are counted, so that a sum never looks whole where it is not.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from core.catalog.database.catalog import Catalog
from core.insight.period import Period

Money = dict[str, int]
"""ISO 4217 code ("" where nobody said) to an amount in that currency's smallest unit."""


@dataclass(frozen=True, slots=True)
class Takings:
    """All that was sold in a period.

    Attributes:
        receipts: those with something sold on them.
        lines, returned: lines that sold, and lines with which goods came back.
        thousandths: quantities less what came back; pieces, kilograms and litres in one, as they come.
        money: less what was paid back; ``by_day``, what came in on each day with receipts.
        without_amount: lines of which the till does not say what they came to.
        unknown: lines of products that the shop does not know.
    """

    receipts: int
    lines: int
    returned: int
    thousandths: int
    money: Money
    by_day: dict[date, Money]
    without_amount: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Sold:
    """What was sold of one product; ``receipts`` are those that it stands on."""

    product_id: int
    thousandths: int
    money: Money
    receipts: int


@dataclass(frozen=True, slots=True)
class GroupShare:
    """One category, shelf, brand, tag or supplier; ``share`` of the main currency's takings, 0 to 1."""

    name: str
    products: int
    thousandths: int
    money: Money
    share: float


def takings(catalog: Catalog, period: Period) -> Takings:
    """The period's sums."""
    rows = [
        (day, *row)
        for day in (period.since + timedelta(days=number) for number in range(period.days))
        for row in _sums_of(catalog, day)
    ]
    lines, returned, thousandths, silent, unknown = (
        sum(row[column] for row in rows) for column in range(2, 7)
    )
    by_day: dict[date, Money] = {}
    money: Counter[str] = Counter()
    for row in rows:
        if row[7] is not None:
            by_day.setdefault(row[0], {})[row[1]] = row[7]
            money[row[1]] += row[7]
    receipts = sum(row[8] for row in rows)
    return Takings(receipts, lines, returned, thousandths, dict(money), by_day, silent, unknown)


def _sums_of(catalog: Catalog, day: date) -> list[tuple[Any, ...]]:
    """A day's sums by currency.

    In groups only where a day has several currencies: to sort a year's lines into groups takes longer than to
    add them up.
    """
    one, another = catalog.db.execute(
        "SELECT min(currency), max(currency) FROM receipts WHERE day = ?", [day.isoformat()]
    ).fetchone()
    if one is None:
        return []
    if one == another:
        row = catalog.db.execute(f"SELECT ?, {_SUMS} {_OF_DAY}", [one, day.isoformat()]).fetchone()
        return [row] if row[3] is not None else []
    groups = f"SELECT currency, {_SUMS} {_OF_DAY} GROUP BY currency ORDER BY currency"
    return catalog.db.execute(groups, [day.isoformat()]).fetchall()


def sold_products(catalog: Catalog, period: Period) -> dict[int, Sold]:
    """What was sold of each product that the shop knows, by its key."""
    rows = catalog.db.execute(
        "SELECT product_id, currency, sum(quantity_milli), ifnull(sum(paid_minor), 0),"  # noqa: S608
        f" count(DISTINCT receipt_id) FROM {_LINES} AND product_id IS NOT NULL"
        " GROUP BY product_id, currency",
        [period.since.isoformat(), period.until.isoformat()],
    )
    found: dict[int, Sold] = {}
    for product_id, currency, thousandths, amount, receipts in rows:
        so_far = found.get(product_id, Sold(product_id, 0, {}, 0))
        found[product_id] = Sold(
            product_id,
            so_far.thousandths + thousandths,
            {**so_far.money, currency: amount},
            so_far.receipts + receipts,
        )
    return found


def main_currency(money: Money) -> str:
    """The currency that most came in; "" where nothing did."""
    return max(money, key=lambda code: (money[code], code), default="")


def shares(sold: Iterable[Sold], groups: dict[int, tuple[str, ...]], currency: str) -> tuple[GroupShare, ...]:
    """What each group sold, the most first. A product that is in several groups counts in each, whole.

    Args:
        groups: the names of each product's groups, by its key; a product without any is in none.
    """
    products: Counter[str] = Counter()
    thousandths: Counter[str] = Counter()
    money: dict[str, Counter[str]] = {}
    total = 0
    for one in sold:
        total += one.money.get(currency, 0)
        for name in groups.get(one.product_id, ()):
            products[name] += 1
            thousandths[name] += one.thousandths
            money.setdefault(name, Counter()).update(one.money)
    found = [
        GroupShare(
            name,
            products[name],
            thousandths[name],
            dict(money[name]),
            money[name][currency] / total if total > 0 else 0.0,
        )
        for name in products
    ]
    return tuple(sorted(found, key=lambda one: (-one.share, -one.thousandths, one.name)))


def groups_of(catalog: Catalog, column: str) -> dict[int, tuple[str, ...]]:
    """The groups of every product, by its key.

    Args:
        column: ``category``, ``location``, ``brand``, ``tag`` or ``supplier``, which is what a column of the
            merchant's own says that is called so.
    """
    if column == "tag":
        found: dict[int, tuple[str, ...]] = {}
        for product_id, tag in catalog.db.execute(
            "SELECT product_id, tag FROM product_tags ORDER BY product_id, tag"
        ):
            found[product_id] = (*found.get(product_id, ()), tag)
        return found
    if column == "supplier":
        names = json.dumps(SUPPLIER_COLUMNS)
        rows = catalog.db.execute(
            "SELECT products.id, min(value) FROM products, json_each(products.extra)"
            " WHERE extra <> '{}' AND lower(trim(key)) IN (SELECT value FROM json_each(?)) AND value <> ''"
            " GROUP BY products.id",
            [names],
        )
        return {product_id: (name,) for product_id, name in rows}
    if column not in {"category", "location", "brand"}:
        raise ValueError(column)
    rows = catalog.db.execute(f"SELECT id, {column} FROM products WHERE {column} <> ''")  # noqa: S608
    return {product_id: (name,) for product_id, name in rows}


SUPPLIER_COLUMNS = (
    "supplier", "suppliers", "vendor", "lieferant", "fournisseur", "proveedor", "fornitore", "leverancier",
    "供应商", "供货商",
)  # fmt: skip
"""What merchants call the column, in lower case."""

_SUMS = (
    "count(*) - count(*) FILTER (WHERE quantity_milli <= 0), count(*) FILTER (WHERE quantity_milli < 0),"
    " sum(quantity_milli), count(*) - count(paid_minor), count(*) - count(product_id), sum(paid_minor),"
    " count(DISTINCT CASE WHEN quantity_milli > 0 THEN receipt_id END)"
)
"""What every line needs least work for: most sell something, with an amount and a product."""
_OF_DAY = "FROM receipts CROSS JOIN receipt_lines ON receipt_id = receipts.id WHERE day = ?"
_LINES = "receipt_lines JOIN receipts ON receipts.id = receipt_id WHERE day BETWEEN ? AND ?"
