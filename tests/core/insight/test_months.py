"""Months of a long time: each is what its days come to, and a part stands fairly beside a whole one."""

from datetime import UTC, date, timedelta

import pytest

from core.insight.as_plain_data import as_plain_data
from core.insight.glance import at_a_glance
from core.insight.insight import insight
from core.insight.months import months_of
from core.insight.period import Period
from core.insight.report_page import report_page
from core.insight.tables import tables_of
from core.measuring.report.words import Words
from core.shop.shop import Shop
from tests.core.insight.conftest import Line, add_product, sell

_LONG = Period(date(2026, 3, 16), date(2026, 7, 5), UTC)
"""112 days: half of March, all of April to June, the beginning of July."""
_WORDS = Words(str)


@pytest.fixture
def lines(shop: Shop) -> list[Line]:
    """A euro on every day, three in June."""
    product = add_product(shop, "P")
    days = [_LONG.since + timedelta(days=number) for number in range(_LONG.days)]
    pieces = [3 if day.month == 6 else 1 for day in days]
    made = [
        Line(day, number, product, much, 100 * much)
        for number, (day, much) in enumerate(zip(days, pieces, strict=True))
    ]
    sell(shop, made)
    return made


def test_a_month_is_what_its_days_in_the_period_come_to(shop: Shop, lines: list[Line]) -> None:
    months = months_of(at_a_glance(shop.catalog, _LONG))
    assert [(one.name, one.first, one.days) for one in months] == [
        ("2026-03", date(2026, 3, 16), 16),
        ("2026-04", date(2026, 4, 1), 30),
        ("2026-05", date(2026, 5, 1), 31),
        ("2026-06", date(2026, 6, 1), 30),
        ("2026-07", date(2026, 7, 1), 5),
    ]
    for one in months:
        assert one.minor == sum(line.cents for line in lines if line.day.isoformat().startswith(one.name))
    assert [one.minor_a_day for one in months] == [100, 100, 100, 300, 100]


def test_the_season_stands_beside_the_mean_in_the_list_the_page_and_the_plain_data(
    shop: Shop, lines: list[Line]
) -> None:
    found = insight(shop, _LONG)
    tables = tables_of(found, {}, _WORDS)
    (table,) = (one for one in tables if one.name == "by-month")
    mean = sum(line.cents for line in lines) / _LONG.days
    assert table.rows[3][0] == "2026-06"
    assert table.rows[3][3] == f"{300 / mean:.2f}"
    assert "month by month" in report_page("Figures", found, tables, _WORDS, language="en")
    june = as_plain_data(found, {})["months"][3]
    assert (june["month"], june["days"], june["money"]) == ("2026-06", 30, {"EUR": 90.0})


@pytest.mark.usefixtures("lines")
def test_before_anything_was_known_there_are_no_months(shop: Shop) -> None:
    longer = Period(date(2025, 11, 1), _LONG.until, UTC)
    assert [one.name for one in months_of(at_a_glance(shop.catalog, longer))][:2] == ["2026-03", "2026-04"]


@pytest.mark.usefixtures("lines")
def test_a_quarter_is_still_seen_day_by_day(shop: Shop) -> None:
    quarter = Period(_LONG.until - timedelta(days=90), _LONG.until, UTC)
    assert months_of(at_a_glance(shop.catalog, quarter)) == ()
    assert "by-month" not in [one.name for one in tables_of(insight(shop, quarter), {}, _WORDS)]
