"""When a sale is on, and the days that programs write."""

from datetime import date

import pytest

from core.quantities.sale_price import NO_SALE, Sale, price_on, read_day

JUNE = Sale(199, "2026-06-01", "2026-06-30")


@pytest.mark.parametrize(
    ("day", "costs"),
    [("2026-05-31", 249), ("2026-06-01", 199), ("2026-06-30", 199), ("2026-07-01", 249)],
)
def test_a_sale_holds_from_its_first_day_to_its_last(day: str, costs: int) -> None:
    assert price_on(date.fromisoformat(day), 249, JUNE) == costs


def test_open_days_hold_for_ever_and_no_sale_never() -> None:
    day = date(2026, 6, 15)
    assert Sale(199).is_on(day)
    assert Sale(199, ends="2026-06-15").is_on(day)
    assert not Sale(199, starts="2026-06-16").is_on(day)
    assert not NO_SALE.is_on(day)
    assert NO_SALE.is_over(day)
    assert not Sale(199, starts="2026-06-16").is_over(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-06-30", "2026-06-30"),
        ("2026/6/3", "2026-06-03"),
        ("2026-06-30 23:59:59", "2026-06-30"),
        ("2026-06-30T00:00:00", "2026-06-30"),
        ("1782777600", "2026-06-30"),
        ("", ""),
        ("31.12.2026", "2026-12-31"),
        ("3.4.2026", "2026-04-03"),
        ("31/12/2026", "2026-12-31"),
        ("12/31/2026", "2026-12-31"),
        ("04/04/2026", "2026-04-04"),
        ("03/04/2026", None),
        ("31.12-2026", None),
        ("2026-02-30", None),
        ("soon", None),
    ],
)
def test_days_are_read_where_they_can_mean_one_thing(text: str, day: str | None) -> None:
    assert read_day(text) == day
