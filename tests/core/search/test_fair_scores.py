"""Catalog photos get fair scores once a shop has unlabelled photos; counter photos keep theirs."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.answer import Answer, Seen, SeenPicture
from core.catalog.log.search_feedback import log_feedback, take_back
from core.catalog.log.search_log import log_search
from core.catalog.photos.photos import PhotoFile, PhotoKind, add_photo, live_photo_ids
from core.catalog.photos.unlabelled import Source, UnlabelledFacts, forget_all_unlabelled
from core.catalog.photos.unlabelled_vectors import add_unlabelled, unlabelled_vectors
from core.catalog.photos.vectors import store_vectors, vectors_of
from core.catalog.products.products import product_by_sku
from core.embedding.measures import Measure, to_index_space
from core.feedback import Said
from core.learning.quick import teach_quick_lesson
from core.models.normalising import LEAST_UNLABELLED, evened_deviations
from core.models.verdict import likeness_odds
from core.search.answering import answer
from core.shop.shop import Shop
from core.shop.yardstick import Yardsticks
from tests.core.asking import ask

HUB = "Boxes/yellow box"
OTHERS = ("Balls/red ball", "Balls/blue ball", "Boxes/green box")


def rows_by_sku(shop: Shop) -> dict[str, NDArray[np.float32]]:
    found = vectors_of(shop.catalog, shop.spec.fingerprint, live_photo_ids(shop.catalog))
    skus = sorted([HUB, *OTHERS])
    ids = {sku: product_by_sku(shop.catalog, sku) for sku in skus}
    by_product = {product.id: sku for sku, product in ids.items() if product is not None}
    owners = shop.catalog.db.execute("SELECT id, product_id FROM photos").fetchall()
    sku_of = {photo: by_product[product] for photo, product in owners}
    return {sku_of[int(i)]: row.astype(np.float32) for i, row in zip(found.ids, found.vectors, strict=True)}


def on_the_shelf(shop: Shop, sku: str, seed: int) -> NDArray[np.float32]:
    """A picture of ``sku`` in this shop: half of what its catalog photo shows, half the shelf."""
    rows = rows_by_sku(shop)
    noise = np.random.default_rng(seed).uniform(0, 0.01, shop.spec.dim).astype(np.float32)
    return np.asarray(0.45 * rows[sku] + 0.55 * rows[HUB] + noise, np.float32)


def walk_through(shop: Shop, count: int) -> None:
    rows = np.stack([on_the_shelf(shop, OTHERS[number % 3], number) for number in range(count)])
    add_unlabelled(shop.catalog, shop.spec.fingerprint, [UnlabelledFacts(Source.SEARCH)] * count, rows)


def found(shop: Shop, vector: NDArray[np.float32], measure: Measure = Measure.COSINE) -> Answer:
    return answer(
        shop, Seen((SeenPicture(vector, shop.spec.fingerprint, (), None, 0, 0, 0),)), measure=measure
    )


@pytest.mark.parametrize("measure", [Measure.COSINE, Measure.PEARSON])
def test_what_is_like_every_picture_no_longer_comes_first(shop: Shop, measure: Measure) -> None:
    query = on_the_shelf(shop, "Balls/red ball", 999)
    assert found(shop, query, measure).results[0].sku == HUB
    walk_through(shop, 60)
    assert found(shop, query, measure).results[0].sku == "Balls/red ball"


def test_too_few_unlabelled_photos_change_nothing(shop: Shop) -> None:
    query = on_the_shelf(shop, "Balls/red ball", 999)
    before = [(result.sku, result.score) for result in found(shop, query).results]
    walk_through(shop, LEAST_UNLABELLED - 1)
    assert [(result.sku, result.score) for result in found(shop, query).results] == before


def test_forgetting_them_brings_the_old_scores_back(shop: Shop) -> None:
    query = on_the_shelf(shop, "Balls/red ball", 999)
    before = [(result.sku, result.score) for result in found(shop, query).results]
    walk_through(shop, 60)
    found(shop, query)
    forget_all_unlabelled(shop.catalog)
    assert [(result.sku, result.score) for result in found(shop, query).results] == before


@pytest.mark.parametrize("taught", [False, True])
def test_of_deviations_little_is_evened_out(shop: Shop, taught: bool) -> None:
    walk_through(shop, 60)
    if taught:
        teach_quick_lesson(shop)
    assert (shop.model.prototypes is not None) is taught
    yardstick = shop.yardstick(Measure.COSINE, shop.model)
    assert yardstick is not None
    evened = evened_deviations(60, photos=6)  # from four to seven
    assert yardstick.share > evened
    photos = vectors_of(shop.catalog, shop.spec.fingerprint, live_photo_ids(shop.catalog))
    seen = unlabelled_vectors(shop.catalog, shop.spec.fingerprint).vectors
    rows, asked = (to_index_space(shop.model.compared(v), Measure.COSINE) for v in (photos.vectors, seen))
    raw = (asked @ rows.T).astype(np.float64)
    fair = np.stack([yardstick.photo_scores(photos.ids, scores) for scores in raw])
    spread, spread_before = np.log(fair.std(axis=0)), np.log(raw.std(axis=0))
    assert np.ptp(spread_before) > 0.1
    np.testing.assert_allclose(np.ptp(spread), np.ptp(spread_before) * (1 - evened), rtol=1e-3)


def test_how_many_photos_counts_by_the_power_of_two(shop: Shop) -> None:
    """So that a shop that grew within one is scored after a restart as it was before."""
    walk_through(shop, 60)
    ids = live_photo_ids(shop.catalog)
    alike = np.linspace(0.2, 0.9, len(ids))

    def fair(photos: int) -> list[float]:
        made = Yardsticks(shop.catalog).current(shop.model, Measure.COSINE, photos)
        assert made is not None
        return [float(score) for score in made.photo_scores(ids, alike)]

    assert fair(4) == fair(7) != fair(8)


def test_a_product_that_came_later_is_fair_at_once(shop: Shop) -> None:
    walk_through(shop, 60)
    query = on_the_shelf(shop, "Balls/red ball", 999)
    found(shop, query)
    blue = product_by_sku(shop.catalog, "Balls/blue ball")
    assert blue is not None
    photo = add_photo(shop.catalog, blue.id, PhotoFile("ab" * 32, 8, 8)).photo
    hub = rows_by_sku(shop)[HUB] * np.float32(1.01)  # another photo that looks like the shelf
    store_vectors(shop.catalog, shop.spec.fingerprint, [photo.id], hub[np.newaxis])
    shop.photos_added(np.array([photo.id], np.int64))
    assert found(shop, query).results[0].sku == "Balls/red ball"


def test_where_many_products_have_counter_photos_likeness_stays_as_it_is(shop: Shop) -> None:
    green = product_by_sku(shop.catalog, "Boxes/green box")
    assert green is not None
    photo = add_photo(shop.catalog, green.id, PhotoFile("cd" * 32, 8, 8), kind=PhotoKind.COUNTER).photo
    taken = on_the_shelf(shop, "Boxes/green box", 5)
    store_vectors(shop.catalog, shop.spec.fingerprint, [photo.id], taken[np.newaxis])
    shop.photos_added(np.array([photo.id], np.int64))
    query = on_the_shelf(shop, "Boxes/green box", 999)
    before = [(result.sku, result.score) for result in found(shop, query).results]
    walk_through(shop, 60)
    assert [(result.sku, result.score) for result in found(shop, query).results] == before


def test_every_product_is_still_there_once(shop: Shop, blue_ball: Path) -> None:
    walk_through(shop, 60)
    results = ask(shop, blue_ball).results
    assert sorted(result.sku for result in results) == sorted([HUB, *OTHERS])
    assert [result.score for result in results] == sorted((r.score for r in results), reverse=True)


def confirm(shop: Shop, vector: NDArray[np.float32], sku: str) -> int:
    """A search that a clerk confirmed, which joined the unlabelled photos; returns the feedback's key."""
    product = product_by_sku(shop.catalog, sku)
    assert product is not None
    search_id = log_search(shop.catalog, origin="picture", verdict="unsure")
    facts = [UnlabelledFacts(Source.SEARCH, search_id=search_id)]
    add_unlabelled(shop.catalog, shop.spec.fingerprint, facts, vector[np.newaxis])
    return log_feedback(shop.catalog, search_id, Said.INSTEAD, product.id)


def test_a_clerks_correction_helps_the_next_search_at_once(shop: Shop) -> None:
    query = on_the_shelf(shop, "Balls/red ball", 999)
    assert found(shop, query).results[0].sku == HUB
    said = confirm(shop, on_the_shelf(shop, "Balls/red ball", 5), "Balls/red ball")
    assert found(shop, query).results[0].sku == "Balls/red ball"
    take_back(shop.catalog, said)
    assert found(shop, query).results[0].sku == HUB


def test_what_was_just_confirmed_is_not_doubted_for_what_its_product_drew(shop: Shop) -> None:
    walk_through(shop, 60)
    teach_quick_lesson(shop)
    prototypes = shop.model.prototypes
    assert prototypes is not None
    red_one, blue_one = (on_the_shelf(shop, sku, 999) for sku in ("Balls/red ball", "Balls/blue ball"))
    query = np.asarray(0.6 * red_one + 0.4 * blue_one, np.float32)  # not much like either's prototype

    def doubted() -> float:
        """What is added to "none of these" beside what the likeness says."""
        answered = found(shop, query)
        assert answered.heard is not None
        assert answered.results[0].sku == "Balls/red ball"
        scores = [result.score for result in answered.results]
        calibration = shop.model.calibrations[Measure.COSINE]
        return answered.heard.none - likeness_odds(scores, Measure.COSINE, calibration)[1]

    red = product_by_sku(shop.catalog, "Balls/red ball")
    assert red is not None
    assert doubted() == pytest.approx(prototypes.doubt(red.id)) != 0
    said = confirm(shop, query, "Balls/red ball")
    assert doubted() == pytest.approx(0, abs=1e-9)
    take_back(shop.catalog, said)
    assert doubted() == pytest.approx(prototypes.doubt(red.id))


def test_a_correction_for_one_product_leaves_other_queries_alone(shop: Shop) -> None:
    other = on_the_shelf(shop, "Balls/blue ball", 7)
    confirm(shop, on_the_shelf(shop, "Balls/red ball", 5), "Balls/red ball")
    blue = rows_by_sku(shop)["Balls/blue ball"]
    assert found(shop, blue).results[0].sku == "Balls/blue ball"
    assert found(shop, other).results[0].sku != "Boxes/green box"
