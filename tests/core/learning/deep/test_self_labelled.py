"""Photos that nobody labelled, and of which a sure witness says what they show, teach a deep lesson, too."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import ImageOps

from core.catalog.photos.unlabelled import unlabelled_photos
from core.catalog.products.products import product_by_sku
from core.errors import Cancelled, KnownError
from core.imaging.decode import decode_file
from core.imaging.photo_files import PhotoFiles
from core.ingest.unlabelled.adding import add_unlabelled_photos
from core.ingest.unlabelled.forgetting import forget_unlabelled
from core.learning.deep.plan import make_plan
from core.learning.deep.training_pictures import open_pictures, prepare_pictures
from core.learning.deep.work_folder import LEARN, UNLABELLED, Plan, WorkFolder
from core.models.unfinished import being_made
from core.shop.shop import Shop
from core.shop.unlabelled_files import unlabelled_files
from tests.core.cartons import CARTONS, carton, held_up

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
