"""What a shop's figures are at a glance: what a second shows, where all of them take longer."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.catalog.database.catalog import Catalog
from core.catalog.sales.receipts import SalesCounts, sales_counts
from core.insight.period import Period
from core.insight.recognition import Searches, searches_by_day, searches_of
from core.insight.takings import Takings, main_currency, takings


@dataclass(frozen=True, slots=True)
class Glance:
    """Searches and takings of a period, beside the period before.

    Attributes:
        searches_by_day: how many on every day of the period.
        all_time: what receipts there are at all; without any, what was sold says nothing.
        currency: the one that most came in, which ``by_day`` and all shares are in; "" without money.
        by_day: what came in on every day of the period, in that currency's smallest unit.
        weekdays: the mean a day from Monday to Sunday; None for one that the period does not have.
    """

    period: Period
    searches: Searches
    searches_before: Searches
    searches_by_day: dict[date, int]
    all_time: SalesCounts
    now: Takings
    before: Takings
    currency: str
    by_day: dict[date, int]
    weekdays: tuple[float | None, ...]


def at_a_glance(catalog: Catalog, period: Period) -> Glance:
    """The first figures of ``period``; nothing is written."""
    now = takings(catalog, period)
    currency = main_currency(now.money)
    days = (period.since + timedelta(days=number) for number in range(period.days))
    by_day = {day: now.by_day.get(day, {}).get(currency, 0) for day in days}
    return Glance(
        period,
        searches_of(catalog, period),
        searches_of(catalog, period.before),
        searches_by_day(catalog, period),
        sales_counts(catalog),
        now,
        takings(catalog, period.before),
        currency,
        by_day,
        _weekdays(by_day),
    )


def _weekdays(by_day: dict[date, int]) -> tuple[float | None, ...]:
    days: list[list[int]] = [[] for _ in range(7)]
    for day, amount in by_day.items():
        days[day.weekday()].append(amount)
    return tuple(sum(one) / len(one) if one else None for one in days)
