"""How often the engine is asked and pictures are looked at, and that what is shown was asked last."""

from pathlib import Path

from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from core.catalog.lists.filters import Filter
from core.imaging.cut import Box, Cut
from desktop_app.pages.search.page import SearchPage
from desktop_app.widgets.crash_dialog import CrashDialog
from tests.desktop_app.colour_engine import ColourEngine
from tests.desktop_app.conftest import drop, mime_of_files, picture, shown_answer

IN_STOCK = Filter(in_stock=True)


def titles(page: SearchPage) -> list[str]:
    model = page.work.answer_view.model
    return [model.index(row).data() for row in range(model.rowCount())]


def is_done(page: SearchPage) -> bool:
    return page.desk.shown is not None and page.desk.shown.is_done


def test_under_a_filter_every_query_is_answered_once(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path, blue: Path
) -> None:
    page.desk.filters.set(IN_STOCK)
    drop(page, mime_of_files(red, blue))
    qtbot.waitUntil(lambda: all(shown_answer(page, row) for row in (0, 1)))
    page.field.setText("e")  # Red Soap, Green Tea and Blue Mug; the tea is out of stock
    qtbot.waitUntil(lambda: is_done(page) and titles(page) == ["Red Soap", "Blue Mug"])
    qtbot.wait(50)
    assert [filter_ for _asked, filter_, _said in engine.answers] == [IN_STOCK] * 3


def test_another_filter_answers_from_what_was_seen_and_only_what_is_on_show(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path, blue: Path
) -> None:
    drop(page, mime_of_files(red, blue))
    qtbot.waitUntil(lambda: all(shown_answer(page, row) for row in (0, 1)))
    page.desk.filters.set(IN_STOCK)
    qtbot.waitUntil(lambda: "Green Tea" not in titles(page))
    assert len(engine.answers) == 3 and engine.looks == 2
    page.desk.choose(1)
    qtbot.waitUntil(lambda: titles(page) == ["Blue Mug", "Red Soap"])
    assert len(engine.answers) == 4 and engine.looks == 2
    page.desk.choose(0)
    assert titles(page) == ["Red Soap", "Blue Mug"]
    assert len(engine.answers) == 4


def test_an_answer_from_before_the_filter_never_stands_there(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path
) -> None:
    engine.may_go_on.clear()
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: len(engine.answers) == 1)
    page.desk.filters.set(IN_STOCK)
    seen: list[list[str]] = []
    page.work.answer_view.model.modelReset.connect(lambda: seen.append(titles(page)))
    engine.may_go_on.set()
    qtbot.waitUntil(lambda: is_done(page))
    assert {tuple(shown) for shown in seen if shown} == {("Red Soap", "Blue Mug")}
    assert engine.looks == 1


def test_what_another_network_saw_is_looked_at_again(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path
) -> None:
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: is_done(page))
    engine.fingerprint = "another"
    page.desk.filters.set(IN_STOCK)
    qtbot.waitUntil(lambda: is_done(page))
    assert engine.looks == 2 and titles(page) == ["Red Soap", "Blue Mug"]


def test_an_added_picture_is_decoded_once_and_only_it_is_looked_at(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path, blue: Path
) -> None:
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: is_done(page))
    QGuiApplication.clipboard().setMimeData(mime_of_files(blue))
    page.search_actions.add_paste.trigger()
    qtbot.waitUntil(lambda: is_done(page) and page.desk.shown is page.desk.together)
    qtbot.waitUntil(lambda: page.work.query_panel.picture.image.pixelColor(3, 3) == QColor("blue"))
    assert engine.searched[-1] == (127, 0, 127)
    assert [source.name for source in engine.decoded] == ["red.png", "blue.png"]
    assert engine.looks == 2
    page.work.query_panel.together.click()
    qtbot.waitUntil(lambda: is_done(page) and titles(page)[0] == "Blue Mug")
    assert engine.looks == 2  # what was seen of it with the other is used for it alone


def test_a_picture_that_is_dropped_before_the_shop_is_open_is_decoded_once(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path
) -> None:
    page.desk.shop_is_open = False  # it is shown by a job, and searched by the engine
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: is_done(page) and not page.work.query_panel.picture.image.isNull())
    qtbot.wait(50)
    assert len(engine.decoded) == 1


def test_where_the_newest_question_takes_long_the_answer_before_does_not_stay(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path
) -> None:
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: is_done(page))
    engine.may_go_on.clear()
    page.desk.set_cut(Cut(Box(0.0, 0.0, 0.5, 0.5)))
    assert titles(page)[0] == "Red Soap"
    qtbot.waitUntil(lambda: titles(page) == [])
    assert page.work.answer_view.banner.headline.text() == "Searching…"
    engine.may_go_on.set()
    qtbot.waitUntil(lambda: titles(page)[:1] == ["Red Soap"])


def test_an_answer_to_a_picture_that_was_replaced_is_dropped(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path, tmp_path: Path
) -> None:
    engine.may_go_on.clear()
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: len(engine.answers) == 1)
    drop(page, mime_of_files(picture(tmp_path / "green.png", "green")))
    seen: list[list[str]] = []
    page.work.answer_view.model.modelReset.connect(lambda: seen.append(titles(page)))
    engine.may_go_on.set()
    qtbot.waitUntil(lambda: is_done(page))
    assert [shown[0] for shown in seen if shown] == ["Green Tea"]


def test_after_a_mistake_of_the_program_s_the_same_search_can_be_asked_again(
    page: SearchPage, engine: ColourEngine, qtbot: QtBot, red: Path
) -> None:
    engine.has_a_bug = True
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: "Something went wrong" in page.work.answer_view.banner.detail.text())
    for dialog in page.window().findChildren(CrashDialog):
        dialog.close()
    engine.has_a_bug = False
    page.desk.filters.set(IN_STOCK)
    qtbot.waitUntil(lambda: titles(page) == ["Red Soap", "Blue Mug"])


def test_parts_are_proposed_for_a_picture_that_was_added(page: SearchPage, qtbot: QtBot, red: Path) -> None:
    drop(page, mime_of_files(red))
    qtbot.waitUntil(lambda: is_done(page))
    QGuiApplication.clipboard().setImage(QImage(str(red)))
    page.search_actions.add_paste.trigger()
    qtbot.waitUntil(lambda: page.desk.picture is not None and page.desk.picture.regions is not None)
