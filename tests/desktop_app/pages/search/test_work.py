"""What shows answers is most of the page: it is made once the page can be seen, or when it is needed."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPaintEvent
from pytestqt.qtbot import QtBot

from desktop_app.window.app import Desktop
from tests.desktop_app.conftest import drop, mime_of_files, shown_answer


def test_what_shows_answers_is_made_after_the_first_paint(
    desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = desktop.search_page
    assert page._made is None
    made_when_painted: list[bool] = []
    paint = page.start_view.paintEvent

    def painted(event: QPaintEvent) -> None:
        made_when_painted.append(page._made is not None)
        paint(event)

    monkeypatch.setattr(page.start_view, "paintEvent", painted)
    desktop.window.show()
    qtbot.waitUntil(lambda: page._made is not None)
    assert made_when_painted[0] is False
    assert not page.work.isVisible() and page.start_view.isVisible()


def test_what_is_asked_before_that_is_answered(desktop: Desktop, qtbot: QtBot, red: Path) -> None:
    page = desktop.search_page
    drop(page, mime_of_files(red))
    assert page._made is not None
    desktop.window.show()
    qtbot.waitUntil(lambda: shown_answer(page) is not None)
    assert page.work.isVisible()


def test_it_knows_the_shop_that_was_opened_before_it_was_made(desktop: Desktop, qtbot: QtBot) -> None:
    page = desktop.search_page
    with qtbot.waitSignal(desktop.engine_thread.signals.opened) as opened:
        desktop.engine_thread.start()
    assert page._made is None, "nobody has looked at the window yet"
    assert page.answer_view.results.products == opened.args[0].products
