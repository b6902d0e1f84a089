"""Curves and confusions, on answers small enough to count by hand."""

from pathlib import Path

import numpy as np
import pytest

from core.answer import Verdict
from core.embedding.measures import Measure
from core.ingest.photo_table import LabelledPhoto
from core.measuring.evaluation import EvaluatedPhoto, Evaluation, ProductShown, figures
from core.measuring.metrics import RankedAnswer
from core.measuring.report.curves import (
    category_confusions,
    false_accepts,
    mistakes,
    most_confused_products,
    precision_recall,
    share_found,
    unknown_curve,
)


def answer(
    truth: str | None, ranking: str, confidence: float = 0.5, unknown: float = 0.1, name: str = "photo.jpg"
) -> EvaluatedPhoto:
    """One answer; ``ranking`` has a letter for each SKU."""
    return EvaluatedPhoto(
        photo=LabelledPhoto(2, Path(name), name, truth or ""),
        ranked=RankedAnswer(truth, tuple(ranking), unknown),
        verdict=Verdict.UNSURE,
        confidence=confidence,
        decode_ms=1.0,
        embed_ms=10.0,
        index_ms=0.5,
        first_ms=11.0,
    )


def evaluation(*answers: EvaluatedPhoto) -> Evaluation:
    """An evaluation of products a and b (fruit) and c (milk)."""
    ranked = [found.ranked for found in answers]
    shown = {sku: ProductShown(f"product {sku}", "milk" if sku == "c" else "fruit", None) for sku in "abc"}
    return Evaluation(figures(ranked), None, {}, "model", Measure.COSINE, (), tuple(answers), shown, (), 1.0)


def test_the_share_found_grows_with_the_places_looked_at() -> None:
    curve = share_found([answer("a", "abc"), answer("b", "abc"), answer("c", "ab"), answer(None, "a")], 3)
    assert curve.x.tolist() == [1, 2, 3]
    assert curve.y.tolist() == pytest.approx([1 / 3, 2 / 3, 2 / 3])


def test_precision_falls_and_recall_rises_as_less_sure_answers_are_given() -> None:
    answers = [answer("a", "a", 0.9), answer("b", "a", 0.8), answer("b", "b", 0.8), answer(None, "c", 0.2)]
    curve = precision_recall(answers)
    assert curve.x.tolist() == pytest.approx([1 / 3, 2 / 3, 2 / 3])
    assert curve.y.tolist() == pytest.approx([1, 2 / 3, 2 / 4])


def test_telling_the_unknown_is_a_curve_from_nothing_to_everything() -> None:
    answers = [answer("a", "a", unknown=u) for u in (0.1, 0.2, 0.6)] + [
        answer(None, "a", unknown=u) for u in (0.5, 0.9)
    ]
    curve = unknown_curve(answers)
    assert (curve.x[0], curve.y[0], curve.x[-1], curve.y[-1]) == (0, 0, 1, 1)
    assert np.trapezoid(curve.y, curve.x) == pytest.approx(5 / 6)
    assert false_accepts(answers, 0.6) == 0.0
    assert false_accepts(answers, 0.9) == 0.5
    assert false_accepts(answers[:3]) is None


def test_confusions_are_counted_by_category_and_by_product() -> None:
    found = evaluation(
        answer("a", "a"), answer("a", "b"), answer("a", "b"), answer("c", "a"), answer("b", "b")
    )
    by_category = category_confusions(found, 10)
    assert by_category.names == ("fruit", "milk")
    assert by_category.counts.tolist() == [[4, 0], [1, 0]]
    products = most_confused_products(found, 2)
    assert products.names == ("a", "b")
    assert products.counts.tolist() == [[1, 2], [0, 1]]


def test_the_most_frequent_mistake_comes_first_and_shows_its_surest_photo() -> None:
    found = evaluation(
        answer("c", "a", 0.99), answer("a", "b", 0.3, name="1.jpg"), answer("a", "b", 0.7, name="2.jpg")
    )
    first, second = mistakes(found)
    assert (first.truth, first.guess, [photo.photo.name for photo in first.photos]) == (
        "a",
        "b",
        ["2.jpg", "1.jpg"],
    )
    assert (second.truth, second.guess) == ("c", "a")


def test_without_mistakes_there_are_none() -> None:
    assert mistakes(evaluation(answer("a", "a"))) == []
    assert most_confused_products(evaluation(answer("a", "a")), 5).names == ()
