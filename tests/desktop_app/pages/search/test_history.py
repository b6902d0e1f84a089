"""Back and forward through the searches, as they were left; the last of them in a list."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from core.catalog.lists.filters import Filter
from core.imaging.cut import Box, Cut
from desktop_app.pages.search.desk.history import MOST, MOST_PICTURES
from desktop_app.pages.search.page import SearchPage
from tests.desktop_app.colour_engine import ColourEngine
from tests.desktop_app.conftest import drop, mime_of_files, picture
from tests.desktop_app.pages.search.desk.test_desk import is_done, titles

HALF = Cut(Box(0.0, 0.0, 0.5, 1.0))


def search(page: SearchPage, qtbot: QtBot, *files: Path) -> None:
    drop(page, mime_of_files(*files))
    qtbot.waitUntil(lambda: all(row.is_done for row in page.desk.film.rows()) and is_done(page))


def test_back_and_forward_show_each_search_as_it_was_left_without_asking_again(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path, blue: Path
) -> None:
    assert not page.history.back.isEnabled() and not page.history.last.isEnabled()
    search(page, qtbot, red)
    page.desk.set_cut(HALF)
    qtbot.waitUntil(lambda: is_done(page))
    search(page, qtbot, blue)
    asked = len(engine.answers)
    page.history.back.trigger()
    assert titles(page)[0] == "Red Soap" and is_done(page)
    assert page.work.query_panel.picture.cut == HALF
    assert page.work.query_panel.picture.image.pixelColor(3, 3) == QColor("red")
    assert not page.history.back.isEnabled() and page.history.forward.isEnabled()
    page.history.forward.trigger()
    assert titles(page)[0] == "Blue Mug"
    assert len(engine.answers) == asked


def test_words_are_a_search_of_their_own_and_stand_in_the_field_again(
    page: SearchPage, qtbot: QtBot, red: Path
) -> None:
    search(page, qtbot, red)
    page.field.setText("blu")
    page.field.setText("blue")
    qtbot.waitUntil(lambda: is_done(page) and titles(page) == ["Blue Mug"])
    page.history.back.trigger()
    assert page.field.text() == "" and titles(page)[0] == "Red Soap"
    page.history.forward.trigger()
    assert page.field.text() == "blue" and titles(page) == ["Blue Mug"]
    page.field.clear()
    assert len(page.desk.history.visits) == 2 and titles(page)[0] == "Red Soap"


def test_what_was_put_away_is_one_step_back(page: SearchPage, qtbot: QtBot, red: Path) -> None:
    search(page, qtbot, red)
    page.search_actions.start_again.trigger()
    assert page.desk.shown is None
    page.history.back.trigger()
    assert titles(page)[0] == "Red Soap"


def test_several_pictures_come_back_together_with_the_one_that_was_chosen(
    page: SearchPage, qtbot: QtBot, red: Path, blue: Path, tmp_path: Path
) -> None:
    search(page, qtbot, red, blue)
    page.desk.choose(1)
    search(page, qtbot, picture(tmp_path / "green.png", "green"))
    page.history.back.trigger()
    assert page.desk.film.rowCount() == 2 and page.desk.row == 1 and titles(page)[0] == "Blue Mug"


def test_a_search_that_was_left_before_its_answer_is_answered_when_one_comes_back(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path, blue: Path
) -> None:
    engine.may_go_on.clear()
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: len(engine.answers) == 1)
    drop(page, mime_of_files(blue))
    engine.may_go_on.set()
    qtbot.waitUntil(lambda: is_done(page))
    page.history.back.trigger()
    qtbot.waitUntil(lambda: is_done(page) and titles(page)[0] == "Red Soap")


def test_a_search_from_before_a_change_of_the_shop_is_asked_anew(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path, blue: Path
) -> None:
    search(page, qtbot, red)
    search(page, qtbot, blue)
    page.desk.ask_anew()
    qtbot.waitUntil(lambda: is_done(page))
    asked, looked = len(engine.answers), engine.looks
    page.history.back.trigger()
    qtbot.waitUntil(lambda: is_done(page) and len(engine.answers) == asked + 1)
    assert titles(page)[0] == "Red Soap" and engine.looks == looked


def test_the_filter_of_now_holds_for_an_earlier_search_too(
    page: SearchPage, qtbot: QtBot, red: Path, blue: Path
) -> None:
    search(page, qtbot, red)
    search(page, qtbot, blue)
    page.desk.filters.set(Filter(in_stock=True))
    page.history.back.trigger()
    qtbot.waitUntil(lambda: is_done(page) and titles(page) == ["Red Soap", "Blue Mug"])


def test_the_mouse_has_buttons_for_it_wherever_on_the_page(
    page: SearchPage, qtbot: QtBot, red: Path, blue: Path
) -> None:
    search(page, qtbot, red)
    search(page, qtbot, blue)
    window = page.window().windowHandle()
    none, place = (
        Qt.KeyboardModifier.NoModifier,
        page.work.answer_view.list.mapTo(page.window(), QPoint(20, 20)),
    )
    QTest.mouseClick(window, Qt.MouseButton.BackButton, none, place)
    assert titles(page)[0] == "Red Soap"
    QTest.mouseClick(window, Qt.MouseButton.ForwardButton, none, place)
    assert titles(page)[0] == "Blue Mug"
    assert [action.shortcut().toString() for action in page.history.actions()] == [
        "Alt+Left",
        "Alt+Right",
        "Ctrl+H",
    ]


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # offscreen, of a popup
def test_the_last_searches_are_a_list_the_newest_first_and_one_is_chosen_by_enter(
    page: SearchPage, qtbot: QtBot, red: Path
) -> None:
    search(page, qtbot, red)
    page.field.setText("blue")
    qtbot.waitUntil(lambda: is_done(page))
    page.history.last.trigger()
    popup = page.history.popup
    QAbstractItemModelTester(popup.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lines = [popup.model.index(row).data().split("\n") for row in range(popup.model.rowCount())]
    assert [line[0] for line in lines] == ["“blue”", "Red Soap"]
    assert lines[1][1].startswith("red.png · ")
    assert all(
        not popup.model.index(row).data(int(Qt.ItemDataRole.DecorationRole)).isNull() for row in range(2)
    )
    QTest.keyClick(popup.list, Qt.Key.Key_Down)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert not popup.isVisible() and titles(page)[0] == "Red Soap"


def test_the_oldest_searches_are_forgotten(page: SearchPage, qtbot: QtBot, red: Path) -> None:
    for _number in range(MOST + 2):
        drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: is_done(page))
    visits = page.desk.history.visits
    assert len(visits) == MOST
    drop(page, mime_of_files(*[red] * (MOST_PICTURES - 1)))
    assert [len(visit.pictures) for visit in visits] == [1, MOST_PICTURES - 1]
    page.field.setText("mug")  # over the same pictures
    qtbot.waitUntil(lambda: titles(page) == ["Blue Mug"])
    assert len(visits) == 3
