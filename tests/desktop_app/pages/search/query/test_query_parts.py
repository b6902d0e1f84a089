"""Which part of a picture is searched, turned how, and several pictures as one query."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.answer import Seen
from core.imaging.cut import WHOLE, Box, Cut
from desktop_app.pages.search.page import SearchPage
from desktop_app.window.desktop import Desktop
from tests.desktop_app.colour_engine import ColourEngine
from tests.desktop_app.conftest import drop, mime_of_files


@pytest.fixture
def halves(tmp_path: Path) -> Path:
    """Red on the left, blue on the right, a green square in the middle of the red."""
    image = Image.new("RGB", (240, 160), "red")
    image.paste("blue", (120, 0, 240, 160))
    image.paste("#008000", (40, 60, 80, 100))
    image.save(tmp_path / "halves.png")
    return tmp_path / "halves.png"


def best(page: SearchPage) -> str:
    asked = page.desk.shown
    return asked.answer.results[0].title if asked is not None and asked.answer and asked.is_done else ""


def shown(page: SearchPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: best(page) != "" and not page.work.query_panel.picture.image.isNull())


def test_the_part_that_is_marked_is_searched_and_the_whole_picture_again_after_escape(
    page: SearchPage, qtbot: QtBot, halves: Path
) -> None:
    drop(page, mime_of_files(halves))
    shown(page, qtbot)
    view = page.work.query_panel.picture
    view.choose(Cut(Box(0.6, 0.1, 0.9, 0.9)))
    qtbot.waitUntil(lambda: best(page) == "Blue Mug")
    view.choose(Cut(Box(0.18, 0.4, 0.32, 0.6)))
    qtbot.waitUntil(lambda: best(page) == "Green Tea")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.desk.shown is not None and page.desk.shown.is_done)
    assert view.cut == WHOLE
    assert view.image.size().width() == 240  # what is kept is the picture, not the part


def test_while_a_frame_is_dragged_the_answer_follows_and_the_list_never_goes_blank(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, halves: Path
) -> None:
    drop(page, mime_of_files(halves))
    shown(page, qtbot)
    before = len(engine.searched)
    engine.may_go_on.clear()
    for step in range(40):
        page.work.query_panel.picture.choose(Cut(Box(0.55, 0.1, 0.6 + step / 100, 0.9)))
        assert page.work.answer_view.list.model().rowCount() > 0
    qtbot.waitUntil(lambda: len(engine.searched) == before + 1)
    assert page.work.query_panel.busy.is_busy
    engine.may_go_on.set()
    qtbot.waitUntil(lambda: page.desk.shown is not None and page.desk.shown.is_done)
    assert best(page) == "Blue Mug"
    assert len(engine.searched) <= before + 3  # the first, and the newest: none of those between


def test_a_turned_picture_is_shown_and_searched_turned(page: SearchPage, qtbot: QtBot, halves: Path) -> None:
    drop(page, mime_of_files(halves))
    shown(page, qtbot)
    page.search_actions.turn_right.trigger()
    assert page.work.query_panel.picture.image.height() == 240
    assert page.work.query_panel.picture.image.pixelColor(80, 10) == QColor("red")
    qtbot.waitUntil(lambda: page.desk.shown is not None and page.desk.shown.is_done)
    asked = page.desk.shown
    assert asked is not None
    assert page.desk.engine.cut(asked.query.pictures[0]).size == (160, 240)


def test_parts_are_proposed_and_alt_and_a_number_choose_one(
    desktop: Desktop, page: SearchPage, qtbot: QtBot, tmp_path: Path
) -> None:
    scene = Image.new("RGB", (320, 240), "#d8d8d8")
    scene.paste("blue", (60, 70, 140, 170))
    scene.save(tmp_path / "scene.png")
    drop(page, mime_of_files(tmp_path / "scene.png"))
    shown(page, qtbot)
    bar = page.work.query_panel.regions
    qtbot.waitUntil(lambda: len(bar.regions) >= 1)
    assert bar.tiles[0].isVisible() and bar.tiles[0].accessibleName() == "Part 1 of the picture"
    desktop.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is desktop.window)
    QTest.keyClick(page.work.query_panel.picture, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: best(page) == "Blue Mug")
    box = page.work.query_panel.picture.cut.box
    assert box.left < 0.25 < 0.35 < box.right and not box.is_whole
    assert bar.tiles[0].isChecked()
    bar.tiles[0].setFocus()
    assert page.search_actions.whole.isEnabled()
    page.search_actions.whole.trigger()
    assert not page.search_actions.whole.isEnabled() and not bar.tiles[0].isChecked()


def test_several_pictures_are_one_query_at_the_flick_of_a_switch_and_apart_again(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path, blue: Path
) -> None:
    drop(page, mime_of_files(red, blue))
    qtbot.waitUntil(lambda: all(asked.is_done for asked in page.desk.film.rows()))
    switch = page.work.query_panel.together
    assert switch.isVisible() and not switch.isChecked()
    apart = len(engine.searched)
    switch.click()
    qtbot.waitUntil(lambda: page.desk.shown is page.desk.together and best(page) != "")
    assert engine.searched[-1] == (127, 0, 127)  # both pictures at once
    assert len(engine.searched) == apart + 1
    QTest.keyClick(page.work.query_panel.strip, Qt.Key.Key_Right)
    assert page.desk.shown is page.desk.together  # looking at the other picture changes no answer
    assert page.work.query_panel.picture.image.pixelColor(3, 3) == QColor("blue")
    switch.click()
    assert best(page) == "Blue Mug" and len(engine.searched) == apart + 1


def test_a_part_of_one_picture_counts_in_the_query_of_all(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path, halves: Path
) -> None:
    drop(page, mime_of_files(halves, red))
    qtbot.waitUntil(lambda: all(asked.is_done for asked in page.desk.film.rows()))
    page.work.query_panel.together.click()
    qtbot.waitUntil(lambda: best(page) != "")
    page.work.query_panel.picture.choose(Cut(Box(0.55, 0.0, 1.0, 1.0)))
    qtbot.waitUntil(lambda: engine.searched[-1] == (127, 0, 127))
    qtbot.waitUntil(lambda: page.desk.shown is not None and page.desk.shown.is_done)
    page.work.query_panel.together.click()
    qtbot.waitUntil(lambda: best(page) == "Blue Mug")  # the part, searched for itself


def test_another_picture_of_it_is_added_from_the_clipboard_and_from_a_file(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path, blue: Path
) -> None:
    drop(page, mime_of_files(red))
    shown(page, qtbot)
    QGuiApplication.clipboard().setImage(QImage(str(blue)))
    page.search_actions.add_paste.trigger()
    assert page.desk.film.rowCount() == 2 and page.work.query_panel.together.isChecked()
    qtbot.waitUntil(lambda: engine.searched[-1] == (127, 0, 127))
    qtbot.waitUntil(lambda: not page.work.query_panel.picture.image.isNull())
    QGuiApplication.clipboard().setMimeData(mime_of_files(red))
    page.search_actions.paste.trigger()  # not added: an ordinary paste begins anew
    assert page.desk.film.rowCount() == 1


def test_adding_without_a_search_at_hand_is_a_search(page: SearchPage, qtbot: QtBot, red: Path) -> None:
    QGuiApplication.clipboard().setMimeData(mime_of_files(red))
    page.search_actions.add_paste.trigger()
    qtbot.waitUntil(lambda: best(page) == "Red Soap")
    assert not page.desk.is_together


def test_a_picture_that_cannot_be_read_is_told_when_all_are_one_query(
    page: SearchPage, qtbot: QtBot, red: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    drop(page, mime_of_files(red, broken))
    qtbot.waitUntil(lambda: all(asked.is_done for asked in page.desk.film.rows()))
    page.work.query_panel.together.click()
    qtbot.waitUntil(lambda: "broken.jpg" in page.work.answer_view.banner.detail.text())


def test_words_beside_the_picture_ask_what_is_like_it_and_nobody_looks_at_it_again(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, halves: Path
) -> None:
    drop(page, mime_of_files(halves))
    shown(page, qtbot)
    looks, line = engine.looks, page.work.query_panel.beside

    def asked_beside() -> str:
        asked = engine.answers[-1][0]
        return asked.beside if isinstance(asked, Seen) else "nothing"

    line.setFocus()
    QTest.keyClicks(line, "but blue")
    qtbot.waitUntil(lambda: asked_beside() == "but blue" and best(page) != "")
    assert line.hasFocus() and line.text() == "but blue"
    page.work.query_panel.picture.choose(Cut(Box(0.6, 0.1, 0.9, 0.9)))  # of another part of it, too
    qtbot.waitUntil(lambda: engine.looks == looks + 1 and best(page) != "")
    assert asked_beside() == "but blue"
    line.clear()
    qtbot.waitUntil(lambda: asked_beside() == "" and best(page) != "")
    assert engine.looks == looks + 1


def test_in_the_smallest_window_there_is_room_for_all_that_can_be_beside_an_answer(
    page: SearchPage, desktop: Desktop, qtbot: QtBot, red: Path, blue: Path
) -> None:
    desktop.window.resize(1024, 700)
    drop(page, mime_of_files(red, blue))
    shown(page, qtbot)
    page.work.query_panel.offer_several(there_are=True)
    qtbot.waitUntil(
        lambda: page.work.query_panel.several_button.isVisible() and page.work.query_panel.strip.isVisible()
    )
    needed = page.minimumSizeHint()
    assert needed.boundedTo(page.size()) == needed
