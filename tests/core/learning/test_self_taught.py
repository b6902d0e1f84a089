"""A quick lesson learns from unlabelled photos by itself, and says what proves it and what does not."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.catalog.log.search_feedback import log_feedback
from core.catalog.log.search_log import log_search
from core.catalog.photos.photos import PhotoFile, PhotoKind, add_photo, live_photo_ids, photos_of_product
from core.catalog.photos.unlabelled import Source, UnlabelledFacts
from core.catalog.photos.unlabelled_vectors import add_unlabelled, unlabelled_vectors
from core.catalog.photos.vectors import store_vectors, vectors_of
from core.catalog.products.products import product_by_sku
from core.embedding.measures import Measure
from core.errors import Cancelled
from core.feedback import Said
from core.ingest.folder import folder_entries
from core.ingest.label_reading import read_labels
from core.ingest.product_import import import_entries
from core.ingest.unlabelled.adding import add_unlabelled_photos
from core.ingest.unlabelled.forgetting import forget_unlabelled
from core.learning.examples import Examples, shop_examples
from core.learning.quick import teach_quick_lesson
from core.learning.self_taught import LEAST_UNLABELLED, MOST_PRODUCTS, is_worth_it, judged
from core.learning.sure_labels import sure_labels
from core.models.verdict import likeness_odds
from core.progress import ignore_progress
from core.shop.shop import Shop
from tests.core.asking import ask
from tests.core.cartons import CARTONS, carton, held_up
from tests.core.label.written import package


def walk_through(shop: Shop, count: int, *, searches: list[int] | None = None) -> None:
    """So many vectors of pictures of the shop's products in turn, each a little different."""
    rng = np.random.default_rng(0)
    rows = vectors_of(shop.catalog, shop.spec.fingerprint, live_photo_ids(shop.catalog)).vectors
    taken = rows.astype(np.float32)[np.arange(count) % len(rows)]
    seen = taken * rng.uniform(0.8, 1.2, taken.shape) + rng.uniform(0, 0.05, taken.shape)
    facts = [
        UnlabelledFacts(Source.SEARCH, search_id=searches[number] if searches else None)
        for number in range(count)
    ]
    add_unlabelled(shop.catalog, shop.spec.fingerprint, facts, seen.astype(np.float32))


def products_in_turn(shop: Shop, count: int) -> list[int]:
    owners = dict(shop.catalog.db.execute("SELECT id, product_id FROM photos").fetchall())
    order = [owners[photo] for photo in live_photo_ids(shop.catalog).tolist()]
    return [order[number % len(order)] for number in range(count)]


def confirmed_searches(shop: Shop, count: int) -> list[int]:
    """Logged searches, each with a clerk's word for the product that it shows."""
    found = []
    for product_id in products_in_turn(shop, count):
        search_id = log_search(shop.catalog, origin="picture", verdict="match")
        log_feedback(shop.catalog, search_id, Said.RIGHT, product_id)
        found.append(search_id)
    return found


def test_what_nothing_can_prove_is_used_and_says_so(shop: Shop, blue_ball: Path) -> None:
    walk_through(shop, 80)
    lesson = teach_quick_lesson(shop)
    assert lesson.promoted
    assert "Nothing in the shop can prove" in str(lesson.reason)
    assert (lesson.held_out, lesson.before_top1, lesson.gain_interval) == (0, None, None)
    assert shop.model.prototypes is not None
    assert len(shop.model.prototypes) == 4
    assert ask(shop, blue_ball).results[0].title == "blue ball"


def test_what_drew_photos_to_the_first_product_is_heard_for_none_of_these(
    shop: Shop, blue_ball: Path
) -> None:
    walk_through(shop, 80)
    teach_quick_lesson(shop)
    prototypes, heard = shop.model.prototypes, ask(shop, blue_ball).heard
    assert prototypes is not None
    assert heard is not None
    doubt = prototypes.doubt(int(heard.products[0]))
    assert doubt != 0
    scores = [result.score for result in ask(shop, blue_ball).results]
    _odds, none = likeness_odds(scores, Measure.COSINE, shop.model.calibrations[Measure.COSINE])
    assert heard.none == pytest.approx(none + doubt)


def test_a_product_with_counter_photos_is_not_doubted_for_what_was_taken_for_it(shop: Shop) -> None:
    searches = confirmed_searches(shop, 80)
    walk_through(shop, 80, searches=searches)
    blue = product_by_sku(shop.catalog, "Balls/blue ball")
    assert blue is not None
    [photo] = photos_of_product(shop.catalog, blue.id)
    row = vectors_of(shop.catalog, shop.spec.fingerprint, [photo.id]).vectors
    counter = add_photo(shop.catalog, blue.id, PhotoFile("ab" * 32, 8, 8), kind=PhotoKind.COUNTER).photo
    store_vectors(shop.catalog, shop.spec.fingerprint, [counter.id], row.astype(np.float32) * 1.1)
    shop.photos_added(np.array([counter.id], np.int64))
    lesson = teach_quick_lesson(shop)
    prototypes = shop.model.prototypes
    assert prototypes is not None
    doubts = {product: prototypes.doubt(product) for product in prototypes.products.tolist()}
    assert doubts.pop(blue.id) == 0
    assert all(doubts.values())
    assert "from 60 of 80 photos" in str(lesson.reason)


def test_unlabelled_photos_that_are_all_one_make_no_claim_surer_than_it_can_be(shop: Shop) -> None:
    rows = vectors_of(shop.catalog, shop.spec.fingerprint, live_photo_ids(shop.catalog)).vectors
    facts = [UnlabelledFacts(Source.SEARCH) for _ in range(60)]
    add_unlabelled(shop.catalog, shop.spec.fingerprint, facts, np.repeat(rows[:1], 60, axis=0))
    teach_quick_lesson(shop)
    assert shop.model.prototypes is not None
    assert shop.model.calibrations[Measure.COSINE].temperature > 0.01


def test_a_clerks_words_prove_it(shop: Shop) -> None:
    walk_through(shop, 80, searches=confirmed_searches(shop, 80))
    lesson = teach_quick_lesson(shop)
    assert lesson.promoted
    assert lesson.held_out == 80
    assert lesson.after_top1 is not None
    assert lesson.after_top1 > 0.9
    assert "a clerk told" in str(lesson.reason)


def test_what_sure_labels_show_to_be_worse_beyond_doubt_is_rejected() -> None:
    right = np.ones((60, 2), np.bool_)
    right[:30, 1] = False
    proof = judged(right, taught=100, count=200)
    assert not proof.promoted
    assert "do not help here" in str(proof.reason)
    assert (proof.before_top1, proof.after_top1) == (1.0, 0.5)
    right[:, 1] = True
    assert judged(right, taught=100, count=200).promoted  # no worse is good enough


def test_without_enough_unlabelled_photos_it_is_the_lesson_that_it_was(shop: Shop) -> None:
    walk_through(shop, LEAST_UNLABELLED - 1)
    teach_quick_lesson(shop)
    assert shop.model.prototypes is None


def test_a_lesson_can_be_stopped_and_leaves_the_shop_as_it_was(shop: Shop) -> None:
    walk_through(shop, 80)
    with pytest.raises(Cancelled):
        teach_quick_lesson(shop, lambda progress: "nobody labelled" not in str(progress.stage))
    assert shop.model.version is None
    assert not shop.models.lessons()


def test_a_product_that_came_after_the_lesson_is_found(shop: Shop, tmp_path: Path) -> None:
    walk_through(shop, 80)
    teach_quick_lesson(shop)
    (tmp_path / "more" / "Cartons").mkdir(parents=True)
    carton(1).save(tmp_path / "more" / "Cartons" / "milk.png")
    import_entries(shop, folder_entries(tmp_path / "more"))
    assert ask(shop, tmp_path / "more" / "Cartons" / "milk.png").results[0].title == "milk"


def test_forgetting_the_photos_keeps_what_was_learned(shop: Shop, blue_ball: Path) -> None:
    walk_through(shop, 80)
    teach_quick_lesson(shop)
    before = [result.score for result in ask(shop, blue_ball).results]
    forget_unlabelled(shop)
    assert [result.score for result in ask(shop, blue_ball).results] == before


def test_the_print_names_packages_and_nothing_else(cartons: Shop, tmp_path: Path) -> None:
    folder = tmp_path / "walk"
    folder.mkdir()
    for seed in range(CARTONS):
        held_up(carton(seed)).save(folder / f"{seed}.png")
    Image.new("RGB", (400, 400), (90, 140, 60)).save(folder / "lawn.png")
    add_unlabelled_photos(cartons, [folder])
    found = unlabelled_vectors(cartons.catalog, cartons.spec.fingerprint)
    labels = sure_labels(
        cartons, shop_examples(cartons), found.ids, found.vectors.astype(np.float32), ignore_progress
    )
    named = labels[labels >= 0]
    assert len(named)
    names = dict(cartons.catalog.db.execute("SELECT id, source_name FROM unlabelled_photos").fetchall())
    for photo_id, label in zip(found.ids.tolist(), labels.tolist(), strict=True):
        product = product_by_sku(cartons.catalog, Path(names[photo_id]).stem)
        assert label in (-1, product.id if product is not None else -1)


def test_the_words_on_a_label_name_a_package_whose_picture_is_another(shop: Shop, tmp_path: Path) -> None:
    catalog, folder = tmp_path / "catalog", tmp_path / "walk"
    for name in (catalog, folder):
        name.mkdir()
    for words in ("Oatly Cinnamon", "Zoegas Espresso"):
        package(*words.split()).save(catalog / f"{words}.png")
    import_entries(shop, folder_entries(catalog))
    read_labels(shop)
    for kind, ground in (("Espresso", (180, 60, 40)), ("Decaf", (30, 70, 160))):
        written = package("Zoegas", kind, size=60, picture=(700, 700), at=(90, 300))
        Image.blend(written, Image.new("RGB", written.size, ground), 0.4).save(folder / f"{kind}.png")
    add_unlabelled_photos(shop, [folder])
    found = unlabelled_vectors(shop.catalog, shop.spec.fingerprint)
    labels = sure_labels(
        shop, shop_examples(shop), found.ids, found.vectors.astype(np.float32), ignore_progress
    )
    names = dict(shop.catalog.db.execute("SELECT id, source_name FROM unlabelled_photos").fetchall())
    told = {names[one]: label for one, label in zip(found.ids.tolist(), labels.tolist(), strict=True)}
    espresso = product_by_sku(shop.catalog, "Zoegas Espresso")
    assert espresso is not None
    assert told == {"Espresso.png": espresso.id, "Decaf.png": -1}


def examples_of(products: int, photographed: int) -> Examples:
    owners = np.concatenate([np.arange(products), np.arange(photographed)])
    count = len(owners)
    counter = np.arange(count) >= products
    return Examples(np.zeros((count, 3), np.float32), owners, counter, np.zeros(count, np.bool_), owners)


@pytest.mark.parametrize(
    ("products", "photographed", "unlabelled", "worth"),
    [
        (81, 0, 300, True),
        (81, 0, LEAST_UNLABELLED - 1, False),
        (81, 40, 300, True),
        (81, 81, 300, False),
        (81, 78, 300, False),
        (1, 0, 300, False),
        (400, 0, 399, False),
        (400, 0, 400, True),
        (MOST_PRODUCTS + 1, 0, 5000, False),
    ],
)
def test_when_a_shop_teaches_itself(products: int, photographed: int, unlabelled: int, worth: bool) -> None:
    assert is_worth_it(examples_of(products, photographed), unlabelled) is worth
