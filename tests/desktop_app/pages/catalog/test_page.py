"""The catalog page as its user meets it, on a real shop."""

import csv
import threading
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from core.catalog.products.products import product_by_sku
from core.ingest.table import import_table
from core.quantities.quantity import whole
from desktop_app.engine.jobs import Lane
from desktop_app.look.theme import DARK, LIGHT, contrast
from desktop_app.pages.catalog.history.dialog import StockHistoryDialog
from desktop_app.pages.catalog.list_query import ListQuery
from desktop_app.pages.catalog.lists.product_cell_delegate import CellEditor
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.page import CatalogPage
from tests.desktop_app.conftest import drop, mime_of_files
from tests.desktop_app.pages.catalog.on_the_page import (
    product,
    says,
    select,
    shop_of,
    titles,
    type_into_cell,
)


def test_where_nothing_is_listed_the_keys_go_to_the_field_that_filters(
    page: CatalogPage, qtbot: QtBot
) -> None:
    page.entered()
    assert page.focusWidget() is page.lists.view
    page.open_query(ListQuery(archived=True))
    qtbot.waitUntil(lambda: page.model.rowCount() == 0 and page.lists.isHidden())
    page.entered()
    assert page.focusWidget() is page.filters.field


def test_a_cell_is_edited_in_place_undone_and_done_again(page: CatalogPage, qtbot: QtBot) -> None:
    select(page, qtbot, "R-1")
    editor = type_into_cell(page, qtbot, Column.PRICE, "2,75")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: product(page, "R-1").price_minor == 275)
    qtbot.waitUntil(lambda: "Red ball" in page.message.label.text())
    qtbot.waitUntil(lambda: "price" in page.acts.undo.text())
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: product(page, "R-1").price_minor == 250)
    qtbot.waitUntil(lambda: page.acts.redo.isEnabled() and "import" in page.acts.undo.text())
    page.acts.redo.trigger()
    qtbot.waitUntil(lambda: product(page, "R-1").price_minor == 275)


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        (Column.BARCODE, "4006381333932", "check digit"),
        (Column.PRICE, "cheap", "no price"),
        (Column.STOCK, "many", "no quantity"),
        (Column.TAGS, "x" * 400, "too long"),
    ],
)
def test_what_cannot_be_right_stays_open_with_the_reason_below_it(
    page: CatalogPage, qtbot: QtBot, column: Column, text: str, words: str
) -> None:
    select(page, qtbot, "R-1")
    editor = type_into_cell(page, qtbot, column, text)
    before = product(page, "R-1")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible() and editor.bubble.isVisible()
    assert words in editor.bubble.text()
    assert words in editor.accessibleDescription()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.lists.table.findChild(CellEditor) is None)
    assert product(page, "R-1") == before


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


# The offscreen platform has neither a graphics card nor its drivers.


def test_the_catalog_is_exported(page: CatalogPage, qtbot: QtBot, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx", "zip"):
        page.export.products(tmp_path / f"out.{ending}")
        qtbot.waitUntil(partial(says, page, f"out.{ending}"))
        assert not page.is_busy()
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["sku"] for row in csv.DictReader(file)} == {"R-1", "R-2", "R-3", "R-4"}
    assert (tmp_path / "out.zip").stat().st_size > 1000


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


def test_an_export_can_be_cancelled_and_leaves_nothing_behind(
    page: CatalogPage, qtbot: QtBot, tmp_path: Path
) -> None:
    go_on = threading.Event()
    for lane in Lane:  # the export waits its turn
        for _worker in range(2):
            page._services.shop_jobs.run(
                lambda _shop, _report: go_on.wait(30), success=lambda _: None, lane=lane
            )
    page.export.products(tmp_path / "out.csv")
    assert page.message.is_working and page.is_busy()
    page.message.button.click()
    go_on.set()
    qtbot.waitUntil(lambda: not page.is_busy())
    assert "Cancelled" in page.message.label.text()
    qtbot.waitUntil(lambda: not page._services.jobs._under_way)
    assert list(tmp_path.glob("out*")) == []


def test_undoing_an_import_of_many_shows_how_far_it_is(
    page: CatalogPage, qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "many.csv"
    table.write_text("sku,title\n" + "".join(f"M{number},Mug {number}\n" for number in range(300)))
    import_table(shop_of(page), table, who="Kim")
    page.reload()
    qtbot.waitUntil(lambda: page.model.rowCount() == 304 and "many.csv" in page.acts.undo.text())
    page.acts.undo.trigger()
    assert page.message.is_working and page.is_busy()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert not page.is_busy()


def test_the_ways_to_import_are_offered_on_the_page(page: CatalogPage) -> None:
    action = QAction("Import a table…", page)
    page.offer_imports([action])
    menu = page.browse.import_button.menu()
    assert page.browse.import_button.isVisible() and action in menu.actions()


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


def test_what_is_typed_edits_the_cell_that_was_clicked_and_chooses_no_other_product(
    page: CatalogPage, qtbot: QtBot
) -> None:
    table, ids = page.lists.table, [page.model.id_at(row) for row in range(4)]
    row = page.model.row_of(product(page, "R-1").id)
    cell = page.model.index(row, Column.LOCATION)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(cell).center())
    QTest.keyClicks(table, "Y")  # as the title of another product begins
    editor = table.findChild(CellEditor)
    assert isinstance(editor, CellEditor) and editor.text() == "Y"
    QTest.keyClicks(editor, " 9")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: product(page, "R-1").location == "Y 9")
    assert table.currentIndex().row() == row
    for view in ("table", "grid"):
        page.browse.show_view(view)
        fixed = page.model.index(row, Column.UPDATED)
        page.lists.view.setCurrentIndex(fixed)
        QTest.keyClicks(page.lists.view, "Yellow")
        assert page.lists.view.currentIndex().row() == row
    assert [page.model.id_at(row) for row in range(4)] == ids
    assert sorted(titles(page)) == ["Blue ball", "Green box", "Red ball", "Yellow box"]


def test_undo_takes_an_import_back_as_one_step_and_then_what_was_edited_before_it(
    page: CatalogPage, qtbot: QtBot, tmp_path: Path
) -> None:
    select(page, qtbot, "R-1")
    QTest.keyClick(type_into_cell(page, qtbot, Column.PRICE, "2,75"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: product(page, "R-1").price_minor == 275)
    table = tmp_path / "spring.csv"
    table.write_text("sku,title,price\nR-1,Scarlet ball,9.99 EUR\nN-1,New ball,1.00 EUR\n", encoding="utf-8")
    page._services.shop_jobs.run(
        lambda shop, _report: import_table(shop, table),
        success=lambda _done: page._services.news.changed.emit(None),
        lane=Lane.WRITING,
    )
    qtbot.waitUntil(lambda: "spring.csv" in page.acts.undo.text())
    qtbot.waitUntil(lambda: {"Scarlet ball", "New ball"} <= set(titles(page)))
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: says(page, "Undone: import of spring.csv, 2 products"))
    qtbot.waitUntil(lambda: sorted(titles(page)) == ["Blue ball", "Green box", "Red ball", "Yellow box"])
    assert product(page, "R-1").price_minor == 275
    page.acts.redo.trigger()
    qtbot.waitUntil(lambda: "New ball" in titles(page))
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: product(page, "R-1").price_minor == 275)
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: product(page, "R-1").price_minor != 275)


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
