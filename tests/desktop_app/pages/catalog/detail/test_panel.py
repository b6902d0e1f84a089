"""One product at the right of the list: its fields, its stock, its photos."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from core.catalog.edits.edits import edit_products
from core.catalog.edits.product_change import ProductChange
from core.catalog.low_stock import choose_shop_mark
from core.catalog.photos.photos import photos_of_product
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, move_stock, movements
from core.describe.describing import describe_photos
from core.quantities.quantity import Quantity, whole
from core.quantities.sale_price import NO_SALE, Sale
from core.quantities.units import Unit
from desktop_app.look.language import LanguageChoice
from desktop_app.pages.catalog.browse_view import PANEL_LEAST
from desktop_app.pages.catalog.history.dialog import StockHistoryDialog
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
    qtbot.waitUntil(lambda: len(photos_of_product(shop_of(page).catalog, red)) == 2)
    qtbot.waitUntil(lambda: page.detail.product_id == red)
    assert drop(page.detail, mime_of_files(second))
    qtbot.waitUntil(lambda: len(photos_of_product(shop_of(page).catalog, red)) == 3)
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
    qtbot.waitUntil(lambda: shown() == 2)
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
    qtbot.waitUntil(lambda: page.filters.low.text() == "Low stock (1)")
    page.filters.low.trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    enter(low, "")
    qtbot.waitUntil(lambda: product(page, "R-1").low is None)


LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_panels_never_ask_for_more_width_than_they_have(
    page: CatalogPage,
    qtbot: QtBot,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    language: LanguageChoice,
) -> None:
    request.addfinalizer(lambda: page._services.languages.choose("en"))
    page._services.languages.choose(language)
    shop = shop_of(page)
    draft = ProductDraft("R-1", LONG, tags=(LONG,), unit=Unit.KILOGRAM, extra={LONG: "https://" + LONG * 3})
    upsert_product(shop.catalog, draft)
    red = product(page, "R-1").id
    for kind in (Reason.SALE, Reason.CORRECTION):
        amount = Quantity(-1_234_567_891)
        move_stock(shop.catalog, red, amount, who=LONG, reason=kind, note=LONG * 2)
    choose_shop_mark(shop.catalog, Quantity(123_456_789))
    edit_products(shop.catalog, {red: ProductChange(sale=Sale(199, "2026-12-01", "2026-12-24"))}, who="Kim")
    page.resize(860, 600)
    select(page, qtbot, "R-1")
    drop(page.detail, mime_of_files(draw(tmp_path / "a.png", "ellipse", (200, 50, 60), 20)))
    qtbot.waitUntil(lambda: page.detail.file is not None and len(page.detail.file.photos) == 2)
    assert page.detail.form.sale.isVisible()
    fits(page.detail)
    select(page, qtbot, "R-1", "R-2")
    fits(page.bulk)


def fits(panel: QWidget) -> None:
    """What is in it is as wide as it is and no wider, also where it is as narrow as it can be."""
    area = panel.findChild(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert isinstance(area, QScrollArea)
    inner = area.widget()
    assert inner is not None
    room = PANEL_LEAST - 2 - area.verticalScrollBar().sizeHint().width()
    widest = max(
        (one for one in inner.findChildren(QWidget) if one.isVisible()),
        key=lambda one: one.minimumSizeHint().width(),
    )
    assert inner.minimumSizeHint().width() <= room, widest


def test_the_stock_history_tells_every_movement_and_is_exported(
    page: CatalogPage, qtbot: QtBot, tmp_path: Path
) -> None:
    red = product(page, "R-1").id
    for number in range(1, 7):
        page.editor.book(red, "sale", whole(-number))
    qtbot.waitUntil(lambda: product(page, "R-1").stock == whole(5 - 21))
    select(page, qtbot, "R-1")
    assert page.detail.file is not None and len(page.detail.file.movements) == 5
    page.acts.history.trigger()
    qtbot.waitUntil(lambda: bool(page.window().findChildren(StockHistoryDialog)))
    dialog = page.window().findChildren(StockHistoryDialog)[0]
    assert QAbstractItemModelTester(dialog.model)
    rows = [[dialog.model.index(row, column).data() for column in (1, 2, 3)] for row in range(7)]
    assert rows[0] == ["Sale", "−6", "−16"] and rows[-1] == ["Import", "+5", "5"]
    dialog.export_button.click()
    question = dialog.findChild(QFileDialog)
    assert isinstance(question, QFileDialog)
    question.fileSelected.emit(str(tmp_path / "history.csv"))
    question.reject()
    qtbot.waitUntil(lambda: "7 movements written to history.csv" in page.message.label.text())
    lines = (tmp_path / "history.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 8 and lines[-1].split(",")[3:6] == ["sale", "-6", "-16"]
    dialog.reject()


def test_what_is_seen_on_the_photos_is_proposed_as_tags_and_one_click_gives_it(
    page: CatalogPage, qtbot: QtBot
) -> None:
    describe_photos(shop_of(page))
    select(page, qtbot, "R-2")
    blue = next(button for button in page.detail.seen_tags.buttons if button.text() == "blue")
    blue.click()
    qtbot.waitUntil(lambda: product(page, "R-2").tags == ("blue",))
    qtbot.waitUntil(lambda: "blue" not in [button.text() for button in page.detail.seen_tags.buttons])
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: product(page, "R-2").tags == ())
