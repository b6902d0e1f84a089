"""A shop of a dozen products with ninety days of receipts of which every number is known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import numpy as np
import pytest

from core.catalog.clock import utc_text
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.sales.receipts import NewLine, NewReceipt, add_lines, add_receipts, begin_sales_import
from core.insight.period import Period
from core.shop.opening import open_shop
from core.shop.shop import Shop

FIRST = date(2026, 3, 2)
"""A Monday."""
DAYS = 91
PERIOD = Period(FIRST + timedelta(days=DAYS - 28), FIRST + timedelta(days=DAYS - 1), UTC)
WEEKLY = (0, 14, 7, 7, 3.5, 3.5, 2, 1, 0.5, 0.25, 21, 0)
"""What each product sells in a week, on average; SATURDAYS times as much of it on Saturdays."""
SATURDAYS = 3.0


@dataclass(frozen=True)
class Line:
    """One line of a receipt, as the tests' own arithmetic takes it."""

    day: date
    receipt: int
    product: int
    pieces: int
    cents: int


@dataclass(frozen=True)
class BusyShop:
    """The shop, its products' keys in order, and all lines."""

    shop: Shop
    keys: list[int]
    lines: list[Line]


def moment(day: date, hour: int = 12) -> str:
    """That hour of a day, UTC, as the catalog writes it."""
    return utc_text(datetime.combine(day, time(hour), UTC))


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BusyShop]:
    with open_shop(tmp_path_factory.mktemp("busy") / "shop", create=True, device="cpu") as shop:
        yield fill(shop)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path / "shop", create=True, device="cpu") as opened:
        yield opened


def add_product(shop: Shop, sku: str, **said: object) -> int:
    """A product that was there before all receipts; returns its key."""
    upsert_product(shop.catalog, ProductDraft(sku, **{"title": f"Thing {sku}", **said}), who="Kim")  # type: ignore[arg-type]
    (key,) = shop.catalog.db.execute("SELECT id FROM products WHERE sku = ?", [sku]).fetchone()
    with shop.catalog.transaction() as db:
        db.execute("UPDATE products SET created = ? WHERE id = ?", [moment(FIRST - timedelta(days=400)), key])
    return int(key)


def sell(shop: Shop, lines: list[Line]) -> None:
    """Write receipts into the catalog, as an import does; they move no stock."""
    with shop.catalog.transaction():
        receipts = {line.receipt: line.day for line in lines}
        add_receipts(
            shop.catalog,
            "till",
            (
                NewReceipt(("", day.isoformat(), str(one)), moment(day), "EUR")
                for one, day in receipts.items()
            ),
        )
        ids = dict(shop.catalog.db.execute("SELECT CAST(number AS INTEGER), id FROM receipts").fetchall())
        imported = begin_sales_import(shop.catalog, edit_id=None, about="", who="Kim")
        add_lines(
            shop.catalog,
            imported,
            (
                NewLine(
                    ids[one.receipt],
                    str(one.product),
                    place,
                    False,
                    "",
                    one.product,
                    1000 * one.pieces,
                    one.cents,
                )
                for place, one in enumerate(lines)
            ),
        )


def book(
    shop: Shop, key: int, pieces: int, day: date, reason: str = "sale", counted: bool | None = None
) -> None:
    """A movement on a day that has passed."""
    with shop.catalog.transaction() as db:
        db.execute(
            "INSERT INTO stock_movements (product_id, quantity_milli, reason, note, who, moved, counted)"
            " VALUES (?, ?, ?, '', 'Kim', ?, ?)",
            [key, 1000 * pieces, reason, moment(day), counted],
        )


def fill(shop: Shop) -> BusyShop:
    """A dozen products with their receipts."""
    keys = [
        add_product(
            shop,
            f"P{place}",
            category=f"Kind {place % 3}",
            location=f"A{place % 2}",
            brand="Hue",
            tags=("new", "red") if place % 4 == 0 else ("red",),
            price_minor=100 * (place + 1),
            currency="EUR",
            extra={"Lieferant": f"Firm {place % 2}"},
        )
        for place in range(len(WEEKLY))
    ]
    for key in keys:
        book(shop, key, 20, FIRST, "count", counted=True)
    chance = np.random.default_rng(5)
    lines: list[Line] = []
    receipt = 0
    for number in range(DAYS):
        day = FIRST + timedelta(days=number)
        busy = (SATURDAYS if day.weekday() == 5 else 1.0) * 7 / (6 + SATURDAYS)
        for place, weekly in enumerate(WEEKLY):
            for _ in range(chance.poisson(weekly / 7 * busy)):
                receipt += int(chance.integers(0, 2))
                lines.append(Line(day, receipt, keys[place], 1, 100 * (place + 1)))
        receipt += 1
    lines.append(Line(PERIOD.until, receipt + 1, keys[1], -1, -200))
    sell(shop, lines)
    return BusyShop(shop, keys, lines)
