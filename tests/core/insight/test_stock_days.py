"""Stock by day: rebuilt from movements and receipts, it is what somebody would have counted each evening."""

from datetime import UTC, date, timedelta

import numpy as np
import pytest

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, move_stock
from core.insight.period import Period
from core.insight.stock_days import ProductStock, product_stock
from core.insight.takings import sold_products
from core.quantities.quantity import whole
from core.sales.importing import import_sales
from core.shop.shop import Shop
from core.steps.undo import undo_step
from tests.core.insight.conftest import FIRST, PERIOD, BusyShop, add_product, book


def only(shop: Shop, period: Period = PERIOD) -> ProductStock:
    (found,) = product_stock(shop.catalog, period, sold_products(shop.catalog, period))
    return found


def test_days_without_stock_are_those_that_a_diary_of_the_shelf_has(shop: Shop) -> None:
    key = add_product(shop, "P", price_minor=250, currency="EUR")
    chance = np.random.default_rng(3)
    book(shop, key, 6, FIRST, "count", counted=True)
    stock, empty, day = 6, 0, FIRST + timedelta(days=1)
    while day <= PERIOD.until:
        began = stock
        pieces = min(stock, int(chance.poisson(1)))
        if pieces:
            book(shop, key, -pieces, day)
        if stock == 0 and chance.random() < 0.2:
            book(shop, key, 5, day, "delivery")
            stock += 5
        stock -= pieces
        if day >= PERIOD.since:
            empty += began == 0 and stock == 0
        day += timedelta(days=1)
    assert 3 < empty < 25
    found = only(shop)
    assert (found.stock, found.sold_out_days) == (1000 * stock, empty)
    assert found.missed == 0  # nobody has brought receipts: no pace is known


def test_what_was_missed_goes_by_the_pace_of_the_other_days(shop: Shop) -> None:
    key = add_product(shop, "P", price_minor=250, currency="EUR", stock=whole(8))
    file = shop.folder.parent / "sales.csv"
    file.write_text("receipt,date,sku,quantity,total\n1,2099-01-01,P,2,5\n2,2099-01-04,P,6,15\n", "utf-8")
    import_sales(shop, file, who="Kim")
    period = Period(date(2099, 1, 1), date(2099, 1, 10), UTC)
    found = only(shop, period)
    assert (found.stock, found.sold, found.sold_out_days) == (0, 8000, 6)
    assert found.missed == 12_000  # 8 in 4 days, so 2 a day
    assert (found.missed_minor, found.days_left, found.is_dead) == (3000, 0.0, False)
    assert key == found.product_id


def test_a_file_of_receipts_counts_on_the_receipts_days_and_not_when_it_came(shop: Shop) -> None:
    add_product(shop, "P", stock=whole(5))
    file = shop.folder.parent / "sales.csv"
    file.write_text("receipt,date,sku,quantity\n1,2099-01-02,P,5\n", "utf-8")
    import_sales(shop, file, who="Kim")
    period = Period(date(2099, 1, 1), date(2099, 1, 4), UTC)
    assert only(shop, period).sold_out_days == 2
    undo_step(shop, who="Kim")
    found = only(shop, period)
    assert (found.stock, found.sold_out_days) == (5000, 0)


def test_what_lies_is_what_was_there_all_the_time_and_never_sold(busy: BusyShop) -> None:
    found = {
        one.product_id: one
        for one in product_stock(busy.shop.catalog, PERIOD, sold_products(busy.shop.catalog, PERIOD))
    }
    sold = {line.product for line in busy.lines if PERIOD.since <= line.day <= PERIOD.until}
    for place, key in enumerate(busy.keys):
        assert found[key].is_dead == (key not in sold)
        assert found[key].value_minor == 20 * 100 * (place + 1)
        if key in sold:
            pieces = sum(
                line.pieces
                for line in busy.lines
                if line.product == key and PERIOD.since <= line.day <= PERIOD.until
            )
            assert found[key].days_left == pytest.approx(20 / (pieces / 28))


def test_a_new_product_does_not_lie_and_one_that_was_not_counted_is_not_told(shop: Shop) -> None:
    upsert_product(shop.catalog, ProductDraft("NEW", title="New", stock=whole(5)), who="Kim")
    add_product(shop, "UNCOUNTED")
    (found,) = product_stock(shop.catalog, PERIOD, {})
    assert not found.is_dead and found.stock == 0  # it was not there at the period's end


def test_stock_below_nothing_is_sold_out_and_worth_nothing(shop: Shop) -> None:
    key = add_product(shop, "P", price_minor=100, currency="EUR", stock=whole(0))
    move_stock(shop.catalog, key, whole(-3), who="Kim", reason=Reason.SALE)
    today = Period(date(2099, 1, 1), date(2099, 1, 2), UTC)
    found = only(shop, today)
    assert (found.stock, found.value_minor, found.sold_out_days) == (-3000, 0, 2)
