"""Products that are archived, come back, or are deleted for good."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from core.catalog.products.products import product_by_sku
from desktop_app.pages.catalog.list_query import ListQuery
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.page import CatalogPage
from tests.desktop_app.pages.catalog.on_the_page import product, says, select, titles


def test_archiving_takes_off_the_list_and_comes_back_by_undo_or_by_hand(
    page: CatalogPage, qtbot: QtBot
) -> None:
    select(page, qtbot, "R-1")
    page.acts.archive.trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    page.acts.redo.trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.open_query(ListQuery(archived=True))
    qtbot.waitUntil(lambda: titles(page) == ["Red ball"])
    select(page, qtbot, "R-1")
    assert not page.acts.archive.isEnabled()
    page.acts.restore.trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert not product(page, "R-1").archived


def test_what_was_undone_can_be_done_again_by_the_very_next_key(page: CatalogPage, qtbot: QtBot) -> None:
    can_redo: list[bool] = []
    page.editor.changed.connect(lambda _relist: can_redo.append(page.acts.redo.isEnabled()))
    select(page, qtbot, "R-1")
    page.acts.archive.trigger()
    qtbot.waitUntil(lambda: can_redo == [False])
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: can_redo == [False, True])


def test_archiving_keeps_the_place_and_selects_the_next(page: CatalogPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: titles(page) == ["Blue ball", "Green box", "Red ball", "Yellow box"])
    page.resize(1100, 340)
    table = page.lists.table
    select(page, qtbot, "R-3")
    place = table.verticalScrollBar()
    place.setValue(10)
    page.acts.archive.trigger()
    qtbot.waitUntil(lambda: page.detail.isVisible() and page.detail.product_id == product(page, "R-1").id)
    qtbot.waitUntil(lambda: titles(page) == ["Blue ball", "Red ball", "Yellow box"])
    assert place.value() == 10
    page.lists.select_product(product(page, "R-4").id)
    page.acts.archive.trigger()
    qtbot.waitUntil(lambda: page.detail.product_id == product(page, "R-1").id)


def test_what_is_archived_is_deleted_for_good_once_that_was_said(page: CatalogPage, qtbot: QtBot) -> None:
    page.acts.delete.trigger()
    select(page, qtbot, "R-1")
    assert not page.acts.delete.isEnabled()
    page.acts.archive.trigger()
    page.open_query(ListQuery(archived=True))
    qtbot.waitUntil(lambda: titles(page) == ["Red ball"])
    select(page, qtbot, "R-1")
    for answer in ("Cancel", "Delete for good"):
        page.acts.delete.trigger()
        qtbot.waitUntil(lambda: bool(page.window().findChildren(QMessageBox)))
        box = page.window().findChildren(QMessageBox)[0]
        assert "“Red ball” for good" in box.text() and "1 photo and 1 stock movement" in box.text()
        assert "cannot be undone" in box.text() and box.defaultButton().text().endswith("Cancel")
        next(button for button in box.buttons() if button.text().replace("&", "") == answer).click()
        qtbot.waitUntil(lambda: not page.window().findChildren(QMessageBox))
    qtbot.waitUntil(lambda: says(page, "Deleted for good: “Red ball”"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert product_by_sku(page._services.engine.shop.catalog, "R-1") is None


def test_delete_on_the_list_archives_and_in_a_field_deletes_a_letter(page: CatalogPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    select(page, qtbot, "R-1")
    line = page.detail.form.lines[Column.TITLE].line
    line.setFocus()
    line.setCursorPosition(0)
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert line.text() == "ed ball" and not product(page, "R-1").archived
    QTest.keyClick(line, Qt.Key.Key_Escape)
    page.lists.table.setFocus()
    QTest.keyClick(page.lists.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: product(page, "R-1").archived)
