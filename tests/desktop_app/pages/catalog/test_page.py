"""The catalog page as its user meets it, on a real shop."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from core.catalog.products.products import product_by_sku
from core.quantities.quantity import whole
from desktop_app.look.theme import DARK, LIGHT, contrast
from desktop_app.pages.catalog.history.dialog import StockHistoryDialog
from desktop_app.pages.catalog.list_query import ListQuery
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.page import CatalogPage
from tests.desktop_app.conftest import drop, mime_of_files
from tests.desktop_app.pages.catalog.on_the_page import product, select, titles


def test_where_nothing_is_listed_the_keys_go_to_the_field_that_filters(
    page: CatalogPage, qtbot: QtBot
) -> None:
    page.entered()
    assert page.focusWidget() is page.lists.view
    page.open_query(ListQuery(archived=True))
    qtbot.waitUntil(lambda: page.model.rowCount() == 0 and page.lists.isHidden())
    page.entered()
    assert page.focusWidget() is page.filters.field


def test_what_may_be_done_follows_the_selection_at_once(page: CatalogPage, qtbot: QtBot) -> None:
    assert not page.acts.archive.isEnabled()
    page.lists.select_product(product(page, "R-1").id)
    assert page.acts.archive.isEnabled() and page.acts.edit.isEnabled()
    page.acts.archive.trigger()
    qtbot.waitUntil(lambda: product(page, "R-1").archived)
    page.lists.view.clearSelection()
    assert not page.acts.archive.isEnabled()


def test_a_drop_that_holds_no_picture_is_explained(page: CatalogPage, qtbot: QtBot, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setText("hello")
    select(page, qtbot, "R-1")
    drop(page.detail, mime)
    assert page.message.isVisible() and "no picture" in page.message.label.text()
    broken = tmp_path / "broken.jpg"
    broken.write_text("no picture")
    drop(page.detail, mime_of_files(broken))
    qtbot.waitUntil(lambda: "broken.jpg" in page.message.label.text())


def test_changes_are_told_to_the_other_pages(page: CatalogPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page._services.news.changed) as told:
        page.editor.book(product(page, "R-1").id, "sale", whole(-1))
    assert told.args == [page]


def test_the_grid_shows_the_same_selection_and_is_remembered(page: CatalogPage, qtbot: QtBot) -> None:
    select(page, qtbot, "R-2")
    page.acts.grid.trigger()
    grid = page.lists.grid
    assert grid.isVisible() and page._services.preferences.settings.catalog_view == "grid"
    assert page.lists.selected_ids().tolist() == [product(page, "R-2").id]
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert page.lists.selected_rows().tolist() == [1]
    QTest.keyClick(grid, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert page.lists.selected_rows().tolist() == [1, 2, 3]
    QTest.mouseClick(
        grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(page.model.index(0, 0)).center()
    )
    assert page.lists.selected_rows().tolist() == [0]
    QTest.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.lists.selected_rows()) == 4
    page.acts.table.trigger()
    assert len(page.lists.selected_rows()) == 4


def test_the_keys_of_the_page_do_what_they_say(page: CatalogPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.lists.table.setFocus()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page.lists.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filters.field.hasFocus()
    QTest.keyClick(page.filters.field, Qt.Key.Key_Down)
    assert page.lists.table.hasFocus()
    select(page, qtbot, "R-1")
    page.lists.table.setFocus()
    QTest.keyClick(page.lists.table, Qt.Key.Key_F2)
    assert isinstance(page.focusWidget(), QLineEdit)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    QTest.keyClick(page.lists.table, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.detail.isVisible())
    assert all(key and words for key, words in page.keys())  # noqa: SIM118  (not a dict)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_pages_own_colours_can_be_read(colours: object) -> None:
    for text, ground in (
        ("text", "doubt_soft"),
        ("surface", "text"),
        ("muted", "surface"),
        ("bad", "surface"),
        ("doubt", "surface"),
    ):
        assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


def test_the_ways_to_import_are_offered_on_the_page(page: CatalogPage) -> None:
    action = QAction("Import a table…", page)
    page.offer_imports([action])
    menu = page.browse.import_button.menu()
    assert page.browse.import_button.isVisible() and action in menu.actions()


def test_the_catalog_needs_no_mouse(page: CatalogPage, qtbot: QtBot) -> None:
    """Find, edit, archive, delete for good, look at the history, arrange columns: by keys alone."""

    def key(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or page, key, modifiers)

    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    table, red = page.lists.table, product(page, "R-1").id
    page.activateWindow()
    key(Qt.Key.Key_F, control)
    assert page.filters.field.hasFocus()
    QTest.keyClicks(page.filters.field, "red")
    qtbot.waitUntil(lambda: titles(page) == ["Red ball"])
    key(Qt.Key.Key_Down)
    assert table.hasFocus()
    qtbot.waitUntil(lambda: page.detail.product_id == red)
    key(Qt.Key.Key_H, control)
    qtbot.waitUntil(lambda: bool(page.window().findChildren(StockHistoryDialog)))
    QTest.keyClick(page.window().findChildren(StockHistoryDialog)[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.window().findChildren(StockHistoryDialog))
    page.activateWindow()
    qtbot.waitUntil(table.hasFocus)
    key(Qt.Key.Key_Right, control | shift)
    assert table.header.shown_columns()[1].column is Column.TITLE
    key(Qt.Key.Key_Left, control | shift)
    key(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: product(page, "R-1").archived)
    key(Qt.Key.Key_Z, control)
    qtbot.waitUntil(lambda: not product(page, "R-1").archived)
    qtbot.waitUntil(page.acts.redo.isEnabled)
    key(Qt.Key.Key_Z, control | shift)
    qtbot.waitUntil(lambda: product(page, "R-1").archived)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    page.filters.archived.trigger()
    qtbot.waitUntil(lambda: titles(page) == ["Red ball"])
    page.filters.field.setFocus()
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail.product_id == red)
    key(Qt.Key.Key_Delete, shift)
    qtbot.waitUntil(lambda: bool(page.window().findChildren(QMessageBox)))
    box = page.window().findChildren(QMessageBox)[0]
    sure = next(
        button for button in box.buttons() if box.standardButton(button) == box.StandardButton.NoButton
    )
    QTest.keyClick(sure, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: product_by_sku(page._services.engine.shop.catalog, "R-1") is None)
