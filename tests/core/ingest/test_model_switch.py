"""Putting another backbone in use: what it has not seen is shown to it first, and old and new never mix."""

from pathlib import Path

import pytest

from core.catalog.photos.photos import PhotoKind
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.embedding.networks.efficientnet_lite import LITE0, LITE2
from core.errors import Cancelled, KnownError
from core.ingest.model_switch import switch_backbone, switch_model
from core.ingest.product_import import import_entries
from core.search.answering import Refinement, answer
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.asking import ask
from tests.what_is_stored import vector_counts


def test_a_shop_can_be_searched_by_another_backbone_also_after_a_restart(shop: Shop, blue_ball: Path) -> None:
    switch_backbone(shop, LITE0.name)
    assert vector_counts(shop.catalog) == {LITE2.fingerprint: 4, LITE0.fingerprint: 4}
    found = ask(shop, blue_ball).results[0]
    assert found.title == "blue ball" and shop.spec == LITE0
    shop.close()
    with open_shop(shop.folder) as again:
        assert again.spec == LITE0
        assert ask(again, blue_ball).results[0].score == pytest.approx(found.score)


def test_going_back_finds_photos_that_came_in_between(shop: Shop, blue_ball: Path) -> None:
    switch_backbone(shop, LITE0.name)
    photo = PhotoSource(blue_ball, blue_ball.name, PhotoKind.COUNTER)
    import_entries(shop, [Entry("9", ProductDraft(sku="9", title="new ball"), (photo,))])
    assert vector_counts(shop.catalog)[LITE2.fingerprint] == 4
    switch_backbone(shop, LITE2.name)
    assert ask(shop, blue_ball).results[0].title == "new ball"


def test_a_switch_that_is_stopped_leaves_the_old_backbone(shop: Shop) -> None:
    with pytest.raises(Cancelled):
        switch_backbone(shop, LITE0.name, lambda _progress: False)
    assert shop.spec == LITE2 and shop.models.active_backbone() is None


def test_a_backbone_that_is_not_there_is_named(shop: Shop) -> None:
    with pytest.raises(KnownError, match="no model called convnext"):
        switch_backbone(shop, "convnext")


def test_a_lesson_is_put_away_for_the_backbone_that_was_chosen(shop: Shop) -> None:
    switch_backbone(shop, LITE0.name)
    switch_model(shop, None)
    assert shop.spec == LITE0 and shop.models.active_backbone() == LITE0.name


def test_what_another_backbone_saw_is_not_searched_for_again(shop: Shop, blue_ball: Path) -> None:
    asked = ask(shop, blue_ball).asked
    assert asked is not None
    switch_backbone(shop, LITE0.name)
    with pytest.raises(KnownError, match="another model since"):
        answer(shop, asked, Refinement())


def test_an_old_record_of_the_model_in_use_without_a_backbone_means_the_default(shop: Shop) -> None:
    shop.models.folder.mkdir(exist_ok=True)
    (shop.models.folder / "active.json").write_text('{"version": null}')
    assert shop.models.plain().spec == LITE2
