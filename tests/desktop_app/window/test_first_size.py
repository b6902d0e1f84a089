"""The window fits the screen that it comes up on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from core.settings import Settings
from desktop_app.window.frame import WindowFrame, build_frame


@pytest.fixture
def frame(qapp: QApplication, tmp_path: Path) -> Iterator[WindowFrame]:
    made = build_frame(qapp, Settings(language="en", theme="light"), tmp_path / "settings.json")
    yield made
    made.close()


@pytest.mark.parametrize("room", [(1024, 700), (1366, 728), (1240, 830)])
def test_on_a_small_screen_it_takes_all_of_it(frame: WindowFrame, room: tuple[int, int]) -> None:
    frame.window.show_within(QSize(*room))
    assert frame.window.isMaximized()


@pytest.mark.parametrize("room", [(1920, 1040), (800, 800)])
def test_on_a_large_one_or_one_that_it_cannot_fit_it_has_its_own_size(
    frame: WindowFrame, room: tuple[int, int]
) -> None:
    frame.window.show_within(QSize(*room))
    assert not frame.window.isMaximized()
    assert frame.window.size() == QSize(1240, 800)
