"""The customer's display follows what is certain, and shows nothing else."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.answer import Answer, AskedText, Verdict
from core.feedback import Feedback
from core.quantities.units import Unit
from desktop_app.engine.engine import ProductDetails, Query, QueryPicture
from desktop_app.pages.search.customer.choice import certain_product
from desktop_app.pages.search.customer.display import CustomerDisplay
from desktop_app.pages.search.desk.search import Search
from desktop_app.pages.search.page import SearchPage
from desktop_app.window.desktop import Desktop
from tests.desktop_app.colour_engine import ColourEngine
from tests.desktop_app.conftest import drop, mime_of_files
from tests.desktop_app.pages.search.desk.test_search import SOURCE, answer

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of offscreen windows


def answered(found: Answer, said: Feedback = Feedback()) -> Search:  # noqa: B008  (frozen)
    """A picture that was answered so."""
    search = Search(Query(1, (QueryPicture(SOURCE),), feedback=said))
    search.submit()
    search.keep(found, None)
    return search


def sure(confidence: float) -> Answer:
    found = answer(7, 8)
    first = replace(found.results[0], confidence=confidence)
    return replace(found, verdict=Verdict.MATCH, results=(first, *found.results[1:]))


def test_only_what_is_very_sure_or_confirmed_is_certain() -> None:
    assert certain_product(None) is None
    assert certain_product(answered(sure(0.95))) == 7
    assert certain_product(answered(sure(0.85))) is None
    assert certain_product(answered(answer(7, 8))) is None  # one of these
    assert certain_product(answered(answer(7, 8), Feedback(right=8))) == 8
    assert certain_product(answered(sure(0.95), Feedback(absent=True))) is None


def test_what_a_closer_look_may_change_is_not_certain() -> None:
    search = Search(Query(1, (QueryPicture(SOURCE),)))
    search.submit()
    search.keep_first(sure(0.99))
    assert certain_product(search) is None
    search.keep(sure(0.99), None)
    assert certain_product(search) is None  # it waits to be shown to the clerk
    search.settle()
    assert certain_product(search) == 7


def test_words_are_certain_where_they_are_one_products_number() -> None:
    search = Search(Query(1, AskedText("A1"), "text"))
    search.submit()
    by_number = replace(answer(7), verdict=Verdict.MATCH, asked=AskedText("A1"))
    search.keep(replace(by_number, results=(replace(by_number.results[0], confidence=0.0),)), None)
    assert certain_product(search) == 7


@pytest.fixture
def display(page: SearchPage, qtbot: QtBot, red: Path) -> CustomerDisplay:
    """It is open beside the window, where a red picture was searched with."""
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: page.work.answer_view.list.result() is not None)
    action = page.work.answer_view.actions_of_results.customer
    assert action.shortcut().toString() == "D" and action in page.work.answer_view.list.actions()
    action.trigger()
    shown = page.customer.display
    assert shown is not None
    qtbot.waitUntil(lambda: shown.title.text() == "Red Soap")
    return shown


def test_it_shows_picture_title_and_price_large(display: CustomerDisplay, qtbot: QtBot) -> None:
    assert display.isWindow() and display.isVisible()
    assert display.price.text() == "€12.50"
    qtbot.waitUntil(lambda: not display.photo.image.isNull())
    letters = display.price.fontInfo().pixelSize()
    display.resize(1920, 1080)
    qtbot.waitUntil(lambda: display.price.fontInfo().pixelSize() > letters)


def test_a_photo_that_is_not_to_be_shown_is_not(
    page: SearchPage,
    engine: ColourEngine,
    display: CustomerDisplay,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    qtbot.waitUntil(lambda: not display.photo.image.isNull())
    as_it_was = engine.product

    def decided(product_id: int) -> ProductDetails:
        details = as_it_was(product_id)
        return replace(details, hidden=frozenset(details.photos))

    monkeypatch.setattr(engine, "product", decided)
    page.customer.follow()
    qtbot.waitUntil(lambda: display.photo.image.width() == 0)
    assert display.title.text() == "Red Soap"


def test_it_follows_the_next_answer_and_shows_the_shops_name_until_then(
    page: SearchPage, engine: ColourEngine, display: CustomerDisplay, qtbot: QtBot, blue: Path
) -> None:
    engine.may_go_on.clear()
    drop(page, mime_of_files(blue))
    assert display.product is None and display.shop.text() == "Colours"
    assert not display.title.isVisible()
    engine.may_go_on.set()
    qtbot.waitUntil(lambda: display.title.text() == "Blue Mug" and display.title.isVisible())


def test_an_unsure_answer_is_not_shown_but_the_clerk_may_show_any_product_of_it(
    page: SearchPage, display: CustomerDisplay, engine: ColourEngine, qtbot: QtBot, blue: Path
) -> None:
    engine.closer = lambda found: replace(found, verdict=Verdict.UNSURE)
    drop(page, mime_of_files(blue))
    qtbot.waitUntil(lambda: page.desk.at_hand is not None and page.desk.at_hand.is_done)
    qtbot.waitUntil(lambda: page.work.answer_view.model.is_a_choice)
    assert display.product is None
    page.work.answer_view.list.select(1)
    page.work.answer_view.actions_of_results.customer.trigger()
    chosen = page.work.answer_view.list.result()
    assert chosen is not None
    qtbot.waitUntil(lambda: display.title.isVisible() and display.title.text() == chosen.title)


def test_the_same_key_or_escape_puts_it_away(
    page: SearchPage, display: CustomerDisplay, qtbot: QtBot
) -> None:
    page.work.answer_view.actions_of_results.customer.trigger()
    assert not display.isVisible()
    page.customer.toggle(None)
    qtbot.waitUntil(lambda: page.customer.display is not None)
    again = page.customer.display
    assert again is not None
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert page.customer.display is None


def test_what_is_sold_by_weight_has_its_price_by_the_unit(
    display: CustomerDisplay, engine: ColourEngine
) -> None:
    product = engine.product(1).product
    display.show_product(replace(product, unit=Unit.KILOGRAM))
    assert display.price.text() == "€12.50 / kg"
    display.show_product(replace(product, price_minor=None))
    assert display.price.text() == ""


def test_size_and_shelf_stand_below_where_they_are_known(
    display: CustomerDisplay, engine: ColourEngine
) -> None:
    product = engine.product(1).product
    display.show_product(replace(product, location="A3-4", extra={"Net content": "350 ml"}))
    assert display.facts.text() == "350 ml · Shelf A3-4"
    display.show_product(replace(product, location="", extra={}))
    assert display.facts.isHidden()


_TWO_SCREENS = {
    "screens": [
        {"name": "clerk", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "customer", "x": 1366, "y": 0, "width": 1920, "height": 1080},
    ]
}
_SCRIPT = """
from PySide6.QtWidgets import QApplication, QWidget
from core.paths import resources
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.customer.display import CustomerDisplay
app = QApplication([])
clerk = QWidget()
clerk.show()
display = CustomerDisplay(ThemeSwitch(app, resources() / "styles", "light"), clerk)
display.open_beside(clerk)
print(display.screen().name(), display.isFullScreen(), *display.geometry().getRect())
"""


def test_it_fills_the_second_screen_where_there_is_one(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(_TWO_SCREENS))
    ran = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == ["customer", "True", "1366", "0", "1920", "1080"]


def test_it_goes_with_the_window(desktop: Desktop, display: CustomerDisplay, qtbot: QtBot) -> None:
    desktop.window.close()
    qtbot.waitUntil(lambda: not display.isVisible())
