"""Sold and received from the answer: one key, a number that is typed, and undo in its turn."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.catalog.barcodes.gtin import check_digit
from core.catalog.edits.product_change import Price, ProductChange
from core.catalog.scales.shop_formats import choose_scale_formats
from core.catalog.stock import Reason, current_stock, movements
from core.ingest.shop_edits import edit_shop
from core.paper.page import Words
from core.quantities.quantity import Quantity, whole
from core.quantities.units import Unit
from core.shop.shop import Shop
from desktop_app.pages.catalog.labels.dialog import LabelsDialog
from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.pages.search.answer.view import AnswerView
from desktop_app.pages.search.page import SearchPage
from desktop_app.pages.search.results.model import RESULT_ROLE
from desktop_app.window.desktop import Desktop
from tests.desktop_app.pages.search.answer.answered import (
    desktop,
    original,
    page,
    shop_engine,
    view,
)
from tests.desktop_app.real_shop import PATIENCE_MS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # what offscreen popups ask for

__all__ = ["desktop", "original", "page", "view"]


@pytest.fixture
def box(view: AnswerView, qtbot: QtBot) -> int:
    """A box is selected, of which there are seven."""
    rows = range(view.model.rowCount())
    row = next(row for row in rows if "box" in view.model.index(row).data())
    view.list.select(row)
    product_id: int = view.model.index(row).data(RESULT_ROLE).product_id
    return product_id


@pytest.fixture
def shop(view: AnswerView) -> Shop:
    return shop_engine(view).shop


def trigger(view: AnswerView, action: QAction, key: str) -> None:
    """A key, as its action hears it; offscreen no window is active, so that shortcuts do not fire."""
    assert action.shortcut().toString() == key
    assert action in view.list.actions() and action.isEnabled()
    assert key in action.toolTip()
    action.trigger()


def stands(view: AnswerView, qtbot: QtBot, product_id: int, stock: Quantity | None) -> None:
    """Wait until the answer shows so much in stock."""

    def is_shown() -> bool:
        row = view.model.row_of(product_id)
        return row >= 0 and view.model.index(row).data(RESULT_ROLE).stock == stock

    qtbot.waitUntil(is_shown, timeout=PATIENCE_MS)


def test_keys_book_one_as_sold_or_received_say_what_is_left_and_the_answer_shows_it(
    view: AnswerView, box: int, shop: Shop, qtbot: QtBot
) -> None:
    trigger(view, view.actions_of_results.sold, "-")
    qtbot.waitUntil(view.messages.isVisible, timeout=PATIENCE_MS)
    assert view.messages.label.text().startswith("Sold: 1 of") and "6 in stock" in view.messages.label.text()
    stands(view, qtbot, box, whole(6))
    result = view.list.result()
    assert result is not None and result.product_id == box  # it is selected still
    trigger(view, view.actions_of_results.received, "+")
    stands(view, qtbot, box, whole(7))
    booked = [(one.reason, one.quantity) for one in movements(shop.catalog, [box])[:2]]
    assert booked == [(Reason.DELIVERY, whole(1)), (Reason.SALE, whole(-1))]


def test_a_number_is_typed_in_the_products_own_unit(
    view: AnswerView, box: int, shop: Shop, qtbot: QtBot
) -> None:
    edit_shop(shop, {box: ProductChange(unit=Unit.KILOGRAM)}, who="test")
    view.desk.ask_anew()
    qtbot.waitUntil(
        lambda: view.model.index(view.model.row_of(box)).data(RESULT_ROLE).unit is Unit.KILOGRAM,
        timeout=PATIENCE_MS,
    )
    popup, none = view.booking.popup, Qt.KeyboardModifier.NoModifier
    for typed, key, left in (("1.25", none, 5750), ("0.5", Qt.KeyboardModifier.ShiftModifier, 6250)):
        trigger(view, view.actions_of_results.book, "B")
        popup.amount.setText(typed)
        QTest.keyClick(popup, Qt.Key.Key_Return, key)
        assert not popup.isVisible()
        stands(view, qtbot, box, Quantity(left))


def test_what_is_no_amount_of_it_is_refused_with_a_sentence(view: AnswerView, box: int, shop: Shop) -> None:
    for text in ("half", "0", "-2", "1.5", "2 kg"):
        trigger(view, view.actions_of_results.book, "B")
        popup = view.booking.popup
        popup.amount.setText(text)
        QTest.keyClick(popup, Qt.Key.Key_Return)
        assert popup.isVisible() and popup.problem.text(), text
        popup.close()
    assert current_stock(shop.catalog, box) == whole(7)


def test_what_the_label_of_a_scale_says_is_booked_and_proposed(
    page: SearchPage, view: AnswerView, box: int, shop: Shop, qtbot: QtBot
) -> None:
    choose_scale_formats(shop.catalog, ["21PPPPPWW.WWWX"])
    empty, full = (code + check_digit(code) for code in ("210004200000", "210004201250"))
    change = ProductChange(unit=Unit.KILOGRAM, barcode=empty)
    edit_shop(shop, {box: change}, who="test")
    page.field.setText(full)
    qtbot.waitUntil(lambda: view.model.rowCount() == 1, timeout=PATIENCE_MS)
    view.actions_of_results.sold.trigger()
    stands(view, qtbot, box, Quantity(5750))
    assert view.messages.label.text().startswith("Sold: 1.25 kg of")
    trigger(view, view.actions_of_results.book, "B")
    popup = view.booking.popup
    qtbot.waitUntil(lambda: popup.amount.text() == "1.25", timeout=PATIENCE_MS)
    popup.close()


def test_it_is_the_product_that_is_opened_not_the_one_selected_below_it(
    page: SearchPage, view: AnswerView, box: int, shop: Shop, qtbot: QtBot
) -> None:
    view.list.select(0)
    page.work.products.open(box)
    qtbot.waitUntil(page.work.products.view.isVisible, timeout=PATIENCE_MS)
    assert view.actions_of_results.sold in page.work.products.view.actions()
    view.actions_of_results.sold.trigger()
    stock = page.work.products.view._stock
    qtbot.waitUntil(lambda: "6" in stock.accessibleName(), timeout=PATIENCE_MS)
    assert view.messages.isVisible() and page.work.products.view.isVisible()
    assert current_stock(shop.catalog, box) == whole(6)
    view.actions_of_results.undo.trigger()
    qtbot.waitUntil(lambda: "7" in stock.accessibleName(), timeout=PATIENCE_MS)


def test_undo_takes_back_words_and_bookings_in_their_order(view: AnswerView, box: int, qtbot: QtBot) -> None:
    undo = view.actions_of_results.undo
    assert not undo.isEnabled()
    trigger(view, view.actions_of_results.sold, "-")
    stands(view, qtbot, box, whole(6))
    view.actions_of_results.right.trigger()
    qtbot.waitUntil(lambda: view.clerk.last > view.steps.last, timeout=PATIENCE_MS)
    undo.trigger()
    qtbot.waitUntil(lambda: not view.clerk.last, timeout=PATIENCE_MS)
    assert view.messages.label.text() == "Taken back."
    stands(view, qtbot, box, whole(6))
    undo.trigger()
    stands(view, qtbot, box, whole(7))
    assert view.messages.label.text().startswith("Taken back: 1 of") and not undo.isEnabled()


def test_a_booking_is_not_undone_over_what_was_done_since(
    view: AnswerView, box: int, shop: Shop, qtbot: QtBot
) -> None:
    trigger(view, view.actions_of_results.sold, "-")
    stands(view, qtbot, box, whole(6))
    edit_shop(shop, {box: ProductChange(location="B2")}, who="test")
    view.actions_of_results.undo.trigger()
    qtbot.waitUntil(lambda: "since" in view.messages.label.text(), timeout=PATIENCE_MS)
    assert current_stock(shop.catalog, box) == whole(6)


def test_the_catalog_page_takes_it_back_too(
    desktop: Desktop, page: SearchPage, view: AnswerView, box: int, qtbot: QtBot
) -> None:
    trigger(view, view.actions_of_results.sold, "-")
    stands(view, qtbot, box, whole(6))
    catalog = desktop.window.show_page("catalog")
    assert isinstance(catalog, CatalogPage)
    qtbot.waitUntil(catalog.acts.undo.isEnabled, timeout=PATIENCE_MS)
    catalog.acts.undo.trigger()
    desktop.window.show_page("search")
    stands(view, qtbot, box, whole(7))


def test_the_label_of_a_product_is_printed_from_the_answer(
    desktop: Desktop, view: AnswerView, box: int, qtbot: QtBot
) -> None:
    assert len(desktop.window.pages) > 1  # the catalog, which prints labels, is there
    trigger(view, view.actions_of_results.label, "Ctrl+P")
    dialog = desktop.window.findChild(LabelsDialog)
    assert isinstance(dialog, LabelsDialog) and dialog.isVisible()
    qtbot.waitUntil(lambda: len(dialog.pages) == 1, timeout=PATIENCE_MS)
    printed = [mark.text for mark in dialog.pages[0].marks if isinstance(mark, Words)]
    result = view.list.result()
    assert result is not None and result.title in printed
    assert desktop.window.page is desktop.search_page
    dialog.close()


def test_the_price_of_today_is_copied_and_that_is_said(
    view: AnswerView, box: int, shop: Shop, qtbot: QtBot
) -> None:
    assert not view.actions_of_results.copy_price.isEnabled()  # it has none
    edit_shop(shop, {box: ProductChange(price=Price(1250, "EUR"))}, who="test")
    view.desk.ask_anew()
    qtbot.waitUntil(view.actions_of_results.copy_price.isEnabled, timeout=PATIENCE_MS)
    trigger(view, view.actions_of_results.copy_price, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "€12.50"
    assert view.messages.label.text() == "Copied: €12.50"
