"""Measuring how well a shop's products are recognised."""

import json
from pathlib import Path

import pytest

from core.ingest.photo_table import LabelledPhoto
from core.measuring.evaluation import evaluate
from core.shop.shop import Shop
from tests.core.conftest import SHAPES, draw


@pytest.fixture
def photos(tmp_path: Path) -> list[LabelledPhoto]:
    """Another photo of each product, and one of something that the shop does not have."""
    found = []
    for row, (sku, (shape, colour)) in enumerate(SHAPES.items(), 2):
        path = tmp_path / f"{row}.jpg"
        draw(shape, colour, shift=14, ground=225).save(path)
        found.append(LabelledPhoto(row, path, path.name, sku))
    stranger = tmp_path / "stranger.jpg"
    draw("ellipse", (120, 120, 120), shift=-40, ground=60).save(stranger)
    return [*found, LabelledPhoto(9, stranger, stranger.name, "")]


def test_every_figure_of_the_contract_is_there(shop: Shop, photos: list[LabelledPhoto]) -> None:
    document = evaluate(shop, photos).as_json()
    assert json.loads(json.dumps(document)) == document
    assert document["photos"] == 5
    assert document["top1"] == 1.0
    assert document["top1"] <= document["top5"] <= document["top10"] == 1.0
    assert document["mrr"] == document["f1"] == 1.0
    assert 0 <= document["unknown_auroc"] <= 1
    assert set(document["by_category"]) == {"Balls", "Boxes"}
    assert document["by_category"]["Balls"]["photos"] == 2
    assert document["measure"] == "cosine"
    assert document["without"] == []
    assert 0 < document["ms_first"] < document["ms_per_photo"]
    assert 0 <= document["ece"] <= 1


def test_what_a_witness_is_worth_shows_without_it(shop: Shop, photos: list[LabelledPhoto]) -> None:
    document = evaluate(shop, photos, without=["vector", "print"]).as_json()
    assert document["without"] == ["vector", "print"]
    assert document["top1"] == pytest.approx(1 / 4)  # nobody spoke: of four equal ones the first in number
    assert document["top5"] == 1.0


def test_a_wrong_label_counts_as_a_miss(shop: Shop, photos: list[LabelledPhoto]) -> None:
    first, second, *rest = photos
    swapped = [
        LabelledPhoto(first.row, first.path, first.name, second.sku),
        LabelledPhoto(second.row, second.path, second.name, first.sku),
        *rest,
    ]
    figures = evaluate(shop, swapped).overall
    assert figures.top1 == pytest.approx(2 / 4)
    assert figures.top5 == 1.0


def test_a_sku_that_the_shop_does_not_have_is_an_unknown_product(
    shop: Shop, photos: list[LabelledPhoto]
) -> None:
    renamed = [LabelledPhoto(p.row, p.path, p.name, "somewhere else") for p in photos[:2]]
    evaluation = evaluate(shop, [*renamed, *photos[2:4]])
    assert evaluation.overall.top1 == 1.0
    assert evaluation.unknown_auroc is not None


def test_a_photo_that_cannot_be_opened_counts_in_no_figure(shop: Shop, photos: list[LabelledPhoto]) -> None:
    photos[0].path.write_bytes(b"damaged")
    evaluation = evaluate(shop, photos)
    assert evaluation.overall.photos == 4
    assert [skip.row for skip in evaluation.skipped] == [2]


def test_without_photos_there_are_no_figures(shop: Shop) -> None:
    document = evaluate(shop, []).as_json()
    assert document["photos"] == 0
    assert document["top1"] is None and document["unknown_auroc"] is None
