"""Photos that are copies, from the duplicates' dialog: the best is kept, of one group or all, and undone."""

from typing import Literal

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.catalog.photos.photos import photos_of_product
from core.catalog.products.upsert import ProductDraft
from core.ingest.shop_edits import NewPicture, add_product
from desktop_app.pages.catalog.duplicates.copies_dialog import CopiesDialog
from desktop_app.pages.catalog.duplicates.dialog import DuplicatesDialog
from desktop_app.pages.catalog.page import CatalogPage
from tests.core.cartons import carton
from tests.desktop_app.pages.catalog.on_the_page import shop_of
from tests.desktop_app.test_accessibility import nameless
from tests.desktop_app.window.misfits import misfits


@pytest.fixture
def oats(page: CatalogPage) -> list[int]:
    """Two products, each of which has a small copy of its photo."""
    made = []
    for number in (1, 4):
        images = carton(number).resize((200, 200), Image.Resampling.LANCZOS), carton(number)
        pictures = [NewPicture(f"{place}.png", image=image) for place, image in enumerate(images)]
        draft = ProductDraft(f"OAT-{number}", title=f"Oat drink {number}")
        made.append(add_product(shop_of(page), draft, pictures, who="Kim").product_id)
    return made


@pytest.fixture
def dialog(page: CatalogPage, oats: list[int], qtbot: QtBot) -> CopiesDialog:
    page.acts.duplicates.trigger()
    pairs = page.findChild(DuplicatesDialog)
    assert isinstance(pairs, DuplicatesDialog)
    qtbot.waitUntil(lambda: not pairs.is_busy)
    assert pairs.copies_button.text() == "Copied photos (2)…"
    pairs.copies_button.click()
    found = pairs.findChild(CopiesDialog)
    assert isinstance(found, CopiesDialog)
    settle(found, qtbot)
    return found


def settle(dialog: CopiesDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.is_busy)


def widths(page: CatalogPage, product: int) -> list[int]:
    return [photo.width for photo in photos_of_product(shop_of(page).catalog, product)]


def test_a_group_is_shown_with_the_best_first_kept_and_taken_back(
    page: CatalogPage, oats: list[int], dialog: CopiesDialog, qtbot: QtBot
) -> None:
    assert [side.facts.text()[-9:] for side in dialog.sides[:2]] == ["420 × 420", "200 × 200"]
    assert dialog.sides[2].isHidden() and "more detail" in dialog.why.text()
    assert nameless(dialog) == []
    first = dialog.groups[0].chosen.best.product_id
    QTest.keyClick(dialog, Qt.Key.Key_K)
    settle(dialog, qtbot)
    assert widths(page, first) == [420] and dialog.place == 1 and dialog.keep_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Left)
    assert dialog.why.text() == "This group is decided." and not dialog.keep_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(dialog, qtbot)
    assert widths(page, first) == [200, 420] and dialog.keep_button.isEnabled()


def test_the_best_of_all_groups_is_kept_at_once(
    page: CatalogPage, oats: list[int], dialog: CopiesDialog, qtbot: QtBot
) -> None:
    assert dialog.all_button.text() == "Keep the best of all 2"
    dialog.all_button.click()
    settle(dialog, qtbot)
    assert [widths(page, product) for product in oats] == [[420], [420]]
    assert dialog.all_button.isHidden()
    dialog.undo_button.click()
    settle(dialog, qtbot)
    assert [widths(page, product) for product in oats] == [[200, 420], [200, 420]]


def test_closed_at_once_a_change_ends(page: CatalogPage, dialog: CopiesDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignals([dialog.changed, dialog.finished]):
        QTest.keyClick(dialog, Qt.Key.Key_K)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_word_fits_in_the_smallest_window(
    page: CatalogPage,
    dialog: CopiesDialog,
    qtbot: QtBot,
    language: Literal["en", "zh_CN"],
    request: pytest.FixtureRequest,
) -> None:
    request.addfinalizer(lambda: page._services.languages.choose("en"))
    page._services.languages.choose(language)
    pairs = dialog.parent()
    assert isinstance(pairs, DuplicatesDialog)
    for shown in (dialog, pairs):
        shown.resize(760, 480)
        qtbot.waitUntil(lambda shown=shown: misfits(shown) == [])  # type: ignore[misc]
