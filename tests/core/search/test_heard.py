"""What the witnesses said of a search stays with the clerk's word for it, and what they count can change."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.answer import Heard
from core.catalog.lists.filters import Filter
from core.catalog.log import heard_searches as log
from core.catalog.log.heard_searches import heard_searches
from core.catalog.log.search_log import log_search
from core.feedback import Feedback, Said
from core.ingest.unlabelled.forgetting import forget_unlabelled
from core.models.shop_model import TaughtBy
from core.models.witness_weights import WitnessWeights
from core.search.answering import Refinement
from core.search.kept import forget_searches, keep_feedback, undo_feedback
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.asking import ask


def said_of(shop: Shop, said: Said, product_id: int | None, heard: Heard | None) -> int:
    search_id = log_search(shop.catalog, origin="file", verdict="match")
    return keep_feedback(shop, search_id, said, product_id, heard=heard)


@pytest.fixture
def heard(shop: Shop, blue_ball: Path) -> Heard:
    found = ask(shop, blue_ball).heard
    assert found is not None
    return found


def test_what_is_kept_is_what_made_the_probabilities(shop: Shop, blue_ball: Path, heard: Heard) -> None:
    found = ask(shop, blue_ball)
    logits = np.append(sum(heard.odds.values(), np.zeros(4)), heard.none)
    shares = np.exp(logits - np.logaddexp.reduce(logits))
    told = {one.product_id: one.confidence for one in found.results}
    assert [told[one] for one in heard.products.tolist()] == pytest.approx(shares[:-1].tolist())
    assert found.unknown == pytest.approx(shares[-1])
    said_of(shop, Said.RIGHT, 2, heard)
    (kept,) = heard_searches(shop.catalog)
    assert (kept.truth, kept.heard.taught_by) == (2, TaughtBy.NOTHING)
    assert kept.heard.products.tolist() == heard.products.tolist()
    assert kept.heard.odds["vector"] == pytest.approx(heard.odds["vector"], abs=1e-3)


def test_nothing_is_heard_where_not_the_whole_shop_was_asked_or_something_was_said(
    shop: Shop, blue_ball: Path
) -> None:
    for refinement in (Refinement(Filter(categories=("Balls",))), Refinement(feedback=Feedback(wrong=(1,)))):
        assert ask(shop, blue_ball, refinement=refinement).heard is None


def test_wrong_teaches_nothing_and_the_last_word_is_the_truth(shop: Shop, heard: Heard) -> None:
    said_of(shop, Said.WRONG, 1, heard)
    assert heard_searches(shop.catalog) == []
    search_id = log_search(shop.catalog, origin="file", verdict="match")
    keep_feedback(shop, search_id, Said.RIGHT, 1, heard=heard)
    absent = keep_feedback(shop, search_id, Said.ABSENT, heard=heard)
    assert [one.truth for one in heard_searches(shop.catalog)] == [None]
    undo_feedback(shop, absent)
    assert [one.truth for one in heard_searches(shop.catalog)] == [1]


def test_it_goes_with_what_joined_from_searches_and_with_its_search(shop: Shop, heard: Heard) -> None:
    said_of(shop, Said.RIGHT, 1, heard)
    forget_unlabelled(shop)
    assert heard_searches(shop.catalog) == []
    said_of(shop, Said.RIGHT, 1, heard)
    shop.catalog.db.execute("DELETE FROM searches")
    assert heard_searches(shop.catalog) == []
    assert forget_searches(shop) == 0


def test_the_oldest_make_room(shop: Shop, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "MOST", 2)
    for product_id in (1, 2, 3):
        said_of(shop, Said.RIGHT, product_id, heard)
    assert [one.truth for one in heard_searches(shop.catalog)] == [2, 3]


def test_what_a_stranger_wrote_is_passed_over(shop: Shop, heard: Heard) -> None:
    for content in ("", "[", "[]", '{"products": [1], "odds": {"vector": [1, 2]}}', '{"products": ["a"]}'):
        key = said_of(shop, Said.RIGHT, 1, heard)
        shop.catalog.db.execute(
            "UPDATE heard_searches SET candidates = ? WHERE feedback_id = ?", [content, key]
        )
    said_of(shop, Said.RIGHT, 1, replace(heard, none=float("inf")))
    assert heard_searches(shop.catalog) == []


def test_weights_are_of_the_kind_of_model_and_stay_with_the_shop(shop: Shop, blue_ball: Path) -> None:
    before = ask(shop, blue_ball)
    shop.keep_witness_weights(TaughtBy.LABELLED, WitnessWeights(vector=0.5))
    assert ask(shop, blue_ball).unknown == before.unknown
    shop.keep_witness_weights(TaughtBy.NOTHING, WitnessWeights(vector=0.5, absent=2.0))
    after = ask(shop, blue_ball)
    assert after.unknown > before.unknown
    assert after.results[0].product_id == before.results[0].product_id
    with open_shop(shop.folder) as again:
        assert ask(again, blue_ball).unknown == pytest.approx(after.unknown)
