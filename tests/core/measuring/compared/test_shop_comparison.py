"""Comparing pipelines on a small drawn shop."""

import sys
from pathlib import Path

import numpy as np
import pytest

from core.errors import KnownError
from core.ingest.photo_table import LabelledPhoto
from core.measuring.compared.classic_pipelines import SiftExtractor, classic_pipelines
from core.measuring.compared.compare import Row, held_out_ranks, learned_from, look
from core.measuring.compared.shop_comparison import IN_USE, compare_shop, shop_pipelines, shop_references
from core.measuring.compared.small_cnn import small_cnn_pipeline
from core.progress import ignore_progress
from core.shop.shop import Shop
from tests.core.conftest import SHAPES, draw


@pytest.fixture
def photos(tmp_path: Path) -> list[LabelledPhoto]:
    """Another photo of each product, and one of no product."""
    found = []
    for row, (sku, (shape, colour)) in enumerate(SHAPES.items(), 2):
        path = tmp_path / f"{row}.jpg"
        draw(shape, colour, shift=14, ground=225).save(path)
        found.append(LabelledPhoto(row, path, path.name, sku))
    return [*found, LabelledPhoto(9, found[0].path, "stranger.jpg", "")]


def test_classic_network_and_the_shop_itself_stand_in_one_table(
    shop: Shop, photos: list[LabelledPhoto]
) -> None:
    seen: list[Row] = []
    names = ["hog-svm", "sift-vlad", "efficientnet-lite2", "efficientnet-lite2/euclidean", IN_USE]
    rows = compare_shop(shop, photos, names, after_each=seen.append)
    assert [row.pipeline for row in rows] == [
        IN_USE,
        "hog-svm",
        "sift-vlad",
        "efficientnet-lite2",
        "efficientnet-lite2/euclidean",
    ]
    assert seen == rows
    by_name = {row.pipeline: row for row in rows}
    for name in (IN_USE, "efficientnet-lite2", "efficientnet-lite2/euclidean"):
        figures = by_name[name].figures
        assert figures is not None and figures.top1 == 1.0
        assert by_name[name].unknown_auroc is not None
    assert all(row.ms_per_photo and row.ms_per_photo > 0 for row in rows)
    document = by_name["hog-svm"].as_json()
    assert document["photos"] == 5 and document["reason"] is None


def test_an_unknown_pipeline_is_told_together_with_the_known_ones(
    shop: Shop, photos: list[LabelledPhoto]
) -> None:
    with pytest.raises(KnownError, match=r"no pipeline called astrology.*in-use.*sift-bow.*small-cnn"):
        compare_shop(shop, photos, ["astrology"])


def test_every_backbone_measure_and_filter_is_on_offer(shop: Shop) -> None:
    names = {pipeline.name for pipeline in shop_pipelines(shop)}
    assert {"hog-svm", "sift-bow", "sift-vlad", "small-cnn"} <= names
    for backbone in ("efficientnet-lite0", "efficientnet-lite2"):
        for lesson in ("", "+lesson"):
            assert {f"{backbone}{lesson}{end}" for end in ("", "/euclidean", "/pearson")} <= names
    assert {"efficientnet-lite2-median", "efficientnet-lite2-gaussian+lesson"} <= names


def test_a_missing_library_costs_its_own_rows_only(
    shop: Shop, photos: list[LabelledPhoto], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sklearn.cluster", None)
    classic, network = compare_shop(shop, photos, ["sift-bow", "efficientnet-lite2"])
    assert classic.figures is None and "scikit-learn" in str(classic.reason)
    assert network.figures is not None


def test_held_out_photos_are_ranked_by_what_is_learned_from_the_others(shop: Shop) -> None:
    references, products = shop_references(shop)
    looked = look(references + references, [SiftExtractor()], ignore_progress)
    learned = learned_from(looked, "sift", products)
    (vlad,) = (pipeline for pipeline in classic_pipelines() if pipeline.name == "sift-vlad")
    half = np.repeat([0, -1], len(references))
    ranks = held_out_ranks(vlad, learned, half)
    assert ranks[half < 0].size == 4 and np.isnan(ranks[half < 0]).all()
    assert ranks[half == 0].tolist() == [1, 1, 1, 1]  # each has its double among the others
    alone = held_out_ranks(vlad, learned, np.where(learned.products == learned.products[0], 0, -1))
    assert np.isinf(alone[~np.isnan(alone)]).all()  # the whole product is held out


def test_the_small_network_learns_from_nothing(shop: Shop) -> None:
    pipeline = small_cnn_pipeline(steps=14)
    pictures = [draw(shape, colour) for shape, colour in SHAPES.values()]
    features = [pipeline.extractor.extract(picture) for picture in pictures]
    assert features[0].shape == (3, 64, 64)
    from core.measuring.compared.pipeline import Learned

    scorer = pipeline.learn(Learned(features, np.array([7, 8, 9, 30], np.int64), np.ones(4, np.bool_)))
    assert scorer(features).argmax(axis=1).tolist() == [0, 1, 2, 3]
