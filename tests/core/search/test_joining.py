"""Searches join the unlabelled photos as vectors alone, and all of it can be forgotten to the last byte."""

from pathlib import Path

import numpy as np
import pytest

from core.catalog.log.search_log import log_search
from core.catalog.photos.unlabelled import unlabelled_counts, unlabelled_photos
from core.catalog.photos.unlabelled_vectors import unlabelled_vectors
from core.embedding.networks.efficientnet_lite import LITE0
from core.errors import KnownError
from core.ingest.model_switch import switch_backbone
from core.ingest.unlabelled.adding import add_unlabelled_photos
from core.ingest.unlabelled.forgetting import forget_unlabelled
from core.search.joining import join_search
from core.search.see import see
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.ingest.unlabelled.views import view


@pytest.fixture
def search_id(shop: Shop) -> int:
    return log_search(shop.catalog, origin="camera", verdict="unsure")


def test_a_search_joins_with_each_view_that_is_new(shop: Shop, search_id: int, blue_ball: Path) -> None:
    seen = see(shop, [blue_ball, view(1), view(2), view(1)])
    assert join_search(shop, search_id, seen) == 3
    assert join_search(shop, search_id, see(shop, [view(2)])) == 0
    kept = unlabelled_vectors(shop.catalog, shop.spec.fingerprint).vectors
    expected = np.stack([picture.vector for picture in seen.pictures[:3]]).astype(np.float16)
    np.testing.assert_array_equal(kept, expected)
    facts = [photo.facts for photo in unlabelled_photos(shop.catalog)]
    assert {(one.search_id, one.sha256, one.source_name) for one in facts} == {(search_id, "", "")}
    assert not (shop.folder / "unlabelled").exists()


def test_what_another_network_saw_does_not_join(shop: Shop, search_id: int, blue_ball: Path) -> None:
    seen = see(shop, [blue_ball])
    switch_backbone(shop, LITE0.name)
    assert join_search(shop, search_id, seen) == 0


def test_a_shop_that_is_only_read_keeps_nothing(shop: Shop, search_id: int, blue_ball: Path) -> None:
    with open_shop(shop.folder) as reader, pytest.raises(KnownError):
        join_search(reader, search_id, see(reader, [blue_ball]))


def test_when_all_is_forgotten_no_byte_of_walks_and_searches_is_left_in_the_shop(
    shop: Shop, search_id: int, blue_ball: Path, tmp_path: Path
) -> None:
    before = b"".join(path.read_bytes() for path in shop.folder.rglob("*") if path.is_file())
    seen = see(shop, [blue_ball])
    join_search(shop, search_id, seen)
    for number in range(3):
        view(number).save(tmp_path / f"{number}.png")
    add_unlabelled_photos(shop, [tmp_path / f"{number}.png" for number in range(3)])
    vectors = unlabelled_vectors(shop.catalog, shop.spec.fingerprint).vectors

    hashes = [photo.facts.sha256 for photo in unlabelled_photos(shop.catalog) if photo.facts.sha256]
    pictures = [path.read_bytes() for path in (shop.folder / "unlabelled").rglob("*.jpg")]
    assert (len(vectors), len(hashes), len(pictures)) == (4, 3, 3)
    traces = [
        *(vector.tobytes()[start : start + 24] for vector in vectors for start in range(2000, 4000, 400)),
        *(picture[start : start + 24] for picture in pictures for start in range(700, len(picture), 500)),
        *(text.encode() for text in hashes),
    ]
    traces = [trace for trace in traces if trace not in before]  # even grounds are alike in every JPEG
    assert len(traces) > 30 and all(found(shop.folder, trace) for trace in traces)
    assert forget_unlabelled(shop) == 4
    assert [trace for trace in traces if found(shop.folder, trace)] == []
    assert unlabelled_counts(shop.catalog).total == 0
    assert not (shop.folder / "unlabelled").exists()
    assert forget_unlabelled(shop) == 0


def found(folder: Path, trace: bytes) -> list[str]:
    """The files of a shop in which these bytes stand; backups hold what they held."""
    files = [path for path in folder.rglob("*") if path.is_file() and "backups" not in path.parts]
    return [path.name for path in files if trace in path.read_bytes()]
