"""Photos that nobody labelled teach a deep lesson, too: those of which a sure witness says what they show,
and those that a quick lesson would learn from. What proves the lesson is not among them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import ImageOps

from core.catalog.log.search_feedback import log_feedback
from core.catalog.log.search_log import log_search
from core.catalog.photos.photos import PhotoKind
from core.catalog.photos.unlabelled import Source, UnlabelledFacts, unlabelled_photos
from core.catalog.photos.unlabelled_vectors import add_unlabelled
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.errors import Cancelled, KnownError
from core.feedback import Said
from core.imaging.decode import decode_file
from core.imaging.photo_files import PhotoFiles
from core.ingest.product_import import import_entries
from core.ingest.unlabelled.adding import add_unlabelled_photos
from core.ingest.unlabelled.forgetting import forget_unlabelled
from core.learning.deep.plan import make_plan
from core.learning.deep.training_pictures import are_missing, open_pictures, prepare_pictures
from core.learning.deep.work_folder import LEARN, PROOF, UNLABELLED, Plan, WorkFolder
from core.learning.examples import Examples, shop_examples, stamp_of
from core.learning.self_taught import LEAST_UNLABELLED
from core.models.unfinished import being_made
from core.shop.shop import Shop
from core.shop.unlabelled_files import unlabelled_files
from tests.core.cartons import CARTONS, carton, held_up
from tests.core.imaging.barcode_photos import label as printed_code
from tests.core.imaging.barcode_photos import photo_with

NOTHING = np.empty(0, np.int64)


@pytest.fixture
def walked(cartons: Shop, tmp_path: Path) -> Shop:
    """Each carton was held up once on a walk through the shop."""
    folder = tmp_path / "walk"
    folder.mkdir()
    for seed in range(CARTONS):
        held_up(carton(seed)).save(folder / f"{seed}.png")
    add_unlabelled_photos(cartons, [folder])
    return cartons


def prepared(shop: Shop, plan: Plan, report: Callable[[int, int], None] = lambda _done, _total: None) -> Path:
    """The pictures of the plan as a lesson keeps them while it is unfinished."""
    work = WorkFolder(shop.models.folder)
    work.root.mkdir(parents=True, exist_ok=True)
    files = PhotoFiles(shop.folder), unlabelled_files(shop)
    prepare_pictures(work.pictures, plan, *files, 40, report)
    return work.pictures


def test_what_the_print_names_is_learned_from_and_never_held_out(walked: Shop) -> None:
    plan = make_plan(walked, walked.spec, NOTHING)
    mine = plan.synthetic == UNLABELLED
    assert mine.any() and set(plan.roles[mine].tolist()) == {LEARN}
    names = {photo.facts.sha256: photo.facts.source_name for photo in unlabelled_photos(walked.catalog)}
    for sha256, label in zip(plan.sha256[mine].tolist(), plan.products[mine].tolist(), strict=True):
        product = product_by_sku(walked.catalog, Path(names[sha256]).stem)
        assert product is not None and label == product.id


def test_their_pictures_are_looked_at(walked: Shop) -> None:
    plan = make_plan(walked, walked.spec, NOTHING)
    pictures = open_pictures(prepared(walked, plan), plan)
    assert (plan.synthetic >= 0).any(), "drawn ones stand before them"
    for place in np.flatnonzero(plan.synthetic == UNLABELLED).tolist():
        photo = decode_file(unlabelled_files(walked).path(str(plan.sha256[place])))
        expected = np.asarray(ImageOps.fit(photo, (40, 40)), np.float32)
        assert np.abs(pictures[place] - expected).mean() < 5


def test_forgetting_them_takes_the_copy_of_an_unfinished_lesson_too(walked: Shop) -> None:
    path = prepared(walked, make_plan(walked, walked.spec, NOTHING))
    half_made = being_made(path)
    shutil.copy(path, half_made)  # as a lesson leaves it that is killed while it decodes
    forget_unlabelled(walked)
    assert not path.exists() and not half_made.exists()


def test_a_lesson_that_is_stopped_while_it_decodes_leaves_no_picture_behind(walked: Shop) -> None:
    def stop(done: int, _total: int) -> None:
        if done > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        prepared(walked, make_plan(walked, walked.spec, NOTHING), stop)
    assert list(WorkFolder(walked.models.folder).root.iterdir()) == []


def test_nothing_is_forgotten_where_the_copy_cannot_be_deleted(walked: Shop) -> None:
    path = WorkFolder(walked.models.folder).pictures
    (path / "a folder where the copy should be").mkdir(parents=True)
    photos = [photo.facts.sha256 for photo in unlabelled_photos(walked.catalog)]
    with pytest.raises(KnownError):
        forget_unlabelled(walked)
    assert [photo.facts.sha256 for photo in unlabelled_photos(walked.catalog)] == photos
    assert all(unlabelled_files(walked).path(sha256).exists() for sha256 in photos)


def test_nothing_is_forgotten_while_a_deep_lesson_learns_from_it(walked: Shop) -> None:
    photos = [photo.facts.sha256 for photo in unlabelled_photos(walked.catalog)]
    with walked.deep_lesson:
        with pytest.raises(KnownError, match="deep lesson"):
            forget_unlabelled(walked)
        assert all(unlabelled_files(walked).path(sha256).exists() for sha256 in photos)
    assert forget_unlabelled(walked) == len(photos)


def confirmed_search(shop: Shop, product_id: int) -> int:
    """A logged search with a clerk's word for the product that it shows."""
    search_id = log_search(shop.catalog, origin="picture", verdict="match")
    log_feedback(shop.catalog, search_id, Said.RIGHT, product_id)
    return search_id


def elsewhere(vector: np.ndarray) -> np.ndarray:
    """The vector of quite another view."""
    return vector * np.random.default_rng(1).integers(0, 2, vector.shape)


def held_out(shop: Shop) -> tuple[Examples, list[str]]:
    """The photos that a lesson of now would be proven by, and their hashes."""
    plan = make_plan(shop, shop.spec, NOTHING)
    hashes = plan.sha256[plan.roles == PROOF].tolist()
    examples = shop_examples(shop)
    places = {stamp: place for place, stamp in enumerate(examples.stamps.tolist())}
    return examples.only(np.array([places[stamp_of(sha256)] for sha256 in hashes], np.int64)), hashes


def test_what_shows_the_same_as_a_photo_of_the_proof_does_not_teach(balls: Shop) -> None:
    proof, hashes = held_out(balls)
    products = proof.products.tolist()
    facts = [
        UnlabelledFacts(Source.SEARCH, "a" * 64, search_id=confirmed_search(balls, products[0])),
        UnlabelledFacts(Source.PICTURE, hashes[1], search_id=confirmed_search(balls, products[1])),
        UnlabelledFacts(Source.PICTURE, "b" * 64, hashes[2], search_id=confirmed_search(balls, products[2])),
        UnlabelledFacts(Source.SEARCH, "c" * 64, search_id=confirmed_search(balls, products[3])),
    ]
    # The first is seen alike, the second is the very picture, the third was made of the same file.
    seen = np.stack([proof.vectors[0], *(elsewhere(one) for one in proof.vectors[1:4])])
    add_unlabelled(balls.catalog, balls.spec.fingerprint, facts, seen)
    plan = make_plan(balls, balls.spec, NOTHING)
    assert plan.sha256[plan.synthetic == UNLABELLED].tolist() == ["c" * 64], (
        "the one that shows anything else"
    )


def test_a_product_of_which_nothing_else_is_learned_is_left_out(shop: Shop, tmp_path: Path) -> None:
    code = "4006381333931"
    import_entries(shop, [Entry("7", ProductDraft(sku="7", title="no photo", barcode=code), ())])
    photo_with(printed_code(code)).save(tmp_path / "code.png")
    add_unlabelled_photos(shop, [tmp_path / "code.png"])
    bare = product_by_sku(shop.catalog, "7")
    assert bare is not None and bare.id not in make_plan(shop, shop.spec, NOTHING).products


def look_around(shop: Shop) -> dict[str, int]:
    """Enough unlabelled photos for self-training, all products in turn; what each shows, by its hash."""
    rng = np.random.default_rng(0)
    examples = shop_examples(shop)
    rows = np.arange(LEAST_UNLABELLED) % len(examples)
    seen = examples.vectors[rows] * rng.uniform(0.6, 1.4, (len(rows), shop.spec.dim))
    hashes = [f"{number:064x}" for number in range(len(rows))]
    facts = [UnlabelledFacts(Source.SEARCH, sha256) for sha256 in hashes]
    add_unlabelled(shop.catalog, shop.spec.fingerprint, facts, seen.astype(np.float32))
    return dict(zip(hashes, examples.products[rows].tolist(), strict=True))


def self_taught(plan: Plan) -> dict[str, int]:
    mine = plan.synthetic == UNLABELLED
    return dict(zip(plan.sha256[mine].tolist(), plan.products[mine].tolist(), strict=True))


def test_a_shop_with_one_catalog_photo_a_product_labels_what_it_saw_as_a_quick_lesson_does(
    shop: Shop,
) -> None:
    shown = look_around(shop)
    taught = self_taught(make_plan(shop, shop.spec, NOTHING))
    assert len(taught) >= LEAST_UNLABELLED / 2
    assert sum(shown[sha256] == product for sha256, product in taught.items()) >= 0.9 * len(taught)


def test_what_is_taken_for_a_product_with_photos_of_its_own_does_not_teach(
    shop: Shop, blue_ball: Path
) -> None:
    shown = look_around(shop)
    photo = PhotoSource(blue_ball, blue_ball.name, PhotoKind.COUNTER)
    (blue,) = shop.catalog.db.execute("SELECT id FROM products WHERE title = 'blue ball'").fetchone()
    (sku,) = shop.catalog.db.execute("SELECT sku FROM products WHERE id = ?", [blue]).fetchone()
    import_entries(shop, [Entry("1", ProductDraft(sku=sku, title="blue ball"), (photo,))])
    assert shop_examples(shop).counter.any()
    taught = self_taught(make_plan(shop, shop.spec, NOTHING))
    assert blue in shown.values() and blue not in taught.values() and taught


def test_a_lesson_that_goes_on_does_without_what_was_forgotten(walked: Shop) -> None:
    plan = make_plan(walked, walked.spec, NOTHING)
    assert not are_missing(open_pictures(prepared(walked, plan), plan)).any()
    forget_unlabelled(walked)
    missing = are_missing(open_pictures(prepared(walked, plan), plan))
    assert (missing == (plan.synthetic == UNLABELLED)).all()
