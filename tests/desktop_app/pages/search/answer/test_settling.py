"""Two stages in the window: the first answer at once, and what settles it never under the clerk's pointer."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.answer import Answer, Verdict
from core.feedback import Said
from core.imaging.cut import Box, Cut
from desktop_app.pages.search.answer import settling
from desktop_app.pages.search.page import SearchPage
from desktop_app.pages.search.results.model import RESULT_ROLE
from desktop_app.window.desktop import Desktop
from tests.desktop_app.colour_engine import ColourEngine
from tests.desktop_app.conftest import drop, mime_of_files, picture

OFFER = "A closer look changed the order."
RED, BLUE, GREEN = "Red Soap", "Blue Mug", "Green Tea"


def turned_round(found: Answer) -> Answer:
    """A closer look that finds the last product to be the one."""
    return replace(found, verdict=Verdict.UNSURE, results=found.results[::-1])


def titles(page: SearchPage) -> list[str]:
    model = page.work.answer_view.model
    return [model.index(row).data() for row in range(model.rowCount())]


def detail(page: SearchPage) -> str:
    return page.work.answer_view.banner.detail.text()


@pytest.fixture(autouse=True)
def pointer() -> Iterator[None]:
    """It lies beside the products, where a test does not put it elsewhere."""
    before = QCursor.pos()
    QCursor.setPos(0, 0)
    yield
    QCursor.setPos(before)


@pytest.fixture
def looking(page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path) -> SearchPage:
    """The first answer is there, the closer look under way."""
    engine.closer = turned_round
    engine.may_settle.clear()
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: titles(page)[:1] == [RED])
    return page


def settle(page: SearchPage, engine: ColourEngine, qtbot: QtBot) -> None:
    """Let the closer look come to its end, and the window hear of it."""
    engine.may_settle.set()
    qtbot.waitUntil(lambda: page.desk.shown is not None and page.desk.shown.submitted is None)


def test_the_first_answer_stands_while_a_closer_look_is_under_way(looking: SearchPage) -> None:
    assert "Looking closer…" in detail(looking)
    assert looking.desk.shown is not None and looking.desk.shown.is_settling


def test_what_settles_it_is_shown_where_nothing_is_touched(
    looking: SearchPage, engine: ColourEngine, qtbot: QtBot
) -> None:
    settle(looking, engine, qtbot)
    assert titles(looking)[0] != RED and titles(looking)[-1] == RED
    assert looking.work.answer_view.list.currentIndex().row() == 0
    assert "Looking closer…" not in detail(looking) and OFFER not in detail(looking)


def test_a_new_order_is_offered_where_the_pointer_is_on_the_products(
    looking: SearchPage, engine: ColourEngine, qtbot: QtBot
) -> None:
    products = looking.work.answer_view.list
    QCursor.setPos(products.mapToGlobal(products.rect().center()))
    before, height = titles(looking), looking.work.answer_view.banner.height()
    settle(looking, engine, qtbot)
    assert titles(looking) == before and OFFER in detail(looking)
    QApplication.sendPostedEvents()  # what is laid out anew is so now
    assert looking.work.answer_view.banner.height() == height  # nothing below it moved
    looking.work.answer_view.actions_of_results.closer.trigger()
    assert titles(looking) == before[::-1] and OFFER not in detail(looking)
    assert looking.work.answer_view.list.currentIndex().row() == 0
    assert not looking.work.answer_view.actions_of_results.closer.isEnabled()


def test_and_where_a_key_was_pressed_a_moment_ago(
    looking: SearchPage, engine: ColourEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "AT_REST_MS", 600_000)  # a moment, however slow the machine is
    QTest.keyClick(looking.work.answer_view.list, Qt.Key.Key_Shift)
    before = titles(looking)
    settle(looking, engine, qtbot)
    assert titles(looking) == before and OFFER in detail(looking)


def test_and_where_another_product_was_chosen(
    looking: SearchPage, engine: ColourEngine, qtbot: QtBot
) -> None:
    looking.work.answer_view.list.select(1)
    before = titles(looking)
    settle(looking, engine, qtbot)
    assert titles(looking) == before and OFFER in detail(looking)


def test_what_changes_no_order_is_shown_even_under_the_pointer(
    looking: SearchPage, engine: ColourEngine, qtbot: QtBot
) -> None:
    def less_sure(found: Answer) -> Answer:
        return replace(found, results=(replace(found.results[0], confidence=0.93), *found.results[1:]))

    engine.closer = less_sure
    products = looking.work.answer_view.list
    QCursor.setPos(products.mapToGlobal(products.rect().center()))
    settle(looking, engine, qtbot)
    assert titles(looking)[0] == RED and "93%" in detail(looking)


def test_what_is_offered_says_which_product_it_is_where_that_is_known(
    looking: SearchPage, engine: ColourEngine, qtbot: QtBot
) -> None:
    def sure_of_the_last(found: Answer) -> Answer:
        last = replace(found.results[-1], confidence=0.95)
        return replace(found, results=(last, *found.results[:-1]))

    engine.closer = sure_of_the_last
    looking.work.answer_view.list.select(1)
    settle(looking, engine, qtbot)
    assert "A closer look: it is" in detail(looking)


def test_a_part_of_the_picture_that_is_dragged_is_followed_without_a_closer_look_at_each(
    looking: SearchPage, engine: ColourEngine, qtbot: QtBot
) -> None:
    assert looking.desk.shown is not None
    looks = engine.looks
    for width in (0.9, 0.8, 0.7):  # while the closer look at the whole picture is under way still
        looking.desk.set_cut(Cut(Box(0.0, 0.0, width, 1.0)))
    engine.may_settle.set()
    qtbot.waitUntil(lambda: looking.desk.shown is not None and looking.desk.shown.is_done)
    qtbot.waitUntil(lambda: looking.desk.shown is not None and looking.desk.shown.submitted is None)
    assert engine.looks == looks + 1 and titles(looking)[-1] == RED
    assert OFFER not in detail(looking)


def test_a_shop_that_changes_meanwhile_moves_nothing_under_the_pointer_either(
    looking: SearchPage, engine: ColourEngine, qtbot: QtBot
) -> None:
    def dearer(found: Answer) -> Answer:
        return turned_round(
            replace(found, results=tuple(replace(one, price_minor=999) for one in found.results))
        )

    engine.closer = dearer
    products = looking.work.answer_view.list
    QCursor.setPos(products.mapToGlobal(products.rect().center()))
    before = titles(looking)
    looking.desk.ask_anew()
    engine.may_settle.set()
    qtbot.waitUntil(lambda: OFFER in detail(looking))
    assert titles(looking) == before
    assert looking.work.answer_view.model.index(0).data(RESULT_ROLE).price_minor == 999  # as it is now
    looking.work.answer_view.actions_of_results.closer.trigger()
    assert titles(looking) == before[::-1]


def test_products_stay_where_they_were_scrolled_to(
    looking: SearchPage, engine: ColourEngine, desktop: Desktop, qtbot: QtBot
) -> None:
    desktop.window.resize(960, 640)
    bar = looking.work.answer_view.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    scrolled = bar.value()
    engine.closer = lambda found: replace(found, unknown=0.01)
    settle(looking, engine, qtbot)
    assert bar.value() == scrolled


def test_a_decision_ends_it(looking: SearchPage, engine: ColourEngine, qtbot: QtBot) -> None:
    first = looking.work.answer_view.list.result()
    assert first is not None and looking.desk.at_hand is not None
    word = looking.desk.at_hand.say(looking.desk.new_id(), Said.RIGHT, first.product_id, first.title)
    assert word is not None and word.said is Said.RIGHT
    looking.desk.ask_again()
    before = titles(looking)
    engine.closer = None
    engine.may_settle.set()
    qtbot.waitUntil(lambda: looking.desk.shown is not None and looking.desk.shown.is_done)
    qtbot.wait(20)
    assert titles(looking) == before and looking.desk.shown is not None
    assert looking.desk.shown.settled is None


def test_a_newer_query_wins_over_what_would_settle_an_older_one(
    looking: SearchPage, engine: ColourEngine, qtbot: QtBot, blue: Path
) -> None:
    drop(looking, mime_of_files(blue))
    engine.may_settle.set()
    qtbot.waitUntil(lambda: looking.desk.shown is not None and looking.desk.shown.is_done)
    qtbot.waitUntil(lambda: titles(looking)[-1] == BLUE)  # its own closer look
    assert OFFER not in detail(looking)


def test_what_settled_while_another_picture_was_looked_at_is_simply_there(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path, tmp_path: Path
) -> None:
    engine.closer = turned_round
    drop(page, mime_of_files(red, picture(tmp_path / "green.png", "#008000")))
    qtbot.waitUntil(lambda: all(search.answer is not None for search in page.desk.film.rows()))
    qtbot.waitUntil(lambda: not any(search.submitted for search in page.desk.film.rows()))
    products = page.work.answer_view.list
    QCursor.setPos(products.mapToGlobal(products.rect().center()))
    page.desk.choose(1)
    qtbot.waitUntil(lambda: titles(page)[-1] == GREEN)
    assert OFFER not in detail(page)
