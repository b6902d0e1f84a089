"""What an answer offers, on a real small shop: what is on the shelf, what goes with it, a picture to keep."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from core.catalog.edits.product_change import Price, ProductChange
from core.catalog.photos.photos import PhotoKind, photos_of_product
from core.catalog.products.products import product_by_sku
from core.catalog.sales.customers import choose_keeping
from core.ingest.shop_edits import edit_shop
from core.sales.importing import import_sales
from desktop_app.pages.search.answer.view import AnswerView
from desktop_app.pages.search.page import SearchPage
from desktop_app.pages.search.results.model import RESULT_ROLE
from desktop_app.window.desktop import Desktop
from tests.desktop_app.pages.search.answer.answered import (
    desktop,
    enter,
    original,
    page,
    press,
    shop_engine,
    titles,
    view,
)
from tests.desktop_app.real_shop import PATIENCE_MS

__all__ = ["desktop", "original", "page", "view"]


def test_out_of_stock_is_answered_with_what_is_on_the_shelf(view: AnswerView, qtbot: QtBot) -> None:
    press(view, "R")  # the blue ball, beyond doubt and sold out
    qtbot.waitUntil(lambda: len(view.results.strip.products) == 2, timeout=PATIENCE_MS)
    assert {result.title for result in view.results.strip.products} == {"green box", "yellow box"}
    qtbot.waitUntil(view.results.strip.isVisible)


def test_what_goes_with_the_product_is_offered_beside_it(
    page: SearchPage, view: AnswerView, qtbot: QtBot
) -> None:
    shop = shop_engine(view).shop
    rows = [f"{n},2026-03-05,Boxes/{box} box" for n in range(9) for box in ("green", "yellow")]
    file = shop.folder.parent / "sales.csv"
    file.write_text("\n".join(["receipt,date,sku", *rows, *(f"{n},2026-03-05,x" for n in range(9, 30))]))
    import_sales(shop, file)
    green = product_by_sku(shop.catalog, "Boxes/green box")
    assert green is not None
    view.product_chosen.emit(green.id)
    strip = page.work.products.view.offered.strip
    qtbot.waitUntil(lambda: [result.title for result in strip.products] == ["yellow box"])
    qtbot.waitUntil(strip.isVisible)
    assert "9 of 9 receipts" in strip.findChildren(QAbstractButton)[0].accessibleName()
    assert not page.work.products.view.offered.number.isVisible()  # this shop keeps no customers


def test_a_customer_is_offered_what_goes_with_their_own_receipts(
    page: SearchPage, view: AnswerView, qtbot: QtBot
) -> None:
    shop = shop_engine(view).shop
    choose_keeping(shop.catalog, True)
    rows = [f"{n},2026-03-05,Boxes/{box} box,C{n}" for n in range(9) for box in ("green", "yellow")]
    rows += [f"{n},2026-03-05,x,N" for n in range(10, 40)]
    file = shop.folder.parent / "sales.csv"
    file.write_text("\n".join(["receipt,date,sku,customer", *rows, "9,2026-03-06,Boxes/green box,ME"]))
    import_sales(shop, file)
    ball = product_by_sku(shop.catalog, "Balls/red ball")
    assert ball is not None
    view.product_chosen.emit(ball.id)
    card = page.work.products.view.offered
    qtbot.waitUntil(card.number.isVisible, timeout=PATIENCE_MS)
    enter(card.number, "ME")
    qtbot.waitUntil(lambda: [result.title for result in card.strip.products] == ["yellow box"])
    assert "9 of 10 receipts" in card.strip.findChildren(QAbstractButton)[0].accessibleName()
    enter(card.number, "YOU")
    qtbot.waitUntil(lambda: "No customer has the number YOU" in card.answer.text())
    enter(card.number, "N")
    qtbot.waitUntil(lambda: card.answer.text() == "Their receipts suggest nothing.")
    green = product_by_sku(shop.catalog, "Boxes/green box")
    assert green is not None
    page.work.products.view.product_chosen.emit(
        green.id
    )  # the customer stays, and what goes with it is not theirs
    qtbot.waitUntil(lambda: [result.title for result in card.strip.products] == ["yellow box"])
    assert card.answer.text() == "Their receipts suggest nothing."
    page.work.products.view.left.emit()  # the next customer may stand there
    assert (card.number.text(), card.customer, card.answer.text()) == ("", "", "")
    assert not card.number.isUndoAvailable()


def test_the_picture_of_a_confirmed_search_is_made_a_counter_photo_by_one_click(
    view: AnswerView, qtbot: QtBot
) -> None:
    press(view, "R")
    bar = view.messages
    qtbot.waitUntil(bar.offer_button.isVisible, timeout=PATIENCE_MS)
    assert bar.offer_button.text() == "Keep this picture for learning"
    bar.offer_button.click()
    qtbot.waitUntil(lambda: "the next lesson learns from it" in bar.label.text(), timeout=PATIENCE_MS)
    assert not bar.offer_button.isVisible()
    catalog = shop_engine(view).shop.catalog
    product = product_by_sku(catalog, "Balls/blue ball")
    assert product is not None
    kinds = [photo.kind for photo in photos_of_product(catalog, product.id)]
    assert kinds == [PhotoKind.CATALOG, PhotoKind.COUNTER]


def test_a_correction_offers_to_keep_the_picture_of_the_product_that_was_named(
    view: AnswerView, qtbot: QtBot
) -> None:
    press(view, "I")
    QTest.keyClicks(view.pick_view.field, "yellow")
    qtbot.waitUntil(lambda: view.pick_view.model.rowCount() == 1, timeout=PATIENCE_MS)
    QTest.keyClick(view.pick_view.field, Qt.Key.Key_Return)
    qtbot.waitUntil(view.messages.offer_button.isVisible, timeout=PATIENCE_MS)
    view.messages.offer_button.click()
    kept = "the next lesson learns from it"
    qtbot.waitUntil(lambda: kept in view.messages.label.text(), timeout=PATIENCE_MS)
    catalog = shop_engine(view).shop.catalog
    yellow = product_by_sku(catalog, "Boxes/yellow box")
    assert yellow is not None
    kinds = [photo.kind for photo in photos_of_product(catalog, yellow.id)]
    assert kinds == [PhotoKind.CATALOG, PhotoKind.COUNTER]


def test_a_refused_product_offers_no_picture_to_keep(view: AnswerView, qtbot: QtBot) -> None:
    press(view, "W")
    qtbot.waitUntil(view.messages.isVisible, timeout=PATIENCE_MS)
    assert not view.messages.offer_button.isVisible()


def test_the_answer_on_show_follows_what_changes_in_the_shop(
    desktop: Desktop, page: SearchPage, view: AnswerView, qtbot: QtBot
) -> None:
    shown = view.model.index(0).data(RESULT_ROLE)
    view.list.select(1)
    page.field.setFocus()
    change = ProductChange(title="azure ball", price=Price(199, "EUR"))
    edit_shop(shop_engine(view).shop, {shown.product_id: change}, who="test")
    desktop.news.changed.emit(None)
    qtbot.waitUntil(lambda: titles(view)[0] == "azure ball", timeout=PATIENCE_MS)
    assert view.model.index(0).data(RESULT_ROLE).price_minor == 199
    assert view.list.currentIndex().row() == 1
