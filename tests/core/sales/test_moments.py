"""Days and times as tills write them."""

from datetime import date, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from core.errors import KnownError
from core.sales.moments import DayOrder, Moment, day_order, read_moment
from core.sales.zones import zone_named

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2026-03-05 14:05:09 +0100", ""),
        ("2026-03-05T13:05:09Z", ""),
        ("2026-03-05T14:05:09.250+01:00", ""),
        ("05/03/2026", "14:05:09"),
        ("5.3.26 14:05:09", ""),
        ("5 Mar 2026, 2:05:09 PM", ""),
        ("March 5, 2026 2:05:09 p.m.", ""),
        ("2026年3月5日 下午2:05:09", ""),
        ("46086.586909722", ""),
    ],
)
def test_one_moment_written_in_many_ways(text: str, clock: str) -> None:
    assert read_moment(text, clock, DayOrder.DAY_FIRST, BERLIN) == Moment(
        "2026-03-05", "2026-03-05T13:05:09.000Z"
    )


def test_the_day_is_that_of_the_till_even_where_utc_is_a_day_behind() -> None:
    east = timezone(timedelta(hours=8))
    assert read_moment("2026-01-01 00:30", "", DayOrder.DAY_FIRST, east) == Moment(
        "2026-01-01", "2025-12-31T16:30:00.000Z"
    )


def test_daylight_saving_is_the_zones_and_no_hour_is_lost() -> None:
    def utc(text: str) -> str:
        return read_moment(text, "", DayOrder.DAY_FIRST, BERLIN).sold[11:16]

    assert [utc("2026-03-29 01:30"), utc("2026-03-29 03:30")] == ["00:30", "01:30"]
    assert [utc("2026-10-25 02:30"), utc("2026-10-25 03:30")] == ["00:30", "02:30"]
    assert utc("2026-03-29 02:30") == "01:30"  # there was no such hour: the clock was not put on yet


def test_a_day_without_a_time_is_its_noon() -> None:
    assert read_moment("2026-07-01", "", DayOrder.DAY_FIRST, BERLIN).sold == "2026-07-01T10:00:00.000Z"


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["03/04/2026", "25/04/2026"], DayOrder.DAY_FIRST),
        (["03/04/2026", "04/25/2026"], DayOrder.MONTH_FIRST),
        (["3.4.2026"], DayOrder.DAY_FIRST),
    ],
)
def test_one_day_beyond_doubt_settles_all(texts: list[str], order: DayOrder) -> None:
    assert day_order(texts, TODAY).order is order
    assert not day_order(texts, TODAY).guessed


def test_days_that_are_open_are_taken_for_those_that_lie_together_and_not_in_the_future() -> None:
    march = [f"03/{day:02}/2026" for day in range(1, 12)]
    assert (day_order(march, TODAY).order, day_order(march, TODAY).guessed) == (
        DayOrder.MONTH_FIRST,
        "03/01/2026",
    )
    assert day_order(["12/11/2026"], TODAY).order is DayOrder.DAY_FIRST  # December is yet to come


@pytest.mark.parametrize("text", ["", "yesterday", "31/02/2026", "2026-03-05 25:00", "12", "99999"])
def test_what_is_no_day_is_said(text: str) -> None:
    with pytest.raises(KnownError, match="no day and time"):
        read_moment(text, "", DayOrder.DAY_FIRST, BERLIN)


def test_a_zone_that_is_none_is_said() -> None:
    with pytest.raises(KnownError, match="Atlantis"):
        zone_named("Europe/Atlantis")
