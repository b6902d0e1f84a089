"""Figures of merit, against examples counted by hand."""

import pytest

from core.measuring.metrics import (
    RankedAnswer,
    macro_scores,
    mean_reciprocal_rank,
    reliability,
    top_share,
    unknown_auroc,
)


def answer(truth: str | None, ranking: str, unknown: float = 0.0) -> RankedAnswer:
    return RankedAnswer(truth, tuple(ranking), unknown)


THREE = [answer("a", "abc"), answer("b", "acb"), answer("c", "ab")]


def test_top_shares_count_the_right_product_among_the_first() -> None:
    assert top_share(THREE, 1) == pytest.approx(1 / 3)
    assert top_share(THREE, 2) == pytest.approx(1 / 3)
    assert top_share(THREE, 3) == pytest.approx(2 / 3)


def test_a_product_that_is_not_found_has_no_reciprocal_rank() -> None:
    assert mean_reciprocal_rank(THREE) == pytest.approx((1 + 1 / 3 + 0) / 3)


def test_precision_recall_and_f1_are_means_over_the_products() -> None:
    scores = macro_scores(THREE)  # three times "a" was answered, once rightly
    assert scores is not None
    assert scores.precision == pytest.approx((1 / 3 + 0 + 0) / 3)
    assert scores.recall == pytest.approx((1 + 0 + 0) / 3)
    assert scores.f1 == pytest.approx((2 / 4 + 0 + 0) / 3)


def test_photos_of_unknown_products_do_not_count_as_misses() -> None:
    assert top_share([*THREE, answer(None, "abc")], 1) == pytest.approx(1 / 3)


def test_the_auroc_is_the_share_of_pairs_in_the_right_order() -> None:
    answers = [answer("a", "a", 0.1), answer("b", "b", 0.5), answer(None, "a", 0.5), answer(None, "b", 0.9)]
    assert unknown_auroc(answers) == pytest.approx((1 + 0.5 + 1 + 1) / 4)


def test_a_figure_that_the_photos_cannot_give_is_missing() -> None:
    assert top_share([answer(None, "a")], 1) is None
    assert macro_scores([]) is None
    assert mean_reciprocal_rank([]) is None
    assert unknown_auroc(THREE) is None


def test_calibration_compares_confidence_with_truth_bin_by_bin() -> None:
    found = reliability([0.95, 0.95, 0.25], [True, False, True])
    assert found.count.tolist() == [1, 2]
    assert found.right.tolist() == [1.0, 0.5]
    assert found.error == pytest.approx((0.75 + 2 * 0.45) / 3)
