"""The same weeks a year before: beside them, what came after, and nothing where there is no such year."""

from collections.abc import Callable
from datetime import UTC, date, timedelta

import pytest

from core.insight.as_plain_data import as_plain_data
from core.insight.glance import at_a_glance
from core.insight.insight import insight
from core.insight.period import Period
from core.insight.season import season
from core.insight.telling import remarks
from core.measuring.report.words import Words
from core.shop.shop import Shop
from tests.core.insight.conftest import Line, add_product, sell

_NOW = Period(date(2026, 11, 2), date(2026, 11, 29), UTC)
_THEN = date(2025, 11, 3)
"""The Monday fifty-two weeks before."""


def fill(shop: Shop, first: date, pieces: Callable[[date], int]) -> list[Line]:
    """A receipt a day from ``first`` to the period's end; a piece costs one euro."""
    product = add_product(shop, "P")
    days = [first + timedelta(days=number) for number in range((_NOW.until - first).days + 1)]
    lines = [Line(day, n, product, pieces(day), 100 * pieces(day)) for n, day in enumerate(days)]
    sell(shop, [line for line in lines if line.pieces])
    return lines


def by_season(day: date) -> int:
    """A steady shop with a weekend, twice as much in December, half as much again in the second year."""
    return (2 if day.weekday() < 5 else 4) * (2 if day.month == 12 else 1) * (3 if day.year == 2026 else 2)


def test_the_same_weekdays_stand_beside_each_other_and_what_came_next_is_told(shop: Shop) -> None:
    lines = fill(shop, _THEN, by_season)
    found = season(shop.catalog, at_a_glance(shop.catalog, _NOW))
    assert found is not None and found.then == Period(_THEN, date(2025, 11, 30), UTC)
    assert found.minor == sum(line.cents for line in lines if _THEN <= line.day <= date(2025, 11, 30))
    change = found.change  # every day is half as much again, so nothing wavers
    assert (change.times, change.low, change.high) == pytest.approx((1.5, 1.5, 1.5))
    assert found.next_weeks is not None and found.next_weeks.times == pytest.approx(2)
    assert 1.2 < found.next_weeks.low < 2 < found.next_weeks.high < 3 and found.next_weeks.is_clear


def test_it_is_said_in_words_and_as_plain_data(shop: Shop) -> None:
    fill(shop, _THEN, by_season)
    found = insight(shop, _NOW)
    told = " ".join(remarks(found, Words(str)))
    assert "brought in" in told and "144" in told and "1.50 times as much" in told and "2025-11-03" in told
    assert "2.00 times as much" in told
    plain = as_plain_data(found, {})["sales"]["year_before"]
    assert plain["since"] == "2025-11-03" and plain["change"]["times"] == pytest.approx(1.5)


def test_what_is_no_clear_difference_is_said_to_be_none(shop: Shop) -> None:
    fill(shop, _THEN, lambda day: 1 + day.toordinal() * 7919 % 5)
    found = insight(shop, _NOW)
    assert found.season is not None and not found.season.change.is_clear
    assert "no clear difference" in " ".join(remarks(found, Words(str)))


@pytest.mark.parametrize("first", [_THEN + timedelta(days=1), _NOW.since], ids=["a day short", "this year"])
def test_less_than_a_year_says_nothing(shop: Shop, first: date) -> None:
    fill(shop, first, by_season)
    found = insight(shop, _NOW)
    assert found.season is None
    assert "year" not in " ".join(remarks(found, Words(str)))
    assert as_plain_data(found, {})["sales"]["year_before"] is None


def test_days_without_takings_a_year_before_say_nothing(shop: Shop) -> None:
    fill(shop, _THEN, lambda day: 0 if date(2025, 11, 6) <= day <= date(2025, 11, 30) else 2)
    assert season(shop.catalog, at_a_glance(shop.catalog, _NOW)) is None
