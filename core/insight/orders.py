"""What to order: what the next weeks will probably ask for, less what is there."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.insight.forecast import as_last_week, forecast, needed
from core.insight.period import Period

HISTORY = 26
"""Weeks that are looked back on."""
COVER = 2
"""Weeks that an order is meant to last."""
SURE = 0.9
"""How probable it is meant to be that there is enough."""
_HELD_OUT = 4


@dataclass(frozen=True, slots=True)
class Order:
    """A product that should be ordered.

    Attributes:
        weekly: what a week will ask for on average, in the product's unit.
        enough: what :data:`COVER` weeks will ask for at most, with the probability :data:`SURE`.
        stock: at the period's end; None if it was not counted: then nobody knows what is there.
        pieces: how much to order, rounded up.
    """

    product_id: int
    weekly: float
    enough: float
    stock: float | None
    pieces: int


@dataclass(frozen=True, slots=True)
class ForecastErrors:
    """Mean absolute error a product and week, on the last weeks that the forecast did not see.

    Attributes:
        weeks: how many weeks were held out; 0 where there is too little history to say anything.
        ours, last_week: of the forecast, and of «the same as last week».
        low, high: the 95 % interval of ``ours`` less ``last_week``, products drawn anew (bootstrap).
    """

    weeks: int
    ours: float
    last_week: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class WeeklySales:
    """``weeks`` (n, weeks) of the products ``ids`` (n,), the oldest first; NaN before a product was there."""

    ids: NDArray[np.int64]
    weeks: NDArray[np.float64]


def weekly_sales(catalog: Catalog, period: Period, history: int = HISTORY) -> WeeklySales:
    """What was sold of each live product in the weeks up to the period's end, weeks of seven whole days."""
    first = period.until - timedelta(days=7 * history - 1)
    days = catalog.db.execute(
        "SELECT day, group_concat(product_id), group_concat(quantity_milli)"  # a row a day, not a line
        " FROM receipts JOIN receipt_lines ON receipts.id = receipt_id"
        " WHERE day BETWEEN ? AND ? AND product_id IS NOT NULL GROUP BY day",
        [first.isoformat(), period.until.isoformat()],
    ).fetchall()
    products = [np.fromstring(row[1], np.int64, sep=",") for row in days]
    number = [len(one) for one in products]
    week = np.repeat([(date.fromisoformat(row[0]) - first).days // 7 for row in days], number).astype(
        np.int64
    )
    quantity = [np.fromstring(row[2], np.int64, sep=",") for row in days]
    live = dict(catalog.db.execute("SELECT id, created FROM products WHERE archived = 0").fetchall())
    sold = np.concatenate([*products, np.zeros(0, np.int64)])
    is_live = np.isin(sold, np.fromiter(live, np.int64, len(live)))
    ids, place = np.unique(sold[is_live], return_inverse=True)
    week = week[is_live]
    weeks = np.zeros((len(ids), history))
    np.add.at(weeks, (place, week), np.concatenate([*quantity, np.zeros(0, np.int64)])[is_live] / 1000)
    begins = np.array([(period.day_of(live[one]) - first).days // 7 for one in ids.tolist()], dtype=np.int64)
    begins = np.clip(begins, 0, history)
    np.minimum.at(begins, place, week)
    (shop_first,) = catalog.db.execute("SELECT min(day) FROM receipts").fetchone()
    if shop_first is not None:
        oldest = (date.fromisoformat(shop_first) - first).days // 7
        begins = np.maximum(begins, oldest)
    weeks[np.arange(history)[None, :] < begins[:, None]] = np.nan
    return WeeklySales(ids, weeks)


def what_to_order(sales: WeeklySales, stock: dict[int, int]) -> tuple[Order, ...]:
    """Every product of which there is probably too little, what lacks most first.

    Args:
        stock: of counted products at the period's end, in thousandths.
    """
    if not len(sales.ids):
        return ()
    found = forecast(sales.weeks)
    enough = needed(found, COVER, SURE)
    orders = []
    for product_id, weekly, most in zip(
        sales.ids.tolist(), found.mean.tolist(), enough.tolist(), strict=True
    ):
        there = stock[product_id] / 1000 if product_id in stock else None
        pieces = int(np.ceil(most - max(0.0, there or 0.0)))
        if weekly > 0 and pieces > 0:
            orders.append(Order(product_id, weekly, most, there, pieces))
    return tuple(sorted(orders, key=lambda one: (one.stock is None, -one.pieces, one.product_id)))


def forecast_errors(sales: WeeklySales, held_out: int = _HELD_OUT) -> ForecastErrors:
    """How well the last weeks would have been foreseen, each from those before it."""
    weeks = sales.weeks
    if not len(weeks) or np.isfinite(weeks).any(axis=0).sum() < held_out + 3:
        return ForecastErrors(0, 0.0, 0.0, 0.0, 0.0)
    ours, rival = [], []
    for week in range(weeks.shape[1] - held_out, weeks.shape[1]):
        true = np.nan_to_num(weeks[:, week])
        ours.append(np.abs(forecast(weeks[:, :week]).mean - true))
        rival.append(np.abs(as_last_week(weeks[:, :week]) - true))
    own, other = np.mean(ours, axis=0), np.mean(rival, axis=0)
    chance = np.random.default_rng(0)
    gains = own - other
    drawn = [gains[chance.integers(0, len(gains), len(gains))].mean() for _ in range(200)]
    low, high = np.quantile(drawn, [0.025, 0.975])
    return ForecastErrors(held_out, float(own.mean()), float(other.mean()), float(low), float(high))
