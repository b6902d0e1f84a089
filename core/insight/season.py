"""The same weeks a year before: what came in then, and what came after them.

Fifty-two weeks, not twelve months, so that every weekday stands beside its own. Nothing is said where the
receipts do not reach back that far, or where too few days of either year have any.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.insight.glance import Glance
from core.insight.period import Period
from core.insight.takings import takings

YEAR = timedelta(weeks=52)
_LEAST = 7
"""Days with takings that either side needs."""
_DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as much as something else, with the 95 % interval (bootstrap).

    It says how much these days waver, as if each were drawn on its own; not how much one year differs
    from another.
    """

    times: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether it is more than the days' own wavering."""
        return self.low > 1 or self.high < 1


@dataclass(frozen=True, slots=True)
class Season:
    """What the year before tells.

    Attributes:
        then: the same weeks a year before.
        minor: what came in then, in the smallest unit of the glance's currency.
        change: what came in now, to that.
        next_weeks: what came in a year before in as many days right after, to ``minor``: what may come
            now. None where those days reach into the period itself.
    """

    then: Period
    minor: int
    change: Ratio
    next_weeks: Ratio | None


def season(catalog: Catalog, glance: Glance) -> Season | None:
    """The year before ``glance``'s period; None where the receipts do not tell of all of it."""
    period = glance.period
    then = Period(period.since - YEAR, period.until - YEAR, period.zone)
    (first,) = catalog.db.execute("SELECT min(day) FROM receipts").fetchone()
    if first is None or date.fromisoformat(first) > then.since:
        return None
    before, now = _by_day(catalog, then, glance.currency), list(glance.by_day.values())
    change = _ratio(now, before, paired=True)
    if change is None:
        return None
    after = Period(then.until + timedelta(days=1), then.until + timedelta(days=period.days), period.zone)
    ends_before = after.until < period.since
    later = _ratio(_by_day(catalog, after, glance.currency), before, paired=False) if ends_before else None
    return Season(then, sum(before), change, later)


def _by_day(catalog: Catalog, period: Period, currency: str) -> list[int]:
    found = takings(catalog, period).by_day
    days = (period.since + timedelta(days=number) for number in range(period.days))
    return [found.get(day, {}).get(currency, 0) for day in days]


def _ratio(one: Sequence[int], other: Sequence[int], *, paired: bool) -> Ratio | None:
    """The sums' ratio; ``paired`` draws days of both together, as the same weekday and season."""
    upper, lower = np.array(one, np.float64), np.array(other, np.float64)
    if min((upper > 0).sum(), (lower > 0).sum()) < _LEAST or upper.sum() <= 0 or lower.sum() <= 0:
        return None
    chance = np.random.default_rng(0)
    days = chance.integers(0, len(lower), (_DRAWS, len(lower)))
    others = days if paired else chance.integers(0, len(upper), (_DRAWS, len(upper)))
    above: NDArray[np.float64] = upper[others].sum(axis=1)
    below: NDArray[np.float64] = lower[days].sum(axis=1)
    low, high = np.quantile(above[below > 0] / below[below > 0], [0.025, 0.975])
    return Ratio(float(upper.sum() / lower.sum()), float(low), float(high))
