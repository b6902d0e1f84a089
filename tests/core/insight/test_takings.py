"""Every sum equals what plain arithmetic over the same lines gives."""

from collections import Counter
from datetime import date, timedelta

import pytest

from core.insight.period import Period
from core.insight.takings import groups_of, main_currency, shares, sold_products, takings
from core.shop.shop import Shop
from tests.core.insight.conftest import PERIOD, BusyShop, Line, add_product, sell


def within(busy: BusyShop, since: date, until: date) -> list[Line]:
    return [line for line in busy.lines if since <= line.day <= until]


@pytest.mark.parametrize("period", [PERIOD, PERIOD.before], ids=["now", "before"])
def test_receipts_lines_quantities_and_money(busy: BusyShop, period: Period) -> None:
    lines = within(busy, period.since, period.until)
    found = takings(busy.shop.catalog, period)
    assert found.receipts == len({line.receipt for line in lines if line.pieces > 0})
    assert found.lines == sum(line.pieces > 0 for line in lines)
    assert found.returned == sum(line.pieces < 0 for line in lines)
    assert found.thousandths == 1000 * sum(line.pieces for line in lines)
    assert found.money == {"EUR": sum(line.cents for line in lines)}
    assert (found.without_amount, found.unknown) == (0, 0)


def test_days(busy: BusyShop) -> None:
    expected: Counter[date] = Counter()
    for line in within(busy, PERIOD.since, PERIOD.until):
        expected[line.day] += line.cents
    assert takings(busy.shop.catalog, PERIOD).by_day == {
        day: {"EUR": cents} for day, cents in expected.items()
    }


def test_products_and_their_groups(busy: BusyShop) -> None:
    lines = within(busy, PERIOD.since, PERIOD.until)
    sold = sold_products(busy.shop.catalog, PERIOD)
    for key in busy.keys:
        own = [line for line in lines if line.product == key]
        assert (key in sold) == bool(own)
        if own:
            assert sold[key].thousandths == 1000 * sum(line.pieces for line in own)
            assert sold[key].money == {"EUR": sum(line.cents for line in own)}
            assert sold[key].receipts == len({line.receipt for line in own})
    total = sum(line.cents for line in lines)
    for column, name, number in (("category", "Kind ", 3), ("location", "A", 2), ("supplier", "Firm ", 2)):
        money: Counter[str] = Counter()
        for line in lines:
            money[f"{name}{busy.keys.index(line.product) % number}"] += line.cents
        found = shares(sold.values(), groups_of(busy.shop.catalog, column), "EUR")
        assert {one.name: one.money["EUR"] for one in found} == dict(money)
        assert [one.share for one in found] == sorted(
            (cents / total for cents in money.values()), reverse=True
        )


def test_a_product_with_two_tags_counts_with_each(busy: BusyShop) -> None:
    found = shares(
        sold_products(busy.shop.catalog, PERIOD).values(), groups_of(busy.shop.catalog, "tag"), "EUR"
    )
    assert {one.name for one in found} == {"red", "new"}
    assert found[0].name == "red" and found[0].share == pytest.approx(1.0)


def test_currencies_are_never_added_up_on_a_day_either(shop: Shop) -> None:
    product, day = add_product(shop, "P"), PERIOD.since
    sell(shop, [Line(day, number, product, 1, 100 * (number + 1)) for number in range(3)])
    shop.catalog.db.execute("UPDATE receipts SET currency = 'USD' WHERE id % 2 = 0")
    found = takings(shop.catalog, PERIOD)
    assert found.by_day == {day: {"EUR": 400, "USD": 200}}
    assert (found.money, found.receipts, found.lines) == ({"EUR": 400, "USD": 200}, 3, 3)


def test_no_receipts_are_no_error(busy: BusyShop) -> None:
    empty = takings(
        busy.shop.catalog, Period(PERIOD.until + timedelta(days=9), PERIOD.until + timedelta(days=9))
    )
    assert (empty.receipts, empty.money, main_currency(empty.money)) == (0, {}, "")
