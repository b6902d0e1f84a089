"""The last searches are there the next time the window is opened, if the user wants that, and else gone."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import paths
from core.imaging.cut import Box, Cut
from core.policy import Policy
from core.search.past_searches import folder_of, read_past
from core.settings import Settings
from desktop_app.engine.engine import PictureSource
from desktop_app.pages.search.page import SearchPage
from desktop_app.pages.settings.page import SettingsPage
from desktop_app.window.desktop import Desktop
from tests.core.conftest import SHAPES, draw
from tests.desktop_app.pages.search.answer.answered import original, titles
from tests.desktop_app.real_shop import PATIENCE_MS, window_on

__all__ = ["original"]
HALF = Cut(Box(0.0, 0.0, 1.0, 0.9))
KEEPS = Settings(language="en", theme="light", device="cpu", guide_seen=True, keep_last_searches=True)

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints", "not support (raise|grabbing)")


@pytest.fixture
def shop(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "shop"))


@pytest.fixture
def ball(tmp_path: Path) -> Path:
    path = tmp_path / "query.png"
    draw(*SHAPES["Balls/blue ball"], shift=12, ground=225).save(path)
    return path


def search(page: SearchPage, ball: Path, qtbot: QtBot) -> None:
    page.search([PictureSource("query.png", path=ball)])
    page.desk.set_cut(HALF)
    qtbot.waitUntil(lambda: titles(page.work.answer_view)[:1] == ["blue ball"], timeout=PATIENCE_MS)


def settings_of(desktop: Desktop) -> SettingsPage:
    page = desktop.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    return page


def test_with_the_switch_on_a_search_is_there_the_next_time_and_is_asked_anew(
    shop: Path, ball: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with window_on(shop, qapp, qtbot, KEEPS) as desktop:
        search(desktop.search_page, ball, qtbot)
        qtbot.waitUntil(lambda: len(read_past(folder_of(shop))) == 1, timeout=PATIENCE_MS)
        (past,) = read_past(folder_of(shop))
        expected = past.outcome if past.verdict == "match" else f"Perhaps {past.outcome}"
        assert past.outcome == "blue ball"
    ball.unlink()
    with window_on(shop, qapp, qtbot, KEEPS) as desktop:
        page = desktop.search_page
        qtbot.waitUntil(page.history.last.isEnabled, timeout=PATIENCE_MS)
        page.history.last.trigger()
        row = page.history.popup.model.index(0)
        assert row.data().startswith(f"{expected}\nquery.png · ")
        assert not row.data(int(Qt.ItemDataRole.DecorationRole)).isNull()
        page.history.popup.close()
        page.history.back.trigger()
        qtbot.waitUntil(lambda: titles(page.work.answer_view)[:1] == ["blue ball"], timeout=PATIENCE_MS)
        assert page.work.query_panel.picture.cut == HALF


def test_off_it_is_gone_with_the_window_and_switching_it_off_deletes_what_was_kept(
    shop: Path, ball: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with window_on(shop, qapp, qtbot, KEEPS) as desktop:
        search(desktop.search_page, ball, qtbot)
        qtbot.waitUntil(paths.past_searches().exists, timeout=PATIENCE_MS)
        privacy = settings_of(desktop).privacy
        assert privacy.keep_last.isChecked()
        privacy.keep_last.click()
        qtbot.waitUntil(lambda: not paths.past_searches().exists(), timeout=PATIENCE_MS)
        assert not desktop.preferences.settings.keep_last_searches
        assert desktop.search_page.desk.history.visits  # as long as the window is open


def test_what_it_locked_off_keeps_nothing_and_deletes_what_is_there(
    shop: Path, ball: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    kept = paths.past_searches() / "of before"
    kept.mkdir(parents=True)
    policy = Policy(values={"keep_last_searches": False})
    with window_on(shop, qapp, qtbot, KEEPS, policy) as desktop:
        qtbot.waitUntil(lambda: not paths.past_searches().exists(), timeout=PATIENCE_MS)
        privacy = settings_of(desktop).privacy
        assert not privacy.keep_last.isEnabled() and not privacy.keep_last.isChecked()
        desktop.window.show_page("search")
        search(desktop.search_page, ball, qtbot)
        qtbot.wait(1700)  # as long as it takes to be kept
        assert not paths.past_searches().exists()
