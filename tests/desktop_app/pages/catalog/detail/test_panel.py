"""One product at the right of the list: its fields, its stock, its photos."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.catalog.low_stock import choose_shop_mark
from core.catalog.photos.photos import photos_of_product
from core.catalog.stock import Reason, movements
from core.quantities.quantity import Quantity, whole
from core.quantities.units import Unit
from core.sale_price import NO_SALE, Sale
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.widgets.fields.entry_line import EntryLine
from tests.desktop_app.conftest import drop, mime_of_files
from tests.desktop_app.pages.catalog.conftest import draw
from tests.desktop_app.pages.catalog.on_the_page import (
    has_barcode,
    has_stock,
    product,
    select,
    shop_of,
    type_into_cell,
)


def test_stock_is_booked_as_a_movement(page: CatalogPage, qtbot: QtBot) -> None:
    select(page, qtbot, "R-1")
    editor = type_into_cell(page, qtbot, Column.STOCK, "+7")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: product(page, "R-1").stock == whole(12))
    stock = page.detail.stock
    stock.reason.setCurrentIndex(stock.reason.findData("sale"))
    stock.quantity.setText("2")
    stock.book_button.click()
    qtbot.waitUntil(lambda: product(page, "R-1").stock == whole(10))
    newest = movements(shop_of(page).catalog, [product(page, "R-1").id])[0]
    assert (newest.quantity, newest.reason) == (whole(-2), Reason.SALE) and newest.who
    stock.reason.setCurrentIndex(stock.reason.findData("count"))
    stock.quantity.setText("3")
    stock.book_button.click()
    qtbot.waitUntil(lambda: product(page, "R-1").stock == whole(3))
    for expected in (10, 12, 5):
        page.acts.undo.trigger()
        qtbot.waitUntil(partial(has_stock, page, expected))


def test_the_panel_edits_every_field_and_says_what_is_wrong(page: CatalogPage, qtbot: QtBot) -> None:
    select(page, qtbot, "R-1")
    line = page.detail.form.lines[Column.BARCODE]
    line.line.setFocus()
    QTest.keyClicks(line.line, "123")
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    assert line.problem.isVisible() and "digits" in line.problem.text()
    QTest.keyClick(line.line, Qt.Key.Key_Escape)
    assert line.line.text() == "" and not line.problem.isVisible()
    for column, text in (
        (Column.TITLE, "Crimson ball"),
        (Column.CATEGORY, "Toys"),
        (Column.TAGS, "round, red"),
        (Column.LOCATION, "A-1"),
    ):
        field = page.detail.form.lines[column]
        field.line.setText(text)
        field.line.editingFinished.emit()
    page.detail.description.setPlainText("Bounces.")
    page.detail.description.left.emit()
    qtbot.waitUntil(lambda: product(page, "R-1").description == "Bounces.")
    after = product(page, "R-1")
    assert (after.title, after.category, after.location) == ("Crimson ball", "Toys", "A-1")
    assert after.tags == ("red", "round")


def test_the_same_barcode_twice_is_said(page: CatalogPage, qtbot: QtBot) -> None:
    for sku in ("R-1", "R-2"):
        select(page, qtbot, sku)
        line = page.detail.form.lines[Column.BARCODE]
        line.line.setText("4006381333931")
        line.line.editingFinished.emit()
        qtbot.waitUntil(partial(has_barcode, page, sku, "4006381333931"))
    qtbot.waitUntil(lambda: "Red ball” has the same barcode" in page.message.label.text())


def test_photos_dropped_on_a_row_and_on_the_panel_become_photos_of_the_product(
    page: CatalogPage, qtbot: QtBot, tmp_path: Path
) -> None:
    first = draw(tmp_path / "a.png", "ellipse", (200, 50, 60), 20)
    second = draw(tmp_path / "b.png", "ellipse", (180, 60, 70), 40)
    red = product(page, "R-1").id
    row = page.model.row_of(red)
    page.lists.table.dropped.emit(row, mime_of_files(first))
    qtbot.waitUntil(lambda: len(photos_of_product(shop_of(page).catalog, red)) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: page.detail.product_id == red)
    assert drop(page.detail, mime_of_files(second))
    qtbot.waitUntil(lambda: len(photos_of_product(shop_of(page).catalog, red)) == 3, timeout=20_000)
    qtbot.waitUntil(lambda: page.detail.file is not None and len(page.detail.file.photos) == 3)
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: len(photos_of_product(shop_of(page).catalog, red)) == 2)


def test_photos_are_moved_relabelled_and_removed_in_the_panel(
    page: CatalogPage, qtbot: QtBot, tmp_path: Path
) -> None:
    red = product(page, "R-1").id

    def photos() -> list[tuple[str, str]]:
        found = photos_of_product(shop_of(page).catalog, red)
        return [(photo.sha256, photo.kind.value) for photo in found]

    def shown() -> int:
        return len(page.detail.file.photos) if page.detail.file is not None else 0

    select(page, qtbot, "R-1")
    drop(page.detail, mime_of_files(draw(tmp_path / "a.png", "ellipse", (200, 50, 60), 20)))
    qtbot.waitUntil(lambda: shown() == 2, timeout=20_000)
    first, second = (sha256 for sha256, _ in photos())
    strip = page.detail.photos
    assert strip.chosen == first and not strip.left_button.isEnabled()
    strip.right_button.click()
    qtbot.waitUntil(lambda: [sha256 for sha256, _ in photos()] == [second, first])
    qtbot.waitUntil(strip.left_button.isEnabled)
    strip.kind_button.click()
    qtbot.waitUntil(lambda: photos() == [(second, "catalog"), (first, "counter")])
    qtbot.waitUntil(lambda: "catalog" in strip.kind_button.toolTip())
    strip.remove_button.click()
    qtbot.waitUntil(lambda: photos() == [(second, "catalog")])
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: photos() == [(second, "catalog"), (first, "counter")])


def test_a_quantity_with_its_unit_is_typed_into_the_cell_undone_and_made_unknown(
    page: CatalogPage, qtbot: QtBot
) -> None:
    select(page, qtbot, "R-1")
    QTest.keyClick(type_into_cell(page, qtbot, Column.STOCK, "0.375 kg"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: product(page, "R-1").stock == Quantity(375))
    assert product(page, "R-1").unit is Unit.KILOGRAM
    page.acts.undo.trigger()
    qtbot.waitUntil(partial(has_stock, page, 5))
    assert product(page, "R-1").unit is None
    editor = type_into_cell(page, qtbot, Column.STOCK, "")
    editor.clear()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: product(page, "R-1").stock is None)


def enter(line: EntryLine, text: str) -> None:
    line.line.setText(text)
    line.line.editingFinished.emit()


def test_a_sale_is_seen_changed_ended_and_taken_back_in_the_panel(page: CatalogPage, qtbot: QtBot) -> None:
    select(page, qtbot, "R-1")
    sale = page.detail.form.sale
    assert not sale.isVisible() and sale.price.isEnabled()
    enter(sale.price, "1.99 USD")
    assert sale.price.problem.isVisible() and "EUR" in sale.price.problem.text()
    enter(sale.price, "1.99")
    qtbot.waitUntil(lambda: product(page, "R-1").sale == Sale(199))
    qtbot.waitUntil(sale.isVisible)
    enter(sale.starts, "24.12.")
    assert "no day" in sale.starts.problem.text()
    enter(sale.starts, "2026/12/1")
    qtbot.waitUntil(lambda: product(page, "R-1").sale == Sale(199, "2026-12-01"))
    qtbot.waitUntil(lambda: sale.starts.line.text() == "2026-12-01")
    enter(sale.ends, "2026-11-01")
    qtbot.waitUntil(lambda: "begins" in page.message.label.text())
    enter(sale.price, "")
    qtbot.waitUntil(lambda: product(page, "R-1").sale == NO_SALE)
    qtbot.waitUntil(lambda: not sale.isVisible())
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: product(page, "R-1").sale == Sale(199, "2026-12-01"))
    select(page, qtbot, "R-3")  # it has no price that could be reduced
    qtbot.waitUntil(lambda: not sale.price.isEnabled())


def test_a_product_has_its_own_low_mark_or_the_shops(page: CatalogPage, qtbot: QtBot) -> None:
    choose_shop_mark(shop_of(page).catalog, whole(2))
    select(page, qtbot, "R-1")
    low = page.detail.stock.low
    qtbot.waitUntil(lambda: low.line.placeholderText().startswith("2"))
    enter(low, "-3")
    assert low.problem.isVisible()
    enter(low, "9")
    qtbot.waitUntil(lambda: product(page, "R-1").low == whole(9))
    qtbot.waitUntil(lambda: page.filters.low.text() == "Low stock (1)", timeout=10_000)
    page.filters.low.trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    enter(low, "")
    qtbot.waitUntil(lambda: product(page, "R-1").low is None)
