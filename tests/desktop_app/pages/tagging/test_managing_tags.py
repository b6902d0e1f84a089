"""Tags renamed, merged and removed by keyboard, in the real window on a small real shop."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from core.catalog.products.products import set_archived
from core.catalog.tags.tags import TagCount, add_tag, tag_counts
from core.shop.opening import open_shop
from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.pages.tagging.managing.dialog import TagDialog
from desktop_app.pages.tagging.managing.model import BEARERS, TAG, TagModel
from desktop_app.pages.tagging.page import TaggingPage
from desktop_app.window.desktop import Desktop
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.desktop_app.test_accessibility import EVERYTHING, nameless, unreached
from tests.painted_shop import make_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of eight products three are fruit, two are Obst, and one of each is archived; one is red."""
    folder = make_shop(tmp_path_factory.mktemp("tags") / "shop", products=8, counter_photos=0)
    with open_shop(folder) as shop:
        ids = [row[0] for row in shop.catalog.db.execute("SELECT id FROM products ORDER BY id")]
        add_tag(shop.catalog, ids[:3], "fruit", who="")
        add_tag(shop.catalog, ids[2:4], "Obst", who="")
        add_tag(shop.catalog, ids[4:5], "red", who="")
        set_archived(shop.catalog, ids[2:3])
    return folder


@pytest.fixture
def shop(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "shop"))


@pytest.fixture
def desktop(shop: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    with window_on(shop, qapp, qtbot, pages=("catalog", "tagging")) as desktop:
        yield desktop


@pytest.fixture
def page(desktop: Desktop) -> TaggingPage:
    page = next(page for page in desktop.window.pages if isinstance(page, TaggingPage))
    assert page.manage.isEnabled()
    return page


@pytest.fixture
def tags(page: TaggingPage, qtbot: QtBot) -> TagDialog:
    page.manage.trigger()
    dialog = page.manage.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)  # before that its keys are nobody's
    settled(dialog, qtbot)
    return dialog


def settled(dialog: TagDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.operations.is_working, timeout=PATIENCE_MS)


def shown(dialog: TagDialog) -> dict[str, str]:
    rows = range(dialog.found.rowCount())
    return {dialog.found.index(row, TAG).data(): dialog.found.index(row, BEARERS).data() for row in rows}


def tags_in(shop: Path) -> dict[str, int]:
    with open_shop(shop, write=False) as reader:
        counts = tag_counts(reader.catalog, also_archived=True)
    return {found.tag: found.products + found.archived for found in counts}


def type_name(dialog: TagDialog, name: str, qtbot: QtBot) -> None:
    """As a clerk does it: F2, the name, Enter."""
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    (line,) = dialog.table.viewport().findChildren(QLineEdit)
    QTest.keyClicks(line, name)
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.table.viewport().findChildren(QLineEdit))
    settled(dialog, qtbot)


def test_every_tag_is_listed_with_who_has_it(tags: TagDialog) -> None:
    assert shown(tags) == {
        "fruit": "3 products, 1 of them archived",
        "Obst": "2 products, 1 of them archived",
        "red": "1 product",
    }


def test_a_tag_is_renamed_on_every_product_and_back(tags: TagDialog, shop: Path, qtbot: QtBot) -> None:
    assert tags.choose("red")
    type_name(tags, "dark red", qtbot)
    assert tags_in(shop) == {"fruit": 3, "Obst": 2, "dark red": 1}
    assert tags.message.label.text() == "“red” is called “dark red” now, on 1 product."
    assert tags.table.currentIndex().siblingAtColumn(TAG).data() == "dark red"
    QTest.keyClick(tags.table, Qt.Key.Key_Z, CONTROL)
    settled(tags, qtbot)
    assert tags_in(shop) == {"fruit": 3, "Obst": 2, "red": 1}
    assert "Undone" in tags.message.label.text()
    assert not tags.undo.isEnabled()


def test_a_name_that_is_taken_asks_whether_the_two_are_one(tags: TagDialog, shop: Path, qtbot: QtBot) -> None:
    assert tags.choose("Obst")
    type_name(tags, "Fruit", qtbot)
    assert tags.question.isVisible()
    assert tags.question.into.currentText() == "fruit"
    words = tags.question.words.text()
    assert "“Obst” becomes part of “fruit”: 2 products" in words and "1 of them is archived" in words
    assert not tags.rename.isEnabled()
    QTest.keyClick(tags.question.into, Qt.Key.Key_Return)
    settled(tags, qtbot)
    assert tags_in(shop) == {"fruit": 4, "red": 1}  # one product had both


def test_a_tag_is_merged_into_one_that_is_chosen_and_escape_merges_nothing(
    tags: TagDialog, shop: Path, qtbot: QtBot
) -> None:
    assert tags.choose("Obst")
    QTest.keyClick(tags.table, Qt.Key.Key_M, CONTROL)
    QTest.keyClick(tags.question.into, Qt.Key.Key_Escape)
    assert tags.question.isHidden() and tags.isVisible()
    assert tags_in(shop)["Obst"] == 2
    tags.merge.trigger()
    tags.question.into.setCurrentText("red")
    assert "“red”" in tags.question.words.text()
    tags.question.yes_button.click()
    settled(tags, qtbot)
    assert tags_in(shop) == {"fruit": 3, "red": 3}
    tags.message.button.click()
    settled(tags, qtbot)
    assert tags_in(shop) == {"fruit": 3, "Obst": 2, "red": 1}


def test_removing_warns_of_how_many_products_and_can_be_undone_after_closing(
    tags: TagDialog, page: TaggingPage, shop: Path, qtbot: QtBot
) -> None:
    assert tags.choose("fruit")
    QTest.keyClick(tags.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "taken from 3 products" in tags.question.words.text())
    assert "1 of them is archived" in tags.question.words.text()
    # Enter or Space that was meant for the list removes nothing.
    assert tags.focusWidget() is tags.question.no_button
    tags.question.yes_button.click()
    settled(tags, qtbot)
    assert tags_in(shop) == {"Obst": 2, "red": 1}
    tags.accept()
    page.manage.trigger()
    settled(tags, qtbot)
    tags.undo.trigger()
    settled(tags, qtbot)
    assert tags_in(shop) == {"fruit": 3, "Obst": 2, "red": 1}


def test_a_name_that_cannot_be_one_is_refused_with_the_reason(
    tags: TagDialog, shop: Path, qtbot: QtBot
) -> None:
    assert tags.choose("red")
    type_name(tags, "red, green", qtbot)
    assert "comma" in tags.message.label.text()
    assert tags.message.property("tone") == "bad"
    assert tags_in(shop)["red"] == 1
    assert tags.rename.isEnabled()


def test_what_is_typed_into_the_field_narrows_the_list(tags: TagDialog) -> None:
    QTest.keyClicks(tags.field, "OBS")
    assert list(shown(tags)) == ["Obst"]
    QTest.keyClicks(tags.field, "x")
    assert shown(tags) == {}
    assert not tags.remove.isEnabled()
    QTest.keyClick(tags.field, Qt.Key.Key_Escape)
    assert len(shown(tags)) == 3
    QTest.keyClick(tags.field, Qt.Key.Key_Down)
    assert tags.focusWidget() is tags.table


def test_the_list_is_sorted_by_name_or_by_how_many(tags: TagDialog) -> None:
    assert list(shown(tags)) == ["fruit", "Obst", "red"]
    tags.table.sortByColumn(BEARERS, Qt.SortOrder.AscendingOrder)
    assert list(shown(tags)) == ["red", "Obst", "fruit"]


def test_the_catalog_offers_it_too_and_shows_the_new_name_at_once(
    desktop: Desktop, page: TaggingPage, qtbot: QtBot
) -> None:
    catalog = desktop.window.show_page("catalog")
    assert isinstance(catalog, CatalogPage)
    qtbot.waitUntil(lambda: catalog.filters.tag.findText("red") > 0, timeout=PATIENCE_MS)
    catalog.filters.tags_button.click()
    tags = page.manage.dialog
    assert tags is not None and catalog.isVisible()
    settled(tags, qtbot)
    tags.operations.rename("red", "scarlet")
    qtbot.waitUntil(lambda: catalog.filters.tag.findText("scarlet") > 0, timeout=PATIENCE_MS)
    assert catalog.filters.tag.findText("red") < 0


def test_the_tagging_page_goes_on_with_the_tags_there_are(
    desktop: Desktop, page: TaggingPage, qtbot: QtBot
) -> None:
    desktop.window.show_page("tagging")
    qtbot.waitUntil(lambda: page.step is not None, timeout=PATIENCE_MS)
    page.manage.trigger()
    tags = page.manage.dialog
    assert tags is not None
    settled(tags, qtbot)
    before = page.step
    tags.operations.remove("fruit")
    settled(tags, qtbot)
    tags.accept()
    qtbot.waitUntil(lambda: page.step is not None and page.step is not before, timeout=PATIENCE_MS)
    assert page.step is not None and before is not None
    assert page.step.tagged == before.tagged - 2  # the third is archived
    assert "fruit" not in page.step.known_tags


def test_every_control_can_be_named_and_reached_in_both_languages(
    tags: TagDialog, desktop: Desktop, qtbot: QtBot
) -> None:
    for language in ("zh_CN", "en"):
        desktop.languages.choose(language)
        qtbot.wait(10)
        assert nameless(tags, EVERYTHING) == []
        tags.remove.trigger()
        assert nameless(tags, EVERYTHING) == []
        tags.question.leave()
    assert unreached(tags, tags) == []
    interface = QAccessible.queryAccessibleInterface(tags.table)
    assert interface.text(QAccessible.Text.Name) == "Tags"


def test_the_tags_pass_the_model_tester_through_every_change(qapp: QApplication) -> None:
    model = TagModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for counts in ((TagCount("a", 1), TagCount("b", 0, 2)), (), (TagCount("c", 3),)):
        model.show_counts(counts)
        model.retranslate()
    assert model.find("C") == TagCount("c", 3)
    assert tester.model() is model
