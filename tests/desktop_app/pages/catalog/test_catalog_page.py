"""The catalog page as its user meets it, on a real shop."""

import csv
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtMultimedia import QCameraDevice, QVideoFrame
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core.catalog.photos import photos_of_product
from core.catalog.products import Product, product_by_sku
from core.catalog.stock import Reason, movements
from core.shop import Shop
from desktop_app.camera import CameraWatch
from desktop_app.models.product_cell_delegate import CellEditor
from desktop_app.models.product_columns import Column
from desktop_app.pages.catalog.catalog_page import CatalogPage
from desktop_app.pages.catalog.list_query import ListQuery
from desktop_app.theme import DARK, LIGHT, contrast
from tests.desktop_app.conftest import drop, mime_of_files
from tests.desktop_app.pages.catalog.conftest import draw


def shop_of(page: CatalogPage) -> Shop:
    return page._desk.engine.shop


def product(page: CatalogPage, sku: str) -> Product:
    found = product_by_sku(shop_of(page).catalog, sku)
    assert found is not None
    return found


def has_stock(page: CatalogPage, pieces: int) -> bool:
    return product(page, "R-1").stock == pieces


def has_barcode(page: CatalogPage, sku: str, barcode: str) -> bool:
    return product(page, sku).barcode == barcode


def says(page: CatalogPage, words: str) -> bool:
    return words in page.message.label.text()


def titles(page: CatalogPage) -> list[str]:
    return [page.model.text_at(row, Column.TITLE) for row in range(page.model.rowCount())]


def select(page: CatalogPage, qtbot: QtBot, *skus: str) -> None:
    ids = [product(page, sku).id for sku in skus]
    page.lists.select_product(ids[0])
    if len(ids) == 1:
        qtbot.waitUntil(lambda: page.detail.isVisible() and page.detail.product_id == ids[0])
        return
    page.lists.table.selectAll()
    qtbot.waitUntil(page.bulk.isVisible)


def type_into_cell(page: CatalogPage, qtbot: QtBot, column: Column, text: str) -> CellEditor:
    page.lists.edit(column)
    editor = page.lists.table.findChild(CellEditor)
    assert isinstance(editor, CellEditor)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    return editor


def test_products_are_listed_by_title_found_by_text_and_sorted_by_a_column(
    page: CatalogPage, qtbot: QtBot
) -> None:
    assert titles(page) == ["Blue ball", "Green box", "Red ball", "Yellow box"]
    QTest.keyClicks(page.filters.field, "ball")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    QTest.keyClick(page.filters.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    page.lists.table.horizontalHeader().sortIndicatorChanged.emit(
        int(Column.PRICE), Qt.SortOrder.DescendingOrder
    )
    page.model.sort(int(Column.PRICE), Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: titles(page) == ["Blue ball", "Red ball", "Yellow box", "Green box"])


@pytest.mark.parametrize("column", list(Column))
def test_every_column_sorts(page: CatalogPage, qtbot: QtBot, column: Column) -> None:
    before = titles(page)
    page.model.sort(int(column), Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: page._listing_job is None)
    qtbot.waitUntil(lambda: "" not in titles(page))
    assert sorted(titles(page)) == sorted(before)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ListQuery(category="Boxes"), ["Green box", "Yellow box"]),
        (ListQuery(brand="Toyco", without_price=True), ["Green box"]),
        (ListQuery(in_stock=True), ["Blue ball", "Green box", "Red ball", "Yellow box"]),
        (ListQuery(in_stock=False), []),
        (ListQuery(without_photo=True), []),
        (ListQuery(archived=True), []),
        (ListQuery(tag="none"), []),
    ],
)
def test_filters_narrow_the_list_and_an_empty_one_offers_all_again(
    page: CatalogPage, qtbot: QtBot, query: ListQuery, expected: list[str]
) -> None:
    page.open_query(query)
    qtbot.waitUntil(lambda: page.model.rowCount() == len(expected))
    qtbot.waitUntil(lambda: titles(page) == expected)
    if not expected:
        qtbot.waitUntil(page.browse.clear_button.isVisible)
        page.browse.clear_button.click()
        qtbot.waitUntil(lambda: page.model.rowCount() == 4)


def test_a_cell_is_edited_in_place_undone_and_done_again(page: CatalogPage, qtbot: QtBot) -> None:
    select(page, qtbot, "R-1")
    editor = type_into_cell(page, qtbot, Column.PRICE, "2,75")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: product(page, "R-1").price_minor == 275)
    qtbot.waitUntil(lambda: "Red ball" in page.message.label.text())
    qtbot.waitUntil(lambda: "price" in page.acts.undo.text())
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: product(page, "R-1").price_minor == 250)
    qtbot.waitUntil(lambda: page.acts.redo.isEnabled() and not page.acts.undo.isEnabled())
    page.acts.redo.trigger()
    qtbot.waitUntil(lambda: product(page, "R-1").price_minor == 275)


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        (Column.BARCODE, "4006381333932", "check digit"),
        (Column.PRICE, "cheap", "no price"),
        (Column.STOCK, "many", "number of pieces"),
        (Column.TAGS, "x" * 120, "too long"),
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


def test_stock_is_booked_as_a_movement(page: CatalogPage, qtbot: QtBot) -> None:
    select(page, qtbot, "R-1")
    editor = type_into_cell(page, qtbot, Column.STOCK, "+7")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: product(page, "R-1").stock == 12)
    stock = page.detail.stock
    stock.reason.setCurrentIndex(stock.reason.findData("sale"))
    stock.quantity.setValue(2)
    stock.book_button.click()
    qtbot.waitUntil(lambda: product(page, "R-1").stock == 10)
    newest = movements(shop_of(page).catalog, [product(page, "R-1").id])[0]
    assert (newest.quantity, newest.reason) == (-2, Reason.SALE) and newest.who
    stock.reason.setCurrentIndex(stock.reason.findData("count"))
    stock.quantity.setValue(3)
    stock.book_button.click()
    qtbot.waitUntil(lambda: product(page, "R-1").stock == 3)
    for expected in (10, 12, 5):
        page.acts.undo.trigger()
        qtbot.waitUntil(partial(has_stock, page, expected))


def test_the_panel_edits_every_field_and_says_what_is_wrong(page: CatalogPage, qtbot: QtBot) -> None:
    select(page, qtbot, "R-1")
    line = page.detail.lines[Column.BARCODE]
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
        field = page.detail.lines[column]
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
        line = page.detail.lines[Column.BARCODE]
        line.line.setText("4006381333931")
        line.line.editingFinished.emit()
        qtbot.waitUntil(partial(has_barcode, page, sku, "4006381333931"))
    qtbot.waitUntil(lambda: "Red ball” has the same barcode" in page.message.label.text())


def test_many_products_are_changed_at_once_after_a_preview_and_undone_as_one(
    page: CatalogPage, qtbot: QtBot
) -> None:
    select(page, qtbot, "R-1", "R-2", "R-3", "R-4")
    bulk = page.bulk
    bulk.category.line.setText("Toys")
    bulk.add_tags.line.setText("sale")
    bulk.price.line.setText("10")
    qtbot.waitUntil(lambda: bulk.plan is not None)
    assert "4 of 4" in bulk.preview.text() and "1 have no price" in bulk.preview.text()
    assert "€2.50 → €2.75" in bulk.preview.text()
    bulk.apply_button.click()
    qtbot.waitUntil(lambda: product(page, "R-2").price_minor == 330)
    assert {product(page, sku).category for sku in ("R-1", "R-3", "R-4")} == {"Toys"}
    assert product(page, "R-3").tags == ("sale",)
    qtbot.waitUntil(lambda: bulk.category.line.text() == "")
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: product(page, "R-2").price_minor == 300)
    assert product(page, "R-3").tags == () and product(page, "R-1").category == "Balls"


def test_a_bulk_change_of_price_that_is_no_number_is_said(page: CatalogPage, qtbot: QtBot) -> None:
    select(page, qtbot, "R-1", "R-2")
    page.bulk.price.line.setText("ten")
    assert not page.bulk.price.finish()
    assert "no number" in page.bulk.price.problem.text()
    assert not page.bulk.apply_button.isEnabled()


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


class PluggedIn(CameraWatch):
    """A camera that is there; its frames come through the sink that a camera feeds too."""

    def names(self) -> list[str]:
        return ["Counter camera"]

    def device(self, name: str) -> QCameraDevice | None:
        return QCameraDevice()


# The offscreen platform has neither a graphics card nor its drivers.
@pytest.mark.qt_log_ignore("propagateSizeHints", "No RHI backend", "Couldn't (load|resolve)")
def test_a_new_product_takes_three_keystrokes(page: CatalogPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.set_camera_watch(PluggedIn())
    page.activateWindow()
    page.lists.table.setFocus()
    page.acts.new.trigger()  # Ctrl+N
    camera = page.new.camera
    assert camera is not None and camera.isVisible()
    picture = QImage(str(draw(tmp_path / "shot.png", "ellipse", (205, 45, 45), 8)))
    frame = QVideoFrame(picture.convertToFormat(QImage.Format.Format_RGBX8888))
    camera.sink.setVideoFrame(frame)
    qtbot.waitUntil(camera.take_button.isEnabled)
    QTest.keyClick(camera, Qt.Key.Key_Space)
    new = page.new.view
    qtbot.waitUntil(lambda: new.isVisible() and new.save_button.isEnabled(), timeout=20_000)
    assert new.sku.line.text() == "R-5"
    assert "Red ball" in new.alike_words.text()
    assert camera.session.session.camera() is None
    QTest.keyClick(new.title.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: product_by_sku(shop_of(page).catalog, "R-5") is not None, timeout=20_000)
    made = product(page, "R-5")
    assert made.title == "New product R-5" and made.category == "Balls"
    assert len(photos_of_product(shop_of(page).catalog, made.id)) == 1
    qtbot.waitUntil(lambda: page.detail.isVisible() and page.detail.product_id == made.id)
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert product(page, "R-5").archived


def test_without_a_webcam_a_product_is_made_by_hand_and_a_taken_number_is_refused(
    page: CatalogPage, qtbot: QtBot
) -> None:
    page.acts.new.trigger()
    new = page.new.view
    qtbot.waitUntil(new.save_button.isEnabled)
    assert page.is_busy()
    new.title.line.setText("Kite")
    new.title.line.textEdited.emit("Kite")
    new.sku.line.setText("R-1")
    new.lines[Column.PRICE].line.setText("12.5")
    new.lines[Column.STOCK].line.setText("3")
    new.save()
    qtbot.waitUntil(new.problem.isVisible)
    assert "Red ball" in new.problem.text()
    new.sku.line.setText("K-1")
    new.save()
    qtbot.waitUntil(lambda: product_by_sku(shop_of(page).catalog, "K-1") is not None)
    made = product(page, "K-1")
    assert (made.title, made.price_minor, made.currency, made.stock) == ("Kite", 1250, "EUR", 3)
    qtbot.waitUntil(lambda: not page.is_busy())


def test_a_picture_of_what_the_shop_has_can_be_added_to_that_instead(
    page: CatalogPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.new.take_shot(QImage(str(draw(tmp_path / "shot.png", "ellipse", (205, 45, 45), 8))))
    qtbot.waitUntil(page.new.view.add_to_button.isVisible, timeout=20_000)
    page.new.view.add_to_button.click()
    red = product(page, "R-1").id
    qtbot.waitUntil(lambda: len(photos_of_product(shop_of(page).catalog, red)) == 2, timeout=20_000)
    assert not page.new.view.isVisible()


def test_the_catalog_is_exported(page: CatalogPage, qtbot: QtBot, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx", "zip"):
        page.editor.export(tmp_path / f"out.{ending}")
        qtbot.waitUntil(partial(says, page, f"out.{ending}"), timeout=20_000)
        assert not page.is_busy()
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["sku"] for row in csv.DictReader(file)} == {"R-1", "R-2", "R-3", "R-4"}
    assert (tmp_path / "out.zip").stat().st_size > 1000


def test_other_pages_can_ask_for_a_product_even_one_that_is_filtered_out_or_archived(
    page: CatalogPage, qtbot: QtBot
) -> None:
    page.open_query(ListQuery(category="Balls"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    box = product(page, "R-3").id
    page.reveal(box)
    qtbot.waitUntil(lambda: page.detail.product_id == box)
    page.acts.archive.trigger()
    qtbot.waitUntil(lambda: product(page, "R-3").archived)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.reveal(box)
    qtbot.waitUntil(lambda: page.filters.query.archived and page.detail.product_id == box)


def test_news_from_other_pages_refresh_the_list_and_keep_the_selection(
    page: CatalogPage, qtbot: QtBot
) -> None:
    select(page, qtbot, "R-4")
    with shop_of(page).catalog.transaction() as db:
        db.execute("UPDATE products SET title = 'A box' WHERE sku = 'R-4'")
    page._desk.news.changed.emit(None)
    qtbot.waitUntil(lambda: titles(page)[0] == "A box")
    assert page.lists.selected_ids().tolist() == [product(page, "R-4").id]
    qtbot.waitUntil(lambda: page.detail.lines[Column.TITLE].line.text() == "A box")


def test_changes_are_told_to_the_other_pages(page: CatalogPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page._desk.news.changed) as told:
        page.editor.book(product(page, "R-1").id, "sale", -1)
    assert told.args == [page]


def test_the_grid_shows_the_same_selection_and_is_remembered(page: CatalogPage, qtbot: QtBot) -> None:
    select(page, qtbot, "R-2")
    page.acts.grid.trigger()
    grid = page.lists.grid
    assert grid.isVisible() and page._desk.preferences.settings.catalog_view == "grid"
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
    ):
        assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


def test_an_export_can_be_cancelled_and_leaves_nothing_behind(
    page: CatalogPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.editor.export(tmp_path / "out.csv")
    assert page.message.is_working and page.is_busy()
    page.message.button.click()
    assert not page.is_busy() and "Cancelled" in page.message.label.text()
    qtbot.waitUntil(lambda: not page._jobs._under_way)
    assert list(tmp_path.glob("out*")) == []


def test_the_ways_to_import_are_offered_on_the_page(page: CatalogPage) -> None:
    action = QAction("Import a table…", page)
    page.offer_imports([action])
    menu = page.browse.import_button.menu()
    assert page.browse.import_button.isVisible() and action in menu.actions()


def test_delete_on_the_list_archives_and_in_a_field_deletes_a_letter(page: CatalogPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    select(page, qtbot, "R-1")
    line = page.detail.lines[Column.TITLE].line
    line.setFocus()
    line.setCursorPosition(0)
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert line.text() == "ed ball" and not product(page, "R-1").archived
    QTest.keyClick(line, Qt.Key.Key_Escape)
    page.lists.table.setFocus()
    QTest.keyClick(page.lists.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: product(page, "R-1").archived)
