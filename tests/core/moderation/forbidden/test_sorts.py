"""Goods of a sort that the network knows by itself."""

from dataclasses import replace

import numpy as np
import pytest

from core.catalog.moderation.never_sell import choose_sort
from core.catalog.photos.photos import live_photo_hashes
from core.catalog.photos.vectors import store_vectors
from core.embedding.classes import load_class_head
from core.finding import FindingKind
from core.moderation.forbidden.sorts import SORTS, SortsDetector
from core.moderation.looked_at import look_at_photo
from core.shop.shop import Shop


def seen_as(shop: Shop, number: int) -> str:
    """The hash of a photo whose vector is that of the class with this number."""
    (photo_id, sha256), *_ = live_photo_hashes(shop.catalog).items()
    head = load_class_head(shop.spec)
    assert head is not None
    vector = np.zeros((1, shop.spec.dim), np.float32)
    vector[0, : head.weights.shape[1]] = np.maximum(head.weights[number], 0) * 20
    store_vectors(shop.catalog, shop.spec.fingerprint, [photo_id], vector)
    return sha256


@pytest.mark.parametrize(("number", "kind"), [(413, FindingKind.WEAPON), (907, FindingKind.FORBIDDEN)])
def test_what_the_network_takes_for_a_rifle_or_a_bottle_of_wine_is_told(
    shop: Shop, number: int, kind: FindingKind
) -> None:
    (finding,) = SortsDetector(shop).find(look_at_photo(shop, seen_as(shop, number)))
    assert finding.kind is kind and finding.score > 0.5


def test_a_shop_that_sells_wine_is_not_told_of_it(shop: Shop) -> None:
    photo = seen_as(shop, 907)
    before = SortsDetector(shop).version
    choose_sort(shop.catalog, "alcohol", told=False)
    assert SortsDetector(shop).find(look_at_photo(shop, photo)) == []
    assert SortsDetector(shop).version != before


def test_balls_and_boxes_are_neither(shop: Shop) -> None:
    detector = SortsDetector(shop)
    for sha256 in live_photo_hashes(shop.catalog).values():
        assert detector.find(look_at_photo(shop, sha256)) == []


def test_a_network_that_was_taught_other_things_says_that_it_cannot(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed = replace(shop.spec, name="mine")
    monkeypatch.setattr(type(shop), "spec", property(lambda _shop: renamed))
    detector = SortsDetector(shop)
    assert detector.problem is not None and "mine" in str(detector.problem)
    for sort in SORTS:
        choose_sort(shop.catalog, sort.name, told=False)
    assert SortsDetector(shop).problem is None  # nothing is missed by a shop that sells all of it
