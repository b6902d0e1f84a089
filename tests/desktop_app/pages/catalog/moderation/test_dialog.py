"""What must not be shown, from the catalog page: looked at, decided, the lists edited, all of it undone."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.catalog.moderation.decisions import not_shown
from core.catalog.moderation.findings import store_findings
from core.catalog.moderation.never_sell import never_sell_pictures, never_sell_words, sold_sorts
from core.catalog.moderation.thresholds import thresholds
from core.catalog.photos.faces import choose_blurring
from core.catalog.photos.photos import PhotoKind, photos_of_product
from core.finding import Finding, FindingKind
from core.ingest.shop_edits import NewPicture, add_pictures
from core.messages import Sentence
from core.moderation.detectors import all_detectors
from desktop_app.engine.engine import PictureSource, QueryPicture
from desktop_app.pages.catalog.list_query import ListQuery
from desktop_app.pages.catalog.moderation.dialog import ModerationDialog
from desktop_app.pages.catalog.page import CatalogPage
from tests.desktop_app.pages.catalog.conftest import draw
from tests.desktop_app.pages.catalog.on_the_page import product, select, shop_of, titles
from tests.desktop_app.test_accessibility import nameless

FACE = Path(__file__).parents[4] / "core" / "faces" / "astronaut.jpg"
SEEN = Finding(FindingKind.WEAPON, 0.9, Sentence("This may be a firearm."), (60.0, 60.0, 120.0, 180.0))


@pytest.fixture
def photo(page: CatalogPage) -> str:
    """The red ball's photo, on which something was seen; all photos have been looked at."""
    shop = shop_of(page)
    for sku in ("R-1", "R-2", "R-3", "R-4"):
        (own,) = photos_of_product(shop.catalog, product(page, sku).id)
        for detector in all_detectors(shop):
            found = [SEEN] if sku == "R-1" and detector.name == "nudity" else []
            store_findings(shop.catalog, own.sha256, detector.name, detector.version, found)
    return photos_of_product(shop.catalog, product(page, "R-1").id)[0].sha256


@pytest.fixture
def dialog(page: CatalogPage, photo: str, qtbot: QtBot) -> ModerationDialog:
    page.acts.moderation.trigger()
    found = page.findChild(ModerationDialog)
    assert isinstance(found, ModerationDialog)
    settle(found, qtbot)
    return found


def settle(dialog: ModerationDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.is_busy)


def waiting(dialog: ModerationDialog) -> list[str]:
    return [one.title for one in dialog.photos.model.photos]


def test_what_was_seen_is_shown_with_its_place(dialog: ModerationDialog, qtbot: QtBot) -> None:
    assert waiting(dialog) == ["Red ball"]
    qtbot.waitUntil(lambda: not dialog.photos.picture.image.isNull())
    assert dialog.photos.picture.boxes == ((0.25, 0.25, 0.5, 0.75),)
    assert dialog.photos.words.text() == "This may be a firearm."
    assert nameless(dialog) == []


def test_while_it_looks_it_does_not_say_that_nothing_waits(page: CatalogPage, qtbot: QtBot) -> None:
    page.acts.moderation.trigger()
    dialog = page.findChild(ModerationDialog)
    assert isinstance(dialog, ModerationDialog)
    assert dialog.photos.nothing.text() == "Still looking. Nothing was seen so far."
    settle(dialog, qtbot)
    assert dialog.photos.nothing.text() == "Nothing waits here."


def test_a_decision_is_made_by_a_key_and_taken_back_by_another(
    page: CatalogPage, dialog: ModerationDialog, photo: str, qtbot: QtBot
) -> None:
    dialog.photos.table.setFocus()
    QTest.keyClick(dialog.photos.table, Qt.Key.Key_N)
    settle(dialog, qtbot)
    assert not_shown(shop_of(page).catalog) == {photo} and waiting(dialog) == []
    dialog.photos.state.setCurrentIndex(1)
    dialog.photos.state.activated.emit(1)
    assert waiting(dialog) == ["Red ball"]
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(dialog, qtbot)
    assert not_shown(shop_of(page).catalog) == set()


def test_faces_on_a_counter_photo_are_blurred_by_a_key_and_taken_back_by_another(
    page: CatalogPage, photo: str, qtbot: QtBot, tmp_path: Path
) -> None:
    shop, red = shop_of(page), product(page, "R-1").id
    scene = Image.new("RGB", (300, 300), (206, 190, 160))
    scene.paste(Image.open(FACE), (10, 30))
    choose_blurring(shop.catalog, False)
    add_pictures(shop, red, [NewPicture("scene", image=scene)], who="Kim", kind=PhotoKind.COUNTER)
    page.acts.moderation.trigger()
    dialog = page.findChild(ModerationDialog)
    assert isinstance(dialog, ModerationDialog)
    settle(dialog, qtbot)
    before = photos_of_product(shop.catalog, red)
    counter = next(row for row, one in enumerate(dialog.photos.model.photos) if one.is_counter)
    dialog.photos.table.selectRow(1 - counter)
    assert not dialog.photos.blur_button.isVisible()  # a catalog photo
    dialog.photos.table.selectRow(counter)
    assert dialog.photos.blur_button.isVisible()
    dialog.photos.table.setFocus()
    QTest.keyClick(dialog.photos.table, Qt.Key.Key_B)
    settle(dialog, qtbot)
    after = photos_of_product(shop.catalog, red)
    assert after[0] == before[0] and after[1].sha256 != before[1].sha256
    assert waiting(dialog) == ["Red ball"]
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(dialog, qtbot)
    assert photos_of_product(shop.catalog, red)[1].sha256 == before[1].sha256


def test_a_word_is_typed_and_finds_a_title_at_once(
    page: CatalogPage, dialog: ModerationDialog, qtbot: QtBot
) -> None:
    dialog.words.line.setText("box")
    QTest.keyClick(dialog.words.line, Qt.Key.Key_Return)
    settle(dialog, qtbot)
    assert never_sell_words(shop_of(page).catalog) == ["box"]
    assert set(waiting(dialog)) == {"Red ball", "Green box", "Yellow box"}
    dialog.words.list.setCurrentRow(0)
    dialog.words.remove_button.click()
    settle(dialog, qtbot)
    assert waiting(dialog) == ["Red ball"]
    dialog.undo_button.click()
    settle(dialog, qtbot)
    assert never_sell_words(shop_of(page).catalog) == ["box"]


def test_pictures_sorts_and_thresholds_are_edited_and_taken_back(
    page: CatalogPage, dialog: ModerationDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    catalog = shop_of(page).catalog
    picture = draw(tmp_path / "forbidden.png", "ellipse", (250, 120, 10))
    dialog.never_sold.take_pictures([QueryPicture(PictureSource("forbidden.png", path=picture))])
    settle(dialog, qtbot)
    assert [one.name for one in never_sell_pictures(catalog)] == ["forbidden"]
    dialog.never_sold.sorts["alcohol"].click()
    settle(dialog, qtbot)
    assert sold_sorts(catalog) == {"alcohol"}
    box = dialog.told.boxes[FindingKind.WEAPON]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    settle(dialog, qtbot)
    assert thresholds(catalog)[FindingKind.WEAPON] is None and waiting(dialog) == []
    for _change in range(3):
        dialog.undo_button.click()
        settle(dialog, qtbot)
    assert never_sell_pictures(catalog) == [] and sold_sorts(catalog) == set()
    assert waiting(dialog) == ["Red ball"]


def test_a_picture_that_cannot_be_read_is_refused(
    page: CatalogPage, dialog: ModerationDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.png"
    broken.write_text("no picture")
    dialog.never_sold.take_pictures([QueryPicture(PictureSource("broken.png", path=broken))])
    settle(dialog, qtbot)
    assert never_sell_pictures(shop_of(page).catalog) == []
    assert "broken.png" in dialog.note


def test_the_list_can_be_narrowed_to_what_waits_and_the_panel_decides(
    page: CatalogPage, photo: str, qtbot: QtBot
) -> None:
    page.open_query(ListQuery(waiting=True))
    qtbot.waitUntil(lambda: titles(page) == ["Red ball"])
    select(page, qtbot, "R-1")
    seen = page.detail.photos.seen
    qtbot.waitUntil(seen.isVisible)
    assert seen.words.text() == "This may be a firearm."
    page.open_query(ListQuery())
    seen.hide_button.click()
    qtbot.waitUntil(lambda: not_shown(shop_of(page).catalog) == {photo})
    qtbot.waitUntil(lambda: seen.words.text().startswith("Decided: not shown."))
