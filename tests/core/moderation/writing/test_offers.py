"""Prices and slogans are seen; amounts and shares are neither."""

import pytest

from core.moderation.writing.offers import offers_in, slogans_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("¥19.9", ["A price: ¥19.9."]),
        ("只要 9.9元", ["A price: 9.9元."]),
        ("US$ 12.50", ["A price: US$ 12.50."]),
        ("12,90 EUR", ["A price: 12,90 EUR."]),
        ("50% OFF", ["A slogan: 50% OFF."]),
        ("满100减20 包邮", ["A slogan: 满100减20.", "A slogan: 包邮."]),
        ("Free shipping today", ["A slogan: Free shipping."]),
        ("buy one get one free", ["A slogan: buy one get one."]),
    ],
)
def test_offers_are_told(text: str, expected: list[str]) -> None:
    assert [str(seen.text) for seen in offers_in(text)] == expected


@pytest.mark.parametrize(
    "text", ["100% juice", "12:90", "3 for 2", "sale e pepe", "1,5% fett", "500 g", "元素"]
)
def test_what_stands_on_packages_is_none(text: str) -> None:
    assert offers_in(text) == []


def test_the_shelfs_prices_are_no_slogans() -> None:
    assert slogans_in("¥19.9") == []
