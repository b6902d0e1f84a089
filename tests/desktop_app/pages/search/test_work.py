"""What shows answers is most of the page: it is made once the page can be seen, or when it is needed."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.settings import Settings
from desktop_app.pages.search.page import SearchPage
from desktop_app.window.app import furnish
from desktop_app.window.desktop import Desktop
from desktop_app.window.frame import build_frame
from tests.desktop_app.colour_engine import ColourEngine
from tests.desktop_app.conftest import drop, mime_of_files, shown_answer


def test_what_shows_answers_is_made_after_the_first_paint(
    desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = desktop.search_page
    assert page.front.made is None
    made_when_painted = watch_paints(page, monkeypatch)
    desktop.window.show()
    qtbot.waitUntil(lambda: page.front.made is not None)
    assert made_when_painted[0] is False
    assert not page.work.isVisible() and page.front.start_view.isVisible()


def test_so_it_is_where_the_page_comes_into_a_window_that_is_seen_already(
    qapp: QApplication, engine: ColourEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    frame = build_frame(qapp, Settings(language="en", theme="light"), tmp_path / "settings.json")
    with qtbot.waitSignal(frame.window.painted):
        frame.window.show()
    desktop = furnish(frame, engine)
    page = desktop.search_page
    made_when_painted = watch_paints(page, monkeypatch)
    qtbot.waitUntil(lambda: page.front.made is not None)
    assert made_when_painted[0] is False
    assert desktop.close()
    desktop.dispose()


def watch_paints(page: SearchPage, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the rest of the page was made, at each of its paints from now on."""
    made_when_painted: list[bool] = []
    paint = page.front.start_view.paintEvent

    def painted(event: QPaintEvent) -> None:
        made_when_painted.append(page.front.made is not None)
        paint(event)

    monkeypatch.setattr(page.front.start_view, "paintEvent", painted)
    return made_when_painted


def test_what_is_asked_before_that_is_answered(desktop: Desktop, qtbot: QtBot, red: Path) -> None:
    page = desktop.search_page
    drop(page, mime_of_files(red))
    assert page.front.made is not None
    desktop.window.show()
    qtbot.waitUntil(lambda: shown_answer(page) is not None)
    assert page.work.isVisible()


def test_it_knows_the_shop_that_was_opened_before_it_was_made(desktop: Desktop, qtbot: QtBot) -> None:
    page = desktop.search_page
    with qtbot.waitSignal(desktop.engine_thread.signals.opened) as opened:
        desktop.engine_thread.start()
    assert page.front.made is None, "nobody has looked at the window yet"
    assert page.work.answer_view.results.products == opened.args[0].products
