"""From a query picture to a ranked answer."""

from pathlib import Path

import pytest

from core.catalog.lists.filters import Filter
from core.catalog.photos.photos import live_photo_ids
from core.catalog.products.products import product_by_sku, set_archived
from core.embedding.measures import Measure
from core.errors import KnownError
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.search.answering import Refinement
from core.shop.shop import Shop
from tests.core.asking import ask


@pytest.mark.parametrize("measure", list(Measure))
def test_the_product_on_the_picture_comes_first(shop: Shop, blue_ball: Path, measure: Measure) -> None:
    answer = ask(shop, blue_ball, measure=measure)
    assert answer.results[0].title == "blue ball"
    assert answer.results[0].category == "Balls"
    scores = [result.score for result in answer.results]
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
    answer = ask(shop, blue_ball)
    assert sum(r.confidence for r in answer.results) + answer.unknown == pytest.approx(1)


def test_the_time_of_each_step_adds_up(shop: Shop, blue_ball: Path) -> None:
    ms = ask(shop, blue_ball).timings
    assert ms.decode > 0 and ms.embed > 0 and ms.index > 0
    assert ms.total == pytest.approx(ms.decode + ms.embed + ms.index)
    assert ms.embed < ms.first < ms.total  # the barcode and the print come after it


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
    answer = ask(shop, blue_ball)
    assert [result.title for result in answer.results].count("blue ball") == 1
    assert answer.results[0].score == pytest.approx(1, abs=0.15)  # looked at from closer, too


def test_a_picture_that_cannot_be_opened_is_named(shop: Shop, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    with pytest.raises(KnownError, match=r"broken\.jpg"):
        ask(shop, broken)
