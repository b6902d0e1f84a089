"""What a lesson changed, on photos that it has not learned from."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from core.catalog.log.search_log import confirmed_searches
from core.catalog.photos.photos import photos_by_kind
from core.errors import Cancelled, KnownError
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.learning.quick import teach_quick_lesson
from core.measuring.changed_answers import changed_answers
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.painted_shop import make_shop


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """A shop with photos taken at the counter, and a lesson learned from them."""
    folder = make_shop(tmp_path_factory.mktemp("changed") / "shop")
    with open_shop(folder, device="cpu") as shop:
        teach_quick_lesson(shop)
        yield shop


def test_every_change_is_right_on_one_side_alone_and_its_pictures_are_there(shop: Shop) -> None:
    lesson = shop.models.lessons()[0]
    changes = changed_answers(shop, lesson.version)
    assert changes.examined == 30
    for change in changes.gained:
        assert change.after.title == change.title != change.before.title
    for change in changes.lost:
        assert change.before.title == change.title != change.after.title
    for change in (*changes.gained, *changes.lost):
        pictures = (change.photo, change.before.photo, change.after.photo)
        assert all(picture.is_file() for picture in pictures)
        assert change.photo not in pictures[1:]  # a photo is never its own answer


def test_the_changes_account_for_the_gain_that_was_proven(shop: Shop) -> None:
    lesson = shop.models.lessons()[0]
    changes = changed_answers(shop, lesson.version)
    assert lesson.before_top1 is not None and lesson.after_top1 is not None
    gain = (len(changes.gained) - len(changes.lost)) / changes.examined
    assert gain == pytest.approx(lesson.after_top1 - lesson.before_top1, abs=0.1)


def test_comparing_can_be_stopped(shop: Shop) -> None:
    with pytest.raises(Cancelled):
        changed_answers(shop, shop.models.lessons()[0].version, lambda progress: progress.done < 1)


def test_a_shop_without_photos_from_the_counter_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    for colour in ("red", "blue", "green"):
        image = Image.new("RGB", (120, 120), "white")
        image.paste(Image.new("RGB", (60, 90), colour), (30, 15))
        image.save(tmp_path / "pictures" / f"{colour}.png")
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(tmp_path / "pictures"))
        lesson = teach_quick_lesson(shop)
        with pytest.raises(KnownError, match="no photos taken at the counter"):
            changed_answers(shop, lesson.version)


def test_what_there_is_to_learn_from_is_counted(shop: Shop) -> None:
    assert photos_by_kind(shop.catalog) == (6, 30)
    assert confirmed_searches(shop.catalog) == 0
