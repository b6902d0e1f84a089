"""The counts of a shop: begin one, which is under way, which ended last.

One count is under way in a shop at a time; after a crash it is there again.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.catalog.clock import utc_now
from core.errors import KnownError
from core.messages import message
from core.shop.shop import Shop


class Outcome(StrEnum):
    """How a count ended."""

    BOOKED = "booked"
    THROWN_AWAY = "thrown away"


@dataclass(frozen=True, slots=True)
class Stocktake:
    """A count of all products or of some.

    Attributes:
        category: only products of this category; "" for all.
        location: only products whose shelf place begins so; "" for all.
        started, ended: ISO 8601 UTC; ``ended`` is None while it is under way.
    """

    id: int
    category: str
    location: str
    who: str
    started: str
    ended: str | None
    outcome: Outcome | None


_SELECT = "SELECT id, category, location, who, started, ended, outcome FROM stocktakes"


def begin(shop: Shop, *, category: str = "", location: str = "", who: str) -> Stocktake:
    """Begin a count; pictures that an earlier one put aside are forgotten.

    Raises:
        KnownError: another count is under way, or the shop cannot be written to.
    """
    shop.require_writable()
    with shop.catalog.transaction() as db:
        if under_way(shop) is not None:
            raise KnownError(message("core", "A count is under way already: finish it or throw it away."))
        db.execute("DELETE FROM stocktake_doubts")
        cursor = db.execute(
            "INSERT INTO stocktakes (category, location, who, started) VALUES (?, ?, ?, ?)",
            [category.strip(), location.strip(), who, utc_now()],
        )
        return stocktake_by_id(shop, int(cursor.lastrowid or 0))


def under_way(shop: Shop) -> Stocktake | None:
    """The count that has not ended; after a crash it is here again."""
    return _one(shop, "WHERE outcome IS NULL", [])


def current(shop: Shop) -> Stocktake:
    """The count that is under way.

    Raises:
        KnownError: there is none.
    """
    found = under_way(shop)
    if found is None:
        raise KnownError(message("core", "This count has ended: begin a new one."))
    return found


def last_ended(shop: Shop) -> Stocktake | None:
    """The count that ended last."""
    return next(iter(ended(shop, limit=1)), None)


def ended(shop: Shop, *, limit: int = -1) -> list[Stocktake]:
    """The counts that have ended, the latest first; at most ``limit``, or all."""
    return _select(shop, "WHERE outcome IS NOT NULL ORDER BY id DESC LIMIT ?", [limit])


def stocktake_by_id(shop: Shop, stocktake_id: int) -> Stocktake:
    """The count with this key.

    Raises:
        KnownError: there is none.
    """
    found = _one(shop, "WHERE id = ?", [stocktake_id])
    if found is None:
        raise KnownError(message("core", "This count is no longer there: begin a new one."))
    return found


def require_under_way(shop: Shop, stocktake: Stocktake) -> None:
    """Raise a :class:`KnownError` if the count has ended."""
    if stocktake_by_id(shop, stocktake.id).outcome is not None:
        raise KnownError(message("core", "This count has ended: begin a new one."))


def _one(shop: Shop, where: str, values: list[Any]) -> Stocktake | None:
    return next(iter(_select(shop, where, values)), None)


def _select(shop: Shop, where: str, values: list[Any]) -> list[Stocktake]:
    rows = shop.catalog.db.execute(f"{_SELECT} {where}", values).fetchall()
    return [
        Stocktake(key, category, location, who, started, ended, Outcome(outcome) if outcome else None)
        for key, category, location, who, started, ended, outcome in rows
    ]
