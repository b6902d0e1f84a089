"""Forecasts: right where the truth is known, better than last week where it is chance, honest in width."""

import math

import numpy as np
import pytest

from core.insight.forecast import as_last_week, forecast, needed
from core.insight.orders import COVER, SURE, forecast_errors, weekly_sales, what_to_order
from tests.core.insight.conftest import PERIOD, WEEKLY, BusyShop


def drawn(weekly: float, products: int, weeks: int, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).poisson(weekly, (products, weeks)).astype(float)


@pytest.mark.parametrize("weekly", [0.1, 0.5, 2.0, 30.0])
def test_the_mean_of_many_forecasts_is_the_truth(weekly: float) -> None:
    found = forecast(drawn(weekly, 4000, 26)).mean
    assert found.mean() == pytest.approx(weekly, rel=0.1)


@pytest.mark.parametrize("weekly", [0.1, 0.5, 2.0, 30.0])
def test_it_is_nearer_to_the_truth_than_last_week(weekly: float) -> None:
    weeks = drawn(weekly, 500, 27)
    past, true = weeks[:, :-1], weeks[:, -1]
    ours = np.abs(forecast(past).mean - weekly).mean()
    rival = np.abs(as_last_week(past) - weekly).mean()
    assert ours < 0.75 * rival
    assert ((forecast(past).mean - true) ** 2).mean() < ((as_last_week(past) - true) ** 2).mean()


@pytest.mark.parametrize("weekly", [0.5, 4.0, 300.0])
def test_what_is_enough_is_enough_as_often_as_it_says(weekly: float) -> None:
    past = drawn(weekly, 1000, 26)
    enough = needed(forecast(past), 2, 0.9)
    wanted = np.random.default_rng(9).poisson(2 * weekly, 1000)
    assert 0.84 < (wanted <= enough).mean() < 0.99


def test_of_steady_sales_enough_is_the_quantile_of_the_poisson_distribution() -> None:
    found = forecast(np.full((1, 26), 3.0))
    assert found.mean[0] == 3 and found.variance[0] == 3
    total, count = math.exp(-6), 0
    while total < 0.9:
        count += 1
        total += math.exp(-6) * 6**count / math.factorial(count)
    assert needed(found, 2, 0.9)[0] == count


def test_a_product_that_never_sold_or_sells_no_longer_needs_nothing_or_little() -> None:
    weeks = np.zeros((2, 26))
    weeks[1, 0] = 5
    found = forecast(weeks)
    assert found.mean[0] == 0 and needed(found, 2, 0.9)[0] == 0
    assert found.mean[1] < 0.25


def test_weeks_before_a_product_was_there_do_not_count_as_weeks_without_sales() -> None:
    weeks = np.full((1, 26), np.nan)
    weeks[0, -4:] = 10
    assert forecast(weeks).mean[0] == 10


def test_weekly_sales_are_those_of_plain_arithmetic(busy: BusyShop) -> None:
    found = weekly_sales(busy.shop.catalog, PERIOD, 13)
    for key, weeks in zip(found.ids.tolist(), found.weeks, strict=True):
        expected = [0.0] * 13
        for line in busy.lines:
            if line.product == key:
                expected[12 - (PERIOD.until - line.day).days // 7] += line.pieces
        assert weeks.tolist() == expected


def test_orders_fill_up_to_what_is_enough_and_find_the_structure_that_was_put_in(busy: BusyShop) -> None:
    sales = weekly_sales(busy.shop.catalog, PERIOD)
    plenty = what_to_order(sales, dict.fromkeys(busy.keys, 1_000_000))
    assert plenty == ()
    orders = {one.product_id: one for one in what_to_order(sales, {})}
    for place, key in enumerate(busy.keys):
        weekly = WEEKLY[place]
        if not weekly:
            assert key not in orders
        elif weekly >= 2:
            assert orders[key].weekly == pytest.approx(weekly, abs=3 * math.sqrt(weekly / 8))
            assert orders[key].pieces >= COVER * orders[key].weekly
    half = what_to_order(sales, {key: 500 * int(orders[key].enough) for key in orders})
    assert all(one.pieces == math.ceil(one.enough - one.stock) for one in half if one.stock is not None)
    assert SURE == 0.9


def test_the_forecast_says_how_it_stands_beside_last_week(busy: BusyShop) -> None:
    errors = forecast_errors(weekly_sales(busy.shop.catalog, PERIOD))
    assert errors.weeks == 4
    assert errors.ours < errors.last_week and errors.low < errors.high
    assert forecast_errors(weekly_sales(busy.shop.catalog, PERIOD, 5)).weeks == 0
