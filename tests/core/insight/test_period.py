"""Days are the shop's days: midnight to midnight where it is, however long that takes."""

from datetime import UTC, date
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from core.errors import KnownError
from core.insight.period import Period, period_of, read_day

BERLIN = ZoneInfo("Europe/Berlin")


def test_a_day_on_which_the_clocks_are_changed_has_23_or_25_hours() -> None:
    spring = Period(date(2026, 3, 29), date(2026, 3, 29), BERLIN)
    assert spring.moments == ("2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z")
    autumn = Period(date(2026, 10, 25), date(2026, 10, 25), BERLIN)
    assert autumn.moments == ("2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z")


def test_every_moment_has_the_day_that_the_shops_clock_shows() -> None:
    period = Period(date(2026, 10, 24), date(2026, 10, 26), BERLIN)
    for moment, day in (
        ("2026-10-24T21:59:59.999Z", date(2026, 10, 24)),
        ("2026-10-24T22:00:00.000Z", date(2026, 10, 25)),
        ("2026-10-25T22:59:59.999Z", date(2026, 10, 25)),
        ("2026-10-25T23:00:00.000Z", date(2026, 10, 26)),
    ):
        assert period.day_of(moment) == day
        place = np.searchsorted(period.midnights, np.array([moment], dtype="S24"), side="right")[0] - 1
        assert place == (day - period.since).days


def test_the_period_before_is_as_long_and_ends_where_this_one_begins() -> None:
    period = Period(date(2026, 3, 1), date(2026, 3, 31), BERLIN)
    assert period.before == Period(date(2026, 1, 29), date(2026, 2, 28), BERLIN)
    assert period.before.moments[1] == period.moments[0]
    assert period.before.days == period.days == 31


def test_what_is_not_said_is_four_weeks_up_to_yesterday() -> None:
    today = date(2026, 6, 30)
    assert period_of(None, None, today, UTC) == Period(date(2026, 6, 2), date(2026, 6, 29), UTC)
    assert period_of(date(2026, 6, 1), None, today, UTC) == Period(date(2026, 6, 1), date(2026, 6, 29), UTC)
    assert period_of(today, None, today, UTC) == Period(today, today, UTC)
    assert period_of(None, date(2026, 1, 28), today, UTC).since == date(2026, 1, 1)


def test_an_end_before_the_beginning_and_what_is_no_day_are_refused() -> None:
    with pytest.raises(KnownError, match="before it begins"):
        period_of(date(2026, 6, 2), date(2026, 6, 1), date(2026, 6, 30))
    with pytest.raises(KnownError, match="no day"):
        read_day("last week")


@pytest.mark.parametrize(
    ("since", "until"), [(date.min, None), (None, date.max), (date(2026, 6, 1), date(2101, 1, 1))]
)
def test_days_that_no_shop_has_are_refused(since: date | None, until: date | None) -> None:
    with pytest.raises(KnownError, match="between the years 1980 and 2100"):
        period_of(since, until, date(2026, 6, 30))
