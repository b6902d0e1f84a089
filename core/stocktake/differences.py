"""What was counted against what the books said, and the table of it.

A sale must not look like a loss only because it was rung up while the shelves were being counted. So the
books' stock that a product is compared with is the one at the moment of its *latest* count: what is sold or
delivered after that changes the stock, not the difference, and the difference is booked on top of it. What
moves between two counts of the same product is taken to concern the pieces that were not counted yet.
"""

import csv
import io
from dataclasses import dataclass
from decimal import ROUND_HALF_UP
from pathlib import Path
from typing import Any

from core.catalog.money import format_money
from core.catalog.stock import stock_of, unit_of
from core.catalog.tables.formulas import neutralised
from core.catalog.tables.writing import is_table
from core.errors import KnownError
from core.files.atomic import write_atomically
from core.files.targets import checked_target
from core.messages import message
from core.plain_text import plain_line
from core.quantities.quantity import NOTHING, Quantity
from core.quantities.units import Unit
from core.shop.shop import Shop
from core.stocktake.scope import INSIDE, scope_names
from core.stocktake.stocktake import Stocktake


@dataclass(frozen=True, slots=True)
class Line:
    """A product of the count.

    Attributes:
        unit: what it is counted in; None if nobody said, which means pieces.
        expected: the books' stock at its latest count; the stock now for a product that was not counted in
            this one; None if the books did not know it.
        booked: the sum of its movements at that moment, which is ``expected`` where the books knew it.
        counted: how much was found; None if it was not counted.
        price_minor: of one unit, in the currency's smallest unit; None without a price.
        is_zeroed: whether it was not found and set to zero.
    """

    product_id: int
    sku: str
    title: str
    category: str
    location: str
    unit: Unit | None
    expected: Quantity | None
    booked: Quantity
    counted: Quantity | None
    price_minor: int | None
    currency: str
    is_zeroed: bool

    @property
    def difference(self) -> Quantity | None:
        """How much more (or less, below zero) than the books say; None where one of the two is not known."""
        return None if self.counted is None or self.expected is None else self.counted - self.expected

    @property
    def is_differing(self) -> bool:
        """Whether it was counted, and the books do not say so: another stock, or none at all."""
        return self.counted is not None and self.counted != self.expected

    @property
    def booking(self) -> Quantity:
        """The movement that sets the books right; nothing if it was not counted."""
        return NOTHING if self.counted is None else self.counted - self.booked

    @property
    def value_minor(self) -> int | None:
        """What the difference is worth at today's price, rounded half up to the currency's smallest unit."""
        if self.price_minor is None or self.difference is None:
            return None
        return int((self.difference.decimal * self.price_minor).to_integral_value(ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that a count found, by title.

    Attributes:
        differing: counted, and not as the books say, or for the first time.
        right: counted, and as the books say.
        not_counted: of the scope, in stock by the books or not known to them, and never seen.
    """

    differing: tuple[Line, ...]
    right: tuple[Line, ...]
    not_counted: tuple[Line, ...]

    def value(self) -> dict[str, int]:
        """What the differences are worth together, by currency, in its smallest unit."""
        totals: dict[str, int] = {}
        for line in self.differing:
            if line.value_minor is not None:
                totals[line.currency] = totals.get(line.currency, 0) + line.value_minor
        return totals


def differences(shop: Shop, stocktake: Stocktake) -> Differences:
    """Compare the count with the books. Products without stock that nobody saw are left out."""
    rows = shop.catalog.db.execute(
        f"""
        SELECT products.id, sku, title, category, location, unit,
            iif(found IS NULL, products.stock_milli, then_stock), then_booked, found,
            price_minor, currency, coalesce(how = 'zero', 0)
        FROM products LEFT JOIN (
            SELECT product_id, sum(quantity_milli) AS found, max(id), stock_milli AS then_stock,
                booked_milli AS then_booked, how
            FROM stocktake_counts WHERE stocktake_id = :stocktake GROUP BY product_id
        ) ON product_id = products.id
        WHERE found IS NOT NULL OR (archived = 0 AND products.stock_milli IS NOT 0 AND {INSIDE})
        ORDER BY title COLLATE NOCASE, products.id
        """,  # noqa: S608
        scope_names(stocktake),
    ).fetchall()
    lines = [_line(row) for row in rows]
    return Differences(
        tuple(line for line in lines if line.is_differing),
        tuple(line for line in lines if line.counted is not None and not line.is_differing),
        tuple(line for line in lines if line.counted is None),
    )


def _line(row: tuple[Any, ...]) -> Line:
    product_id, *texts, unit, expected, booked, counted, price, currency, is_zeroed = row
    sku, title, category, location = (plain_line(text) for text in texts)
    return Line(
        product_id,
        sku,
        title,
        category,
        location,
        unit_of(unit),
        stock_of(expected),
        Quantity(booked or 0),
        stock_of(counted),
        price,
        currency,
        bool(is_zeroed),
    )


def export_differences(found: Differences, target: Path) -> int:
    """Write every line to the CSV file ``target``, whole or not at all; returns how many.

    A cell is empty where the quantity is not known.

    Raises:
        KnownError: the file cannot be written, or may not be (core/files/targets.py).
    """
    target = checked_target(target, is_table)
    lines = [*found.differing, *found.not_counted, *found.right]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(
        [
            "sku",
            "title",
            "category",
            "location",
            "unit",
            "expected",
            "counted",
            "difference",
            "value",
            "currency",
        ]
    )
    for line in lines:
        value = "" if line.value_minor is None else format_money(line.value_minor, line.currency)
        words = [neutralised(word) for word in (line.sku, line.title, line.category, line.location)]
        quantities = [
            "" if quantity is None else str(quantity)
            for quantity in (line.expected, line.counted, line.difference)
        ]
        writer.writerow([*words, line.unit or "", *quantities, value, line.currency])
    try:
        # The byte-order mark tells Excel that the text is UTF-8.
        write_atomically(target, text.getvalue().encode("utf-8-sig"))
    except OSError as error:
        raise KnownError(
            message("core", "The table could not be written to {file} ({reason})."),
            file=target,
            reason=error.strerror or type(error).__name__,
        ) from error
    return len(lines)
