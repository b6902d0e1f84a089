"""What was counted against what the books said, and the table of it.

A sale must not look like a loss only because it was rung up while the shelves were being counted. So the
books' stock that a product is compared with is the one at the moment of its *latest* count: what is sold or
delivered after that changes the stock, not the difference, and the difference is booked on top of it. What
moves between two counts of the same product is taken to concern the pieces that were not counted yet.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.catalog.money import format_money
from core.catalog.tables.export import is_table
from core.catalog.tables.formulas import neutralised
from core.errors import KnownError
from core.files.atomic import write_atomically
from core.files.targets import checked_target
from core.messages import message
from core.plain_text import plain_line
from core.shop.shop import Shop
from core.stocktake.scope import INSIDE, scope_names
from core.stocktake.stocktake import Stocktake


@dataclass(frozen=True, slots=True)
class Line:
    """A product of the count.

    Attributes:
        expected: the books' stock at its latest count; the stock now for a product that was not counted.
        counted: pieces found; None if it was not counted.
        price_minor: of one piece, in the currency's smallest unit; None without a price.
        is_zeroed: whether it was not found and set to zero.
    """

    product_id: int
    sku: str
    title: str
    category: str
    location: str
    expected: int
    counted: int | None
    price_minor: int | None
    currency: str
    is_zeroed: bool

    @property
    def difference(self) -> int:
        """Pieces more (or fewer, below zero) than the books say; 0 if it was not counted."""
        return 0 if self.counted is None else self.counted - self.expected

    @property
    def value_minor(self) -> int | None:
        """What the difference is worth at today's price."""
        return None if self.price_minor is None else self.difference * self.price_minor


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that a count found, by title.

    Attributes:
        differing: counted, and not as the books say.
        right: counted, and as the books say.
        not_counted: of the scope, in stock by the books, and never seen.
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
        SELECT products.id, sku, title, category, location, coalesce(then_stock, products.stock), counted,
            price_minor, currency, coalesce(how = 'zero', 0)
        FROM products LEFT JOIN (
            SELECT product_id, sum(pieces) AS counted, max(id), stock AS then_stock, how
            FROM stocktake_counts WHERE stocktake_id = :stocktake GROUP BY product_id
        ) ON product_id = products.id
        WHERE counted IS NOT NULL OR (archived = 0 AND products.stock <> 0 AND {INSIDE})
        ORDER BY title COLLATE NOCASE, products.id
        """,  # noqa: S608
        scope_names(stocktake),
    ).fetchall()
    lines = [_line(row) for row in rows]
    return Differences(
        tuple(line for line in lines if line.difference),
        tuple(line for line in lines if line.counted is not None and not line.difference),
        tuple(line for line in lines if line.counted is None),
    )


def _line(row: tuple[Any, ...]) -> Line:
    product_id, sku, title, category, location, expected, counted, price, currency, is_zeroed = row
    sku, title, category, location = (plain_line(text) for text in (sku, title, category, location))
    return Line(
        product_id, sku, title, category, location, expected, counted, price, currency, bool(is_zeroed)
    )


def export_differences(found: Differences, target: Path) -> int:
    """Write every line to the CSV file ``target``, whole or not at all; returns how many.

    Raises:
        KnownError: the file cannot be written, or may not be (core/files/targets.py).
    """
    target = checked_target(target, is_table)
    lines = [*found.differing, *found.not_counted, *found.right]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(
        ["sku", "title", "category", "location", "expected", "counted", "difference", "value", "currency"]
    )
    for line in lines:
        value = "" if line.value_minor is None else format_money(line.value_minor, line.currency)
        words = [neutralised(word) for word in (line.sku, line.title, line.category, line.location)]
        counted = "" if line.counted is None else line.counted
        difference = "" if line.counted is None else line.difference
        writer.writerow([*words, line.expected, counted, difference, value, line.currency])
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
