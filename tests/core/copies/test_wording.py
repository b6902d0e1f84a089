"""What titles say of whether two products are one."""

import pytest

from core.copies.wording import Titles, compare, wording_of


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Oat Drink 1 l", "oat drink, 1000 ml", Titles.SAME),
        ("Juice Strawberry", "Strawbery juice", Titles.SAME),
        ("苹果汁 500毫升", "苹果汁 0.5 升", Titles.SAME),
        ("Crème fraîche", "creme fraiche", Titles.SAME),
        ("Oat drink", "Oat drink organic", Titles.MORE),
        ("Oat drink", "Oat drink 1 l", Titles.MORE),
        ("Milk", "Mellanmjölk", Titles.OTHER),
        ("苹果汁", "Apple juice", Titles.OTHER),
        ("Rice 500 g", "Rice 1 kg", Titles.SIZE),
        ("Milk 3,0 %", "Milk 1,5 %", Titles.SIZE),
        ("Juice apple 1 l", "Juice orange 1 l", Titles.VARIANT),
        ("苹果汁", "橙果汁", Titles.VARIANT),
        ("苹果汁 500毫升", "苹果汁 1升", Titles.SIZE),
        ("T-shirt red M", "T-shirt red L", Titles.SIZE),
        ("T-shirt red", "T-shirt red XL", Titles.SIZE),
        ("Cola", "Cola 6 x", Titles.SIZE),
        ("Butter salted", "Butter unsalted", Titles.VARIANT),
        ("Jam cherry", "Jam sherry", Titles.VARIANT),
        ("Shoe 42", "Shoe 43", Titles.SIZE),
        ("Battery AA", "Battery AAA", Titles.SIZE),
        ("", "Milk", Titles.OTHER),
        ("Green tea", "T-1042", Titles.OTHER),
        ("Green tea 100 g", "T-1042", Titles.OTHER),
    ],
)
def test_titles_say_whether_two_products_may_be_one(one: str, other: str, told: Titles) -> None:
    assert compare(wording_of(one), wording_of(other)) is told
    assert compare(wording_of(other), wording_of(one)) is told
