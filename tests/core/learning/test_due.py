"""A lesson is due when what came since the last one is a good part of all there is."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from core.catalog.log.search_feedback import log_feedback
from core.catalog.log.search_log import log_search
from core.catalog.photos.unlabelled import Source, UnlabelledFacts
from core.catalog.photos.unlabelled_vectors import add_unlabelled
from core.catalog.products.products import product_by_sku
from core.feedback import Said
from core.learning.due import LEAST_NEWS, is_lesson_due
from core.learning.examples import Examples
from core.learning.quick import learn_projection
from core.learning.self_taught import LEAST_UNLABELLED
from core.messages import Sentence, message
from core.models.lesson_record import Lesson
from core.shop.opening import open_shop
from core.shop.shop import Shop


def walk(shop: Shop, count: int) -> None:
    rows = np.random.default_rng(0).uniform(0, 1, (count, shop.spec.dim))
    add_unlabelled(shop.catalog, shop.spec.fingerprint, [UnlabelledFacts(Source.SEARCH)] * count, rows)


def lesson(shop: Shop, *, ago: timedelta, kind: str = "quick", promoted: bool = True) -> Lesson:
    created = (datetime.now(UTC) - ago).isoformat(timespec="seconds")
    reason = Sentence(message("core", "Learning"))
    return Lesson(
        f"0001-{kind}", kind, created, shop.spec.fingerprint, 3, 0, None, None, None, promoted, reason, 1.0
    )


def three_examples(dim: int) -> Examples:
    rows = np.random.default_rng(1).uniform(0, 1, (6, dim)).astype(np.float32)
    nothing = np.zeros(6, np.bool_)
    return Examples(rows, np.arange(6) % 3, nothing, nothing, np.arange(6))


def keep(shop: Shop, given: Lesson) -> None:
    learned = three_examples(shop.spec.dim)
    shop.models.save(given, learn_projection(learned, shop.spec), {}, learned.stamps)


def test_a_shop_that_was_walked_through_is_due_and_one_that_was_not_is_not(shop: Shop) -> None:
    assert not is_lesson_due(shop)
    walk(shop, LEAST_UNLABELLED - 1)
    assert not is_lesson_due(shop)
    walk(shop, 1)
    assert is_lesson_due(shop)


@pytest.mark.parametrize("promoted", [True, False])
def test_after_a_lesson_there_must_be_news(shop: Shop, promoted: bool) -> None:
    walk(shop, 60)
    keep(shop, lesson(shop, ago=timedelta(seconds=-5), promoted=promoted))
    assert not is_lesson_due(shop)


def test_what_came_since_makes_it_due_if_it_is_a_good_part(shop: Shop) -> None:
    keep(shop, lesson(shop, ago=timedelta(hours=1)))
    walk(shop, LEAST_NEWS - 5)  # the shop's four photos are new, too
    assert not is_lesson_due(shop)
    walk(shop, 1)
    assert is_lesson_due(shop)


def test_a_clerks_words_are_news(shop: Shop) -> None:
    keep(shop, lesson(shop, ago=timedelta(hours=1)))
    product = product_by_sku(shop.catalog, "Balls/red ball")
    assert product is not None
    for _ in range(LEAST_NEWS):
        search_id = log_search(shop.catalog, origin="picture", verdict="match")
        log_feedback(shop.catalog, search_id, Said.RIGHT, product.id)
    assert is_lesson_due(shop)


def test_a_shop_that_is_only_read_is_left_alone(shop: Shop) -> None:
    walk(shop, 80)
    with open_shop(shop.folder) as reader:
        assert not reader.writable
        assert not is_lesson_due(reader)
