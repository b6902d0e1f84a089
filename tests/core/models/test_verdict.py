"""What the program claims about an answer."""

import numpy as np
import pytest

from core.answer import Verdict
from core.embedding.measures import Measure
from core.models.verdict import first_scores, judge, likeness_odds, standing


def test_one_product_far_ahead_is_a_match() -> None:
    assert judge(*likeness_odds([0.9, 0.5, 0.4], Measure.COSINE)).verdict is Verdict.MATCH


def test_products_close_together_leave_it_unsure() -> None:
    judgement = judge(*likeness_odds([0.60, 0.59, 0.58], Measure.COSINE))
    assert judgement.verdict is Verdict.UNSURE
    assert judgement.confidences[0] < 0.6


def test_products_that_hardly_differ_are_as_good_as_equal() -> None:
    confidences = judge(*likeness_odds([0.9803, 0.9802, 0.9801, 0.98], Measure.COSINE)).confidences
    assert confidences[0] < 1.1 * confidences[-1]


def test_nothing_alike_is_unknown() -> None:
    assert judge(*likeness_odds([0.1, 0.05], Measure.COSINE)).verdict is Verdict.UNKNOWN


def test_an_empty_shop_knows_nothing() -> None:
    judgement = judge(*likeness_odds([], Measure.COSINE))
    assert judgement.verdict is Verdict.UNKNOWN
    assert judgement.unknown == 1.0


@pytest.mark.parametrize("measure", list(Measure))
def test_probabilities_sum_to_one_and_keep_the_order(measure: Measure) -> None:
    judgement = judge(*likeness_odds([0.8, 0.5, 0.2, 0.06], measure))
    assert judgement.confidences.sum() + judgement.unknown == pytest.approx(1)
    assert (np.diff(judgement.confidences) <= 0).all()


def test_a_euclidean_score_is_judged_by_its_distance() -> None:
    near = judge(*likeness_odds([1 / (1 + 5.0), 1 / (1 + 16.0)], Measure.EUCLIDEAN))
    far = judge(*likeness_odds([1 / (1 + 38.0), 1 / (1 + 38.5)], Measure.EUCLIDEAN))
    assert near.verdict is Verdict.MATCH
    assert far.verdict is Verdict.UNKNOWN


def test_the_second_stands_as_if_the_first_were_not_there() -> None:
    best = np.array([[0.9, 0.7, 0.4, 0.3, 0.2]])
    [told] = first_scores(best)
    assert told.score == 0.9
    assert told.width == pytest.approx(best.std())
    assert told.second == pytest.approx(float(standing(best[:, 1:])[2][0, 0]))
    [without] = first_scores(np.array([[0.9, 0.42, 0.4, 0.38, 0.36]]))
    assert told.second > without.second > 0


@pytest.mark.parametrize("scores", [[0.9], [0.9, 0.3]])
def test_where_nothing_stands_behind_the_second_it_stands_nowhere(scores: list[float]) -> None:
    assert first_scores(np.array([scores]))[0].second == 0
