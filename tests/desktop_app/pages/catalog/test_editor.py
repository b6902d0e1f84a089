"""What is edited in the list itself, and what undo takes back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.ingest.table import import_table
from desktop_app.engine.jobs import Lane
from desktop_app.pages.catalog.lists.product_cell_delegate import CellEditor
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.page import CatalogPage
from tests.desktop_app.pages.catalog.on_the_page import product, says, select, shop_of, titles, type_into_cell


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
