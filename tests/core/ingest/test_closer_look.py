"""Photos taken in the shop are kept as queries are seen, by two looks; those seen by one are seen again."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.catalog.photos.photos import PhotoKind, photos_of_product
from core.catalog.photos.vectors import counter_photos_seen_once, store_vectors, vectors_of
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.embedding.networks.efficientnet_lite import LITE0
from core.ingest.closer_look import look_closer
from core.ingest.model_switch import switch_backbone
from core.ingest.product_import import import_entries
from core.progress import ignore_progress
from core.search.see import see
from core.shop.shop import Shop
from tests.core.asking import ask


@pytest.fixture
def ball(shop: Shop, blue_ball: Path) -> int:
    """The id of a photo of a blue ball that was taken in the shop."""
    photo = PhotoSource(blue_ball, blue_ball.name, PhotoKind.COUNTER)
    import_entries(shop, [Entry("9", ProductDraft(sku="9", title="new ball"), (photo,))])
    product = product_by_sku(shop.catalog, "9")
    assert product is not None
    return photos_of_product(shop.catalog, product.id)[0].id


def as_an_older_version_saw_it(shop: Shop, photo_id: int) -> None:
    """A vector of one look; here quite another one, so that it shows whether it is replaced."""
    vector = np.random.default_rng(0).random((1, shop.spec.dim))
    store_vectors(shop.catalog, shop.spec.fingerprint, [photo_id], vector, [1])


def seen_as_a_query(shop: Shop, picture: Path) -> NDArray[np.float32]:
    return see(shop, [picture]).pictures[0].vector


def test_a_counter_photo_is_kept_as_a_query_of_it_is_seen(shop: Shop, ball: int, blue_ball: Path) -> None:
    kept = vectors_of(shop.catalog, shop.spec.fingerprint, [ball]).vectors[0]
    np.testing.assert_allclose(kept, seen_as_a_query(shop, blue_ball), atol=0.02)
    assert ask(shop, blue_ball).results[0].title == "new ball"
    assert not len(counter_photos_seen_once(shop.catalog, shop.spec.fingerprint))


def test_one_that_an_older_version_saw_is_seen_again_and_found_by_what_is_seen(
    shop: Shop, ball: int, blue_ball: Path
) -> None:
    before = shop.index().count
    as_an_older_version_saw_it(shop, ball)
    assert counter_photos_seen_once(shop.catalog, shop.spec.fingerprint).tolist() == [ball]
    look_closer(shop, ignore_progress)
    assert not len(counter_photos_seen_once(shop.catalog, shop.spec.fingerprint))
    assert shop.index().count == before
    assert ask(shop, blue_ball).results[0].score == pytest.approx(1, abs=0.01)


def test_an_index_that_was_closed_meanwhile_notices(shop: Shop, ball: int, blue_ball: Path) -> None:
    as_an_older_version_saw_it(shop, ball)
    shop.forget_index()
    shop.rebuild_index()  # on the disk it is the photo as one look saw it
    shop.forget_index()
    look_closer(shop, ignore_progress)
    assert ask(shop, blue_ball).results[0].score == pytest.approx(1, abs=0.01)


def test_another_network_looks_as_closely(shop: Shop, ball: int) -> None:
    switch_backbone(shop, LITE0.name)
    assert shop.spec == LITE0
    assert not len(counter_photos_seen_once(shop.catalog, LITE0.fingerprint))
