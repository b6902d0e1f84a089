"""Feedback is kept with its search; pictures only if allowed, and none is left when all are forgotten."""

from pathlib import Path

import numpy as np
import pytest

from core.answer import Seen
from core.care.check import check_shop, repair_shop
from core.catalog.checking.problem import Defect
from core.catalog.log.search_feedback import kept_queries
from core.catalog.log.search_log import log_search
from core.catalog.products.products import set_archived
from core.feedback import Feedback, Said
from core.imaging.decode import decode_file
from core.learning.examples import shop_examples, stamp_of
from core.search.kept import forget_searches, keep_feedback, undo_feedback
from core.shop.shop import Shop
from tests.core.asking import ask
from tests.what_is_stored import feedback_of, recent_searches


@pytest.fixture
def search_id(shop: Shop) -> int:
    return log_search(shop.catalog, origin="file", verdict="match")


def kept_files(shop: Shop) -> list[Path]:
    return sorted((shop.folder / "kept_searches").rglob("*.jpg"))


def confirm(shop: Shop, search_id: int, photo: Path) -> int:
    """Say that the first product is right, its picture allowed to be kept; a key for undo."""
    answer = ask(shop, photo)
    assert isinstance(answer.asked, Seen)
    return keep_feedback(
        shop,
        search_id,
        Said.RIGHT,
        answer.results[0].product_id,
        pictures=[decode_file(photo)],
        vectors=[picture.vector for picture in answer.asked.pictures],
    )


def test_what_was_said_is_kept_word_by_word(shop: Shop, search_id: int) -> None:
    keep_feedback(shop, search_id, Said.WRONG, 1)
    wrong = recent_searches(shop.catalog)[0]
    assert (wrong.feedback, wrong.chosen_product_id) == ("wrong", None)
    instead = keep_feedback(shop, search_id, Said.INSTEAD, 2)
    assert feedback_of(shop.catalog, search_id) == Feedback(wrong=(1,), right=2)
    logged = recent_searches(shop.catalog)[0]
    assert (logged.feedback, logged.chosen_product_id) == ("instead", 2)
    undo_feedback(shop, instead)
    assert feedback_of(shop.catalog, search_id) == Feedback(wrong=(1,))
    assert recent_searches(shop.catalog)[0].feedback == "wrong"


def test_without_permission_no_picture_is_kept(shop: Shop, search_id: int) -> None:
    keep_feedback(shop, search_id, Said.RIGHT, 1)
    assert kept_files(shop) == []
    assert kept_queries(shop.catalog) == []


def test_a_confirmed_picture_is_a_counter_photo_of_the_next_lesson(
    shop: Shop, search_id: int, blue_ball: Path
) -> None:
    before = shop_examples(shop)
    confirm(shop, search_id, blue_ball)
    after = shop_examples(shop)
    assert len(after) == len(before) + 1
    (kept,) = kept_queries(shop.catalog)
    mine = np.flatnonzero(after.stamps == stamp_of(kept.sha256))
    assert after.counter[mine].tolist() == [True]
    assert after.products[mine].tolist() == [kept.product_id]
    np.testing.assert_allclose(after.vectors[mine[0]], kept.vector.astype(np.float32))
    assert {path.stem for path in kept_files(shop)} == {kept.sha256}
    assert not shop.files.path(kept.sha256).exists()  # apart from what the shop shows of its products


def test_a_picture_of_an_archived_product_teaches_nothing(
    shop: Shop, search_id: int, blue_ball: Path
) -> None:
    confirm(shop, search_id, blue_ball)
    set_archived(shop.catalog, [kept_queries(shop.catalog)[0].product_id])
    assert kept_queries(shop.catalog) == []


def test_undoing_forgets_the_picture(shop: Shop, search_id: int, blue_ball: Path) -> None:
    key = confirm(shop, search_id, blue_ball)
    assert len(kept_files(shop)) == 2  # the picture and its thumbnail
    undo_feedback(shop, key)
    assert kept_files(shop) == []
    assert kept_queries(shop.catalog) == []


def test_a_picture_that_another_search_needs_stays(shop: Shop, search_id: int, blue_ball: Path) -> None:
    key = confirm(shop, search_id, blue_ball)
    confirm(shop, log_search(shop.catalog, origin="file", verdict="match"), blue_ball)
    undo_feedback(shop, key)
    assert len(kept_files(shop)) == 2


def test_forgetting_leaves_no_trace_of_pictures_but_other_searches(
    shop: Shop, search_id: int, blue_ball: Path
) -> None:
    other = log_search(shop.catalog, origin="file", verdict="unknown")
    confirm(shop, search_id, blue_ball)
    vector = kept_queries(shop.catalog)[0].vector.tobytes()
    assert forget_searches(shop) == 1
    assert kept_files(shop) == []
    assert kept_queries(shop.catalog) == []
    assert [search.id for search in recent_searches(shop.catalog)] == [other]
    for name in ("catalog.db", "catalog.db-wal"):
        path = shop.folder / name
        assert not path.exists() or vector not in path.read_bytes()
    assert forget_searches(shop) == 0


def test_a_kept_picture_whose_vector_is_damaged_is_seen_again(
    shop: Shop, search_id: int, blue_ball: Path
) -> None:
    confirm(shop, search_id, blue_ball)
    (kept,) = kept_queries(shop.catalog)
    with shop.catalog.transaction() as db:
        db.execute("UPDATE kept_queries SET vector = zeroblob(length(vector))")
    assert kept_queries(shop.catalog) == []
    found = check_shop(shop)
    assert [problem.defect for problem in found.catalog] == [Defect.QUERY_VECTOR]
    assert repair_shop(shop, found).ok
    (again,) = kept_queries(shop.catalog)
    before, after = kept.vector.astype(np.float32), again.vector.astype(np.float32)
    likeness = before @ after / np.linalg.norm(before) / np.linalg.norm(after)
    assert likeness > 0.5  # the search had looked from closer
