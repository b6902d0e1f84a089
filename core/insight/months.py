"""Month by month: what single days are too many for, and where the seasons of a year show."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile

from core.insight.glance import Glance

_TOO_MANY = 100
"""Days from which on months say more: a quarter of a year is still seen day by day."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month as far as it lies in a period, which may begin and end in the middle of one.

    Attributes:
        first: its first day that is in the period.
        days: how many are.
        minor: what came in on them, in the smallest unit of the glance's currency.
        searches: how many there were on them.
    """

    first: date
    days: int
    minor: int
    searches: int

    @property
    def name(self) -> str:
        """As ``2026-03``."""
        return self.first.isoformat()[:7]

    @property
    def minor_a_day(self) -> float:
        """What came in on a day: a month that is cut off stands fairly beside a whole one."""
        return self.minor / self.days

    @property
    def searches_a_day(self) -> float:
        """How many searches there were on a day."""
        return self.searches / self.days


def months_of(glance: Glance) -> tuple[Month, ...]:
    """The months of a long period, in their order; none of one that is seen day by day.

    They begin with the first of which anything is known: a shop that was not there had no weak season.
    """
    if glance.period.days <= _TOO_MANY:
        return ()
    days, minor, searches = Counter[str](), Counter[str](), Counter[str]()
    first: dict[str, date] = {}
    for day, amount in glance.by_day.items():
        month = day.isoformat()[:7]
        first.setdefault(month, day)
        days[month] += 1
        minor[month] += amount
        searches[month] += glance.searches_by_day.get(day, 0)
    months = (Month(day, days[month], minor[month], searches[month]) for month, day in first.items())
    return tuple(dropwhile(lambda one: not one.minor and not one.searches, months))
