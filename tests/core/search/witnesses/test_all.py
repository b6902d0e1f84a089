"""What the witnesses say is added up, and each can be left out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.answer import Seen, Verdict
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.embedding.measures import Measure
from core.feedback import Feedback
from core.models.verdict import judge
from core.search import by_witnesses
from core.search.answering import Refinement, answer
from core.search.see import see
from core.search.witnesses.all import WITNESSES
from core.search.witnesses.vector import VECTOR
from core.search.witnesses.witness import Case, Need, Say, Witness, always
from core.shop.shop import Shop
from tests.core.asking import ask

CODE = "4006381333931"


def number(shop: Shop, sku: str) -> int:
    product = product_by_sku(shop.catalog, sku)
    assert product is not None
    return product.id


@pytest.fixture
def seen(shop: Shop, blue_ball: Path) -> Seen:
    """A blue ball, and the yellow box's code beside it."""
    upsert_product(shop.catalog, ProductDraft("Boxes/yellow box", barcode=CODE))
    (picture,) = see(shop, [blue_ball]).pictures
    return Seen((replace(picture, codes=((CODE, True),)),))


def speaking(says: Callable[[Case], Say]) -> tuple[Witness, ...]:
    """The witnesses, and one more."""
    return (*WITNESSES, Witness("gossip", (Need.LIKENESS,), 1.0, always, says))


def test_each_has_a_name_of_its_own_and_says_what_it_costs() -> None:
    assert [witness.name for witness in WITNESSES] == [
        "vector",
        "print",
        "label",
        "text-image",
        "barcode",
        "clerk",
    ]
    assert all(witness.needs and witness.ms >= 0 for witness in WITNESSES)


def test_a_further_witness_in_the_list_is_added_up_with_the_others(
    shop: Shop, blue_ball: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    green = number(shop, "Boxes/green box")
    before = {result.product_id: result.confidence for result in ask(shop, blue_ball).results}

    def for_green(case: Case) -> Say:
        return Say(np.array([2.0 * (group.key == green) for group in case.candidates]))

    monkeypatch.setattr(by_witnesses, "WITNESSES", speaking(for_green))
    after = {result.product_id: result.confidence for result in ask(shop, blue_ball).results}
    others = [product for product in before if product != green]
    odds = [np.log(after[product] / before[product]) for product in others]
    assert np.log(after[green] / before[green]) - odds[0] == pytest.approx(2.0)
    assert odds == pytest.approx([odds[0]] * len(odds))
    without = ask(shop, blue_ball, without={"gossip"}).results
    assert {result.product_id: result.confidence for result in without} == before


def test_whoever_speaks_for_none_of_these_makes_it_unknown(
    shop: Shop, blue_ball: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        by_witnesses, "WITNESSES", speaking(lambda case: Say(np.zeros(len(case.candidates)), none=30.0))
    )
    found = ask(shop, blue_ball)
    assert found.verdict is Verdict.UNKNOWN and found.unknown == pytest.approx(1, abs=1e-6)


def test_the_vector_s_word_alone_is_the_calibrated_likeness(shop: Shop, seen: Seen) -> None:
    candidates = shop.index().search_grouped(
        seen.pictures[0].vector, 4, lambda ids: np.asarray(ids, np.int64)
    )
    case = Case(shop, shop.model, Measure.COSINE, seen, "", Feedback(), candidates)
    say = VECTOR.says(case)
    alone = judge(say.odds, say.none)
    assert alone.confidences.sum() + alone.unknown == pytest.approx(1)
    assert (np.diff(say.odds) <= 0).all()


def test_the_clerk_overrules_the_barcode_and_the_barcode_the_vector(shop: Shop, seen: Seen) -> None:
    assert answer(shop, seen).results[0].title == "yellow box"
    red = Refinement(feedback=Feedback(right=number(shop, "Balls/red ball")))
    first, second, *_ = answer(shop, seen, red).results
    assert (first.title, first.confidence) == ("red ball", 1.0)
    assert (second.title, second.confidence) == ("yellow box", 0.0)
    assert answer(shop, seen, red, without={"clerk"}).results[0].title == "yellow box"
    assert answer(shop, seen, without={"barcode"}).results[0].title == "blue ball"


def test_a_witness_without_what_it_needs_is_not_asked(shop: Shop, blue_ball: Path) -> None:
    case = Case(shop, shop.model, Measure.COSINE, see(shop, [blue_ball]), "", Feedback(), ())
    assert [need for need in Need if case.has(need)] == [Need.PRINT, Need.LABEL]
