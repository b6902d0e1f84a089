"""How long the stock lasts, what lies, and what was sold out: stock by day, from the ledger and the receipts.

The ledger books a file of receipts in one movement when the file comes in. Here every receipt counts on its
own day, and those movements are left out, so that a day's stock is what stood on the shelf on that day.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.insight.period import Period
from core.insight.takings import Sold

_CHUNK = 4096
"""Products that are laid out by day at a time: a year of them takes 12 MB."""


@dataclass(frozen=True, slots=True)
class ProductStock:
    """A counted product over a period.

    Attributes:
        stock: at the period's end, in thousandths.
        sold: less what came back, in thousandths.
        days_left: how long the stock lasts if it goes on like that; None where nothing was sold.
        sold_out_days: days that began and ended with nothing and on which nothing was sold.
        missed: what would have been sold on these at the pace of the other days, in thousandths.
        missed_minor: its price, in the smallest unit of ``currency``; None where the product has no price.
        value_minor: of the stock at its price; None where the product has no price.
        is_dead: there is some, it was in the shop all the time, and none was sold while others were.
    """

    product_id: int
    stock: int
    sold: int
    days_left: float | None
    sold_out_days: int
    missed: int
    missed_minor: int | None
    value_minor: int | None
    currency: str
    is_dead: bool


def product_stock(catalog: Catalog, period: Period, sold: dict[int, Sold]) -> tuple[ProductStock, ...]:
    """Every counted, live product over ``period``, by key."""
    first = period.moments[0] if sold else ""  # nothing lies where nobody brought receipts
    rows = catalog.db.execute(
        "SELECT id, stock_milli, price_minor, currency, created,"
        " (SELECT min(moved) FROM stock_movements WHERE product_id = products.id AND counted = 1)"
        " FROM products WHERE archived = 0 AND stock_milli IS NOT NULL ORDER BY id"
    ).fetchall()
    ids = np.array([row[0] for row in rows], dtype=np.int64)
    now = np.array([row[1] for row in rows], dtype=np.int64)
    counted_from = _day_numbers(period, [row[5] or "" for row in rows])
    events = _events(catalog, period, ids)
    found: list[ProductStock] = []
    for start in range(0, len(ids), _CHUNK):
        chunk = slice(start, start + _CHUNK)
        closing, idle = _by_day(period, now[chunk], events, start)
        day = np.arange(period.days)
        gone = (closing[:, :-1] <= 0) & (closing[:, 1:] <= 0) & idle & (day > counted_from[chunk, None])
        for row, stock, out in zip(
            rows[chunk], closing[:, -1].tolist(), gone.sum(axis=1).tolist(), strict=True
        ):
            found.append(_judged(row, stock, out, sold.get(row[0]), period.days, first))
    return tuple(found)


def _judged(
    row: tuple[int, int, int | None, str, str, str | None],
    stock: int,
    sold_out: int,
    sold: Sold | None,
    days: int,
    first: str,
) -> ProductStock:
    product_id, _now, price, currency, created, _counted = row
    quantity = sold.thousandths if sold is not None else 0
    pace = max(0, quantity) / (days - sold_out) if sold_out < days else 0.0
    missed = round(pace * sold_out)
    return ProductStock(
        product_id,
        stock,
        quantity,
        days_left=max(0, stock) / pace if pace else None,
        sold_out_days=sold_out,
        missed=missed,
        missed_minor=None if price is None else round(price * missed / 1000),
        value_minor=None if price is None else round(price * max(0, stock) / 1000),
        currency=currency,
        is_dead=stock > 0 and sold is None and created < first,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Events:
    """Movements since the period began: the product's place, the day's number, thousandths; by place."""

    place: NDArray[np.int64]
    day: NDArray[np.int64]
    thousandths: NDArray[np.int64]
    is_sale: NDArray[np.bool_]


def _events(catalog: Catalog, period: Period, ids: NDArray[np.int64]) -> _Events:
    first, _after = period.moments
    imported = "SELECT id FROM stock_movements WHERE reason = 'sale' AND note GLOB 'receipts [0-9]*'"
    rows = catalog.db.execute(
        "SELECT product_id, moved, quantity_milli, reason = 'sale' FROM stock_movements"  # noqa: S608
        f" WHERE moved >= ? AND id NOT IN ({imported}) AND ifnull(undo_of, 0) NOT IN ({imported})"
        " UNION ALL SELECT product_id, sold, -quantity_milli, 1 FROM receipt_lines"
        " JOIN receipts ON receipts.id = receipt_id"
        " WHERE booked = 1 AND product_id IS NOT NULL AND sold >= ?",
        [first, first],
    ).fetchall()
    place = np.searchsorted(ids, np.array([row[0] for row in rows], dtype=np.int64))
    known = place < len(ids)
    known[known] = ids[place[known]] == np.array([row[0] for row in rows], dtype=np.int64)[known]
    order = np.flatnonzero(known)[np.argsort(place[known], kind="stable")]
    return _Events(
        place[order],
        _day_numbers(period, [row[1] for row in rows])[order],
        np.array([row[2] for row in rows], dtype=np.int64)[order],
        np.array([row[3] for row in rows], dtype=np.bool_)[order],
    )


def _by_day(
    period: Period, now: NDArray[np.int64], events: _Events, start: int
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Stock of some products (n, days + 1), before the first day and after each; days without a sale."""
    low, high = np.searchsorted(events.place, [start, start + len(now)])
    place, day = events.place[low:high] - start, events.day[low:high]
    moved = np.zeros((len(now), period.days + 1), dtype=np.int64)  # the last column: after the period
    np.add.at(moved, (place, day), events.thousandths[low:high])
    idle = np.ones((len(now), period.days + 1), dtype=np.bool_)
    idle[place[events.is_sale[low:high]], day[events.is_sale[low:high]]] = False
    later = np.cumsum(moved[:, ::-1], axis=1)[:, ::-1]
    return now[:, None] - later, idle[:, :-1]


def _day_numbers(period: Period, moments: list[str]) -> NDArray[np.int64]:
    """Which day of the period moments lie on, from 0; -1 before it, and as many as it has days after it."""
    return np.searchsorted(period.midnights, np.array(moments, dtype="S24"), side="right") - 1
