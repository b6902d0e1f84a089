"""What each witness counts is fitted to confirmed searches, and taken only if it is better beyond doubt."""

from dataclasses import replace

import numpy as np
import pytest

from core.answer import Heard
from core.catalog.log.heard_searches import HeardSearch
from core.catalog.log.search_log import log_search
from core.feedback import Said
from core.learning.quick import teach_quick_lesson
from core.learning.witness_weights import (
    LEAST_SEARCHES,
    choices_of,
    fitted_weights,
    logarithms,
    weigh_witnesses,
    weighed,
)
from core.models.shop_model import TaughtBy
from core.models.witness_weights import AS_THEY_COME, WitnessWeights
from core.search.kept import keep_feedback
from core.shop.shop import Shop

PRODUCTS = 12


def searches(count: int, truth: WitnessWeights, seed: int = 0) -> list[HeardSearch]:
    """Searches whose right product is drawn by what was said, weighed by ``truth``."""
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(count):
        vector, print_ = rng.normal(0, 2, PRODUCTS), np.maximum(0, rng.normal(0, 2, PRODUCTS))
        logits = np.append(truth.vector * vector + truth.print * print_, truth.absent)
        place = int(rng.choice(PRODUCTS + 1, p=np.exp(logits - np.logaddexp.reduce(logits))))
        ids = np.arange(1, PRODUCTS + 1)
        heard = Heard(TaughtBy.NOTHING, ids, {"vector": vector, "print": print_}, 0.0)
        found.append(HeardSearch(heard, None if place == PRODUCTS else place + 1))
    return found


def test_the_weights_that_the_searches_follow_are_found() -> None:
    truth = WitnessWeights(vector=0.5, print=1.6, absent=1.0)
    found = fitted_weights(choices_of(searches(1500, truth)))
    assert (found.vector, found.print) == pytest.approx((0.5, 1.6), abs=0.3)
    assert found.absent > AS_THEY_COME.absent + 0.2
    assert found.label == pytest.approx(1.0)  # nobody said anything: as it comes


def test_none_is_below_nought() -> None:
    backwards = searches(1500, WitnessWeights(vector=0.5, print=0.0))
    for one in backwards:
        one.heard.odds["print"][:] *= -1 if one.truth is None else -np.eye(PRODUCTS)[one.truth - 1] * 3
    assert fitted_weights(choices_of(backwards)).print == 0


def test_only_what_is_better_beyond_doubt_is_taken() -> None:
    other = choices_of(searches(300, WitnessWeights(vector=0.4)))
    taken = weighed(other, AS_THEY_COME)
    assert taken.weights is not None
    assert logarithms(other, taken.weights).mean() > logarithms(other, AS_THEY_COME).mean()
    assert "per cent more probable" in str(taken.told)
    assert weighed(other, taken.weights).weights is None  # they are in use: nothing is better than they
    same = weighed(choices_of(searches(300, AS_THEY_COME)), AS_THEY_COME)
    assert same.weights is None
    assert "stays as it was" in str(same.told)


def test_a_search_whose_product_was_no_candidate_teaches_nothing() -> None:
    (one,) = searches(1, AS_THEY_COME)
    assert len(choices_of([replace(one, truth=99), replace(one, truth=None)])) == 1


def test_a_lesson_weighs_the_witnesses_and_tells_it_whatever_becomes_of_it(shop: Shop) -> None:
    def confirm(count: int) -> None:
        for one in searches(count, WitnessWeights(vector=0.3)):
            search_id = log_search(shop.catalog, origin="file", verdict="match")
            said = Said.ABSENT if one.truth is None else Said.RIGHT
            product_id = None if one.truth is None else 1 + one.truth % 4
            odds = {name: told[:4] for name, told in one.heard.odds.items()}
            heard = replace(one.heard, products=np.arange(1, 5), odds=odds)
            keep_feedback(shop, search_id, said, product_id, heard=heard)

    confirm(LEAST_SEARCHES // 2)
    assert weigh_witnesses(shop) is None
    confirm(4 * LEAST_SEARCHES)
    lesson = teach_quick_lesson(shop)
    assert lesson.witnesses is not None
    assert shop.models.lesson(lesson.version) == lesson
    assert "confirmed searches" in str(lesson.witnesses)
    kept = (shop.models.folder / "witness-weights.json").is_file()
    assert kept is ("more probable" in str(lesson.witnesses))
