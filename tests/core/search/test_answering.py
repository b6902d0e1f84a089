"""From what was seen to a ranked answer, and anew under a filter and with what the clerk said."""

from pathlib import Path

import pytest

from core.answer import AskedText, LikeProduct, Seen, Verdict
from core.catalog.lists.filters import Filter
from core.catalog.photos.photos import live_photo_ids
from core.catalog.products.products import product_by_sku, set_archived
from core.catalog.stock import set_stock
from core.embedding.measures import Measure
from core.errors import KnownError
from core.feedback import NOTHING_SAID, Feedback, Said
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.quantities.quantity import whole
from core.search.alternatives import alternatives
from core.search.answering import Refinement, answer
from core.shop.shop import Shop
from tests.core.asking import ask


def titles(results: object) -> list[str]:
    return [result.title for result in results]  # type: ignore[attr-defined]


def product_id(shop: Shop, sku: str) -> int:
    product = product_by_sku(shop.catalog, sku)
    assert product is not None
    return product.id


def said(*words: tuple[Said, int | None]) -> Refinement:
    feedback = NOTHING_SAID
    for word, product in words:
        feedback = feedback.with_said(word, product)
    return Refinement(feedback=feedback)


@pytest.mark.parametrize("measure", list(Measure))
def test_the_product_on_the_picture_comes_first(shop: Shop, blue_ball: Path, measure: Measure) -> None:
    found = ask(shop, blue_ball, measure=measure)
    assert found.results[0].title == "blue ball"
    assert found.results[0].category == "Balls"
    scores = [result.score for result in found.results]
    assert scores == sorted(scores, reverse=True)


def test_every_product_of_a_small_shop_is_ranked_once(shop: Shop, blue_ball: Path) -> None:
    titles = [result.title for result in ask(shop, blue_ball).results]
    assert sorted(titles) == ["blue ball", "green box", "red ball", "yellow box"]


def test_only_as_many_results_as_asked_for(shop: Shop, blue_ball: Path) -> None:
    assert len(ask(shop, blue_ball, count=2).results) == 2


def test_the_photo_and_its_thumbnail_are_files(shop: Shop, blue_ball: Path) -> None:
    best = ask(shop, blue_ball).results[0]
    assert Path(best.photo).is_file()
    assert Path(best.thumbnail).is_file()


def test_probabilities_of_products_and_of_none_sum_to_one(shop: Shop, blue_ball: Path) -> None:
    found = ask(shop, blue_ball)
    assert sum(r.confidence for r in found.results) + found.unknown == pytest.approx(1)


def test_a_filter_costs_no_results(shop: Shop, blue_ball: Path) -> None:
    boxes, nothing = (Refinement(Filter(categories=(name,))) for name in ("Boxes", "Bottles"))
    titles = {result.title for result in ask(shop, blue_ball, refinement=boxes).results}
    assert titles == {"green box", "yellow box"}
    assert ask(shop, blue_ball, refinement=nothing).results == ()


def test_an_archived_product_is_not_found(shop: Shop, blue_ball: Path) -> None:
    product = product_by_sku(shop.catalog, "Balls/blue ball")
    assert product is not None
    set_archived(shop.catalog, [product.id])
    assert len(live_photo_ids(shop.catalog)) == 3
    assert "blue ball" not in {result.title for result in ask(shop, blue_ball).results}


def test_several_photos_of_a_product_give_one_result(shop: Shop, pictures: Path, blue_ball: Path) -> None:
    second = pictures / "Balls" / "blue ball.jpg"
    second.write_bytes(blue_ball.read_bytes())
    report = import_entries(shop, folder_entries(pictures))
    assert report.photos_added == 1
    found = ask(shop, blue_ball)
    assert [result.title for result in found.results].count("blue ball") == 1
    assert found.results[0].score == pytest.approx(1, abs=0.15)  # looked at from closer, too


def test_an_answer_can_be_asked_for_again_without_its_picture(shop: Shop, blue_ball: Path) -> None:
    found = ask(shop, blue_ball)
    assert isinstance(found.asked, Seen)
    again = answer(shop, found.asked)
    assert [(r.product_id, r.score) for r in again.results] == [
        (r.product_id, r.score) for r in found.results
    ]
    assert again.timings.embed == found.timings.embed  # what it took then


def test_a_filter_answers_with_what_passes_it(shop: Shop, blue_ball: Path) -> None:
    found = ask(shop, blue_ball)
    assert found.asked is not None
    boxes = answer(shop, found.asked, Refinement(Filter(categories=("boxes",))))
    assert set(titles(boxes.results)) == {"green box", "yellow box"}


def test_a_wrong_product_is_left_out_and_the_others_take_its_probability(shop: Shop, blue_ball: Path) -> None:
    found = ask(shop, blue_ball)
    assert found.asked is not None
    first, *others = found.results
    again = answer(shop, found.asked, said((Said.WRONG, first.product_id)))
    assert [r.product_id for r in again.results] == [r.product_id for r in others]
    left = 1 - first.confidence
    for before, after in zip(others, again.results, strict=True):
        assert after.score == pytest.approx(before.score)
        # Where a product stands is asked among those that are left, so that they gain a little more or less.
        assert after.confidence == pytest.approx(before.confidence / left, abs=0.03)


def test_the_right_product_comes_first_whatever_the_filter_says(shop: Shop, blue_ball: Path) -> None:
    found = ask(shop, blue_ball)
    assert found.asked is not None
    right = found.results[2].product_id
    feedback = NOTHING_SAID.with_said(Said.INSTEAD, right)
    filter_ = Filter(in_stock=True, counted=True)  # nothing of this shop was counted
    again = answer(shop, found.asked, Refinement(filter_, feedback))
    assert [r.product_id for r in again.results] == [right]
    assert again.verdict is Verdict.MATCH
    assert again.results[0].confidence == 1


def test_below_the_right_product_stands_what_is_like_it(shop: Shop, blue_ball: Path) -> None:
    found = ask(shop, blue_ball)
    assert found.asked is not None
    green = product_id(shop, "Boxes/green box")
    again = answer(shop, found.asked, said((Said.RIGHT, green)))
    before = next(r.score for r in found.results if r.title == "yellow box")
    after = next(r.score for r in again.results if r.title == "yellow box")
    assert after > before


def test_what_the_shop_does_not_have_is_unknown_but_shows_what_is_near(shop: Shop, blue_ball: Path) -> None:
    found = ask(shop, blue_ball)
    assert found.asked is not None
    again = answer(shop, found.asked, said((Said.ABSENT, None)))
    assert again.verdict is Verdict.UNKNOWN
    assert titles(again.results) == titles(found.results)


def test_words_find_products_under_the_filter(shop: Shop) -> None:
    assert set(titles(answer(shop, AskedText("ball")).results)) == {"blue ball", "red ball"}
    none = answer(shop, AskedText("ball"), Refinement(Filter(categories=("Boxes",))))
    assert none.results == () and none.verdict is Verdict.UNKNOWN
    number = answer(shop, AskedText("Balls/red ball"))
    assert number.verdict is Verdict.MATCH and titles(number.results)[0] == "red ball"


def test_what_is_like_a_product_leaves_the_product_out(shop: Shop) -> None:
    blue = product_id(shop, "Balls/blue ball")
    found = answer(shop, LikeProduct(blue))
    assert len(found.results) == 3
    assert found.results[0].title == "red ball"


def test_nothing_is_like_a_product_without_photos(shop: Shop) -> None:
    with pytest.raises(KnownError, match="no photo"):
        answer(shop, LikeProduct(10_000))
    assert alternatives(shop, 10_000) == ()


def test_alternatives_are_in_stock_and_those_of_the_same_category_come_first(shop: Shop) -> None:
    blue = product_id(shop, "Balls/blue ball")
    assert alternatives(shop, blue) == ()
    for sku in ("Boxes/green box", "Boxes/yellow box"):
        set_stock(shop.catalog, product_id(shop, sku), whole(5), who="test")
    assert set(titles(alternatives(shop, blue))) == {"green box", "yellow box"}
    set_stock(shop.catalog, product_id(shop, "Balls/red ball"), whole(1), who="test")
    assert titles(alternatives(shop, blue, count=2))[0] == "red ball"


def test_a_later_word_overrules_an_earlier_one() -> None:
    feedback = NOTHING_SAID.with_said(Said.WRONG, 1).with_said(Said.WRONG, 2)
    assert feedback == Feedback(wrong=(1, 2))
    feedback = feedback.with_said(Said.RIGHT, 2)
    assert feedback == Feedback(wrong=(1,), right=2)
    assert feedback.with_said(Said.WRONG, 2) == Feedback(wrong=(1, 2))
    assert feedback.with_said(Said.ABSENT) == Feedback(wrong=(1,), absent=True)
    assert feedback.with_said(Said.ABSENT).with_said(Said.RIGHT, 3) == Feedback(wrong=(1,), right=3)
    with pytest.raises(ValueError, match="product"):
        feedback.with_said(Said.RIGHT)
