"""Days and prices as customers read them."""

from datetime import date

import pytest

from core.advertising.price import _parts
from core.advertising.words import Language, Said, days_said

DAYS = [
    (None, None, Said("", "")),
    (None, date(2026, 12, 24), Said("Until 24 December 2026", "截至2026年12月24日")),
    (date(2026, 12, 1), None, Said("From 1 December 2026", "2026年12月1日起")),
    (date(2026, 12, 1), date(2026, 12, 1), Said("Only on 1 December 2026", "仅限2026年12月1日")),
    (date(2026, 12, 1), date(2026, 12, 24), Said("1–24 December 2026", "2026年12月1日至24日")),
    (date(2026, 11, 28), date(2026, 12, 4), Said("28 November – 4 December 2026", "2026年11月28日至12月4日")),
    (
        date(2026, 12, 28),
        date(2027, 1, 4),
        Said("28 December 2026 – 4 January 2027", "2026年12月28日至2027年1月4日"),
    ),
]


@pytest.mark.parametrize(("first", "last", "said"), DAYS)
def test_days_are_said_as_people_say_them(first: date | None, last: date | None, said: Said) -> None:
    assert days_said(first, last) == said


def test_what_is_known_in_one_language_alone_is_said_in_that_and_never_twice() -> None:
    assert Said("Tea", "").lines(Language.CHINESE) == ("Tea",)
    assert Said("Tea", "Tea").lines(Language.BOTH) == ("Tea",)
    assert Said("Tea", "茶").line(Language.BOTH) == "Tea 茶"


@pytest.mark.parametrize(
    ("price", "pieces"),
    [
        ("9,52\u00a0€", ["9,", "52", "\u00a0€"]),
        ("12,50\u00a0€ / kg", ["12,", "50", "\u00a0€", " / kg"]),
        ("¥1,250", ["¥", "1,250"]),
        ("HK$1,234.00", ["HK$", "1,234.", "00"]),
        ("12\u00a0Kč", ["12", "\u00a0Kč"]),
    ],
)
def test_the_coins_of_a_price_are_told_from_its_thousands(price: str, pieces: list[str]) -> None:
    assert [text for text, _share, _raised in _parts(price)] == pieces
