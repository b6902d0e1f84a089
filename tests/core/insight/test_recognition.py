"""How searches ended: each figure as a plain count gives it."""

import pytest

from core.catalog.log.search_feedback import log_feedback
from core.catalog.log.search_log import log_search
from core.feedback import Said
from core.insight.recognition import (
    Confused,
    Remedy,
    confused_pairs,
    median_ms,
    most_searched,
    searches_by_day,
    searches_of,
    weak_products,
)
from core.shop.shop import Shop
from tests.core.insight.conftest import PERIOD, add_product, moment


def search(
    shop: Shop,
    top: int | None,
    said: Said | None = None,
    meant: int | None = None,
    ms: float = 50,
    verdict: str = "match",
) -> None:
    key = log_search(shop.catalog, origin="file", verdict=verdict, top_product_id=top, milliseconds=ms)
    if said is not None:
        log_feedback(shop.catalog, key, said, meant)
    with shop.catalog.transaction() as db:
        db.execute("UPDATE searches SET searched = ? WHERE id = ?", [moment(PERIOD.since), key])


@pytest.fixture
def keys(shop: Shop) -> list[int]:
    return [add_product(shop, sku) for sku in ("ORANGE", "SATSUMA", "MUG")]


def test_searches_by_what_came_of_them(shop: Shop, keys: list[int]) -> None:
    orange, satsuma, _mug = keys
    search(shop, orange, Said.RIGHT, orange, ms=10)
    search(shop, orange, Said.INSTEAD, satsuma, ms=30)
    search(shop, orange, Said.WRONG, orange, ms=20)
    search(shop, None, Said.ABSENT, verdict="unknown", ms=80)
    search(shop, orange, verdict="unsure", ms=1000)
    found = searches_of(shop.catalog, PERIOD)
    assert found.all == 5
    assert found.by_verdict == {"match": 3, "unsure": 1, "unknown": 1}
    assert (found.right, found.instead, found.wrong, found.absent) == (1, 1, 1, 1)
    assert median_ms(shop.catalog, PERIOD) == 30
    assert sum(searches_by_day(shop.catalog, PERIOD).values()) == 5
    assert searches_by_day(shop.catalog, PERIOD)[PERIOD.since] == 5
    assert len(searches_by_day(shop.catalog, PERIOD)) == PERIOD.days
    assert searches_of(shop.catalog, PERIOD.before).all == 0
    assert median_ms(shop.catalog, PERIOD.before) is None


def test_the_median_of_an_even_number_is_the_middle_of_two(shop: Shop, keys: list[int]) -> None:
    for milliseconds in (10, 20, 40, 1000):
        search(shop, keys[0], ms=milliseconds)
    assert median_ms(shop.catalog, PERIOD) == 30


def test_which_are_mixed_up_and_what_would_help(shop: Shop, keys: list[int]) -> None:
    orange, satsuma, mug = keys
    for _ in range(3):
        search(shop, orange, Said.INSTEAD, satsuma)
    search(shop, satsuma, Said.RIGHT, satsuma)
    search(shop, mug, Said.INSTEAD, satsuma)
    for _ in range(4):
        search(shop, orange, Said.RIGHT, orange)
    assert confused_pairs(shop.catalog, PERIOD) == (
        Confused(satsuma, orange, 3),
        Confused(satsuma, mug, 1),
    )
    (weak,) = weak_products(shop.catalog, PERIOD)
    assert (weak.product_id, weak.searches, weak.wrong, weak.photos) == (satsuma, 5, 4, 0)
    assert weak.remedy is Remedy.MORE_PHOTOS
    assert most_searched(shop.catalog, PERIOD, 2) == ((satsuma, 5), (orange, 4))


def test_a_product_that_is_gone_stands_in_no_list(shop: Shop, keys: list[int]) -> None:
    search(shop, keys[0], Said.INSTEAD, keys[1])
    with shop.catalog.transaction() as db:
        db.execute("UPDATE searches SET top_product_id = NULL")
    assert confused_pairs(shop.catalog, PERIOD) == ()
