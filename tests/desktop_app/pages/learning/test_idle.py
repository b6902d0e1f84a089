"""Lessons begin by themselves while nobody works, and say so in one line."""

import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from core.catalog.photos.photos import live_photo_ids
from core.catalog.photos.unlabelled import Source, UnlabelledFacts
from core.catalog.photos.unlabelled_vectors import add_unlabelled
from core.catalog.photos.vectors import vectors_of
from core.hub.connection import connected
from core.hub.following import join_hub
from core.hub.lessons.offer import make_offer
from core.hub.vectors.table import make_network_known
from core.shop.opening import open_shop
from desktop_app.pages.learning.idle import IDLE_SECONDS
from desktop_app.pages.learning.page import LearningPage
from desktop_app.window.desktop import Desktop
from tests.core.hub.lessons.offers import offer_of
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.painted_shop import make_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop that somebody walked through, and that was never taught."""
    folder = make_shop(tmp_path_factory.mktemp("idle") / "shop")
    with open_shop(folder) as shop:
        for lesson in shop.models.lessons():
            shop.searched_by.use_lesson(None)
            shop.searched_by.remove_lesson(lesson.version)
        rows = vectors_of(shop.catalog, shop.spec.fingerprint, live_photo_ids(shop.catalog)).vectors
        count = max(80, len(rows))
        noise = np.random.default_rng(0).uniform(0, 0.05, (count, rows.shape[1]))
        seen = rows.astype(np.float32)[np.arange(count) % len(rows)] + noise
        facts = [UnlabelledFacts(Source.SEARCH)] * count
        add_unlabelled(shop.catalog, shop.spec.fingerprint, facts, seen)
    return folder


@pytest.fixture
def desktop(walked: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    """The window on a copy of that shop, at the learning page."""
    shop = Path(shutil.copytree(walked, tmp_path / "shop"))
    with window_on(shop, qapp, qtbot, pages=("catalog", "learning")) as desktop:
        page = desktop.window.show_page("learning")
        assert isinstance(page, LearningPage)
        qtbot.waitUntil(lambda: page.teaching.lessons.rowCount() > 0, timeout=PATIENCE_MS)
        yield desktop


def page_of(desktop: Desktop) -> LearningPage:
    found = desktop.window.page
    assert isinstance(found, LearningPage)
    return found


def nobody_works(page: LearningPage) -> None:
    page.idle.touched = time.monotonic() - IDLE_SECONDS - 1


def test_a_lesson_begins_by_itself_and_says_so_in_one_line(desktop: Desktop, qtbot: QtBot) -> None:
    page = page_of(desktop)
    before = page.teaching.lessons.rowCount()
    nobody_works(page)
    page.idle.consider()
    qtbot.waitUntil(lambda: page.teaching.lessons.rowCount() > before, timeout=4 * PATIENCE_MS)
    qtbot.waitUntil(lambda: "While nobody worked" in page.teaching.said(), timeout=PATIENCE_MS)
    assert not page.teaching.is_busy()
    assert desktop.window.status_line.note.isHidden()  # it stands on the page


def test_elsewhere_one_quiet_line_tells_of_it_until_it_is_read(desktop: Desktop, qtbot: QtBot) -> None:
    page = page_of(desktop)
    desktop.window.show_page("catalog")
    note = desktop.window.status_line.note
    page.teaching.start_by_itself()
    qtbot.waitUntil(note.isVisible, timeout=4 * PATIENCE_MS)
    assert "While nobody worked" in note.text()
    desktop.languages.choose("zh_CN")
    qtbot.waitUntil(lambda: note.text().startswith("没人使用时"), timeout=PATIENCE_MS)
    desktop.languages.choose("en")
    note.click()
    assert desktop.window.page is page and note.isHidden()
    qtbot.waitUntil(lambda: "While nobody worked" in page.teaching.said(), timeout=PATIENCE_MS)


def test_not_while_somebody_works(desktop: Desktop, qtbot: QtBot) -> None:
    page = page_of(desktop)
    nobody_works(page)
    QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_Shift)
    with qtbot.assertNotEmitted(page.idle.due, wait=500):
        page.idle.consider()


def test_a_dialog_is_where_somebody_works_too(desktop: Desktop, qtbot: QtBot) -> None:
    page = page_of(desktop)
    dialog = QDialog(desktop.window)
    dialog.open()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
    nobody_works(page)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Shift)
    with qtbot.assertNotEmitted(page.idle.due, wait=500):
        page.idle.consider()
    dialog.close()


def test_not_where_it_is_switched_off(desktop: Desktop, qtbot: QtBot) -> None:
    page = page_of(desktop)
    desktop.preferences.change(replace(desktop.preferences.settings, learn_when_idle=False))
    nobody_works(page)
    with qtbot.assertNotEmitted(page.idle.due, wait=500):
        page.idle.consider()


def test_not_beside_another_lesson(desktop: Desktop, qtbot: QtBot) -> None:
    page = page_of(desktop)
    page.teaching.runner.start_quick()
    nobody_works(page)
    with qtbot.assertNotEmitted(page.idle.due, wait=500):
        page.idle.consider()
    page.teaching.cancel()
    qtbot.waitUntil(lambda: not page.teaching.runner.is_running, timeout=PATIENCE_MS)


def test_what_other_stores_offer_is_examined_when_no_lesson_of_ones_own_is_due(
    tmp_path: Path, manager: str, qapp: QApplication, qtbot: QtBot
) -> None:
    folder = make_shop(tmp_path / "shop")
    with open_shop(folder, device="cpu") as shop, connected(manager) as connection:
        join_hub(shop, manager, None, "Harbour")
        make_network_known(connection, shop.spec)
        make_offer(connection, replace(offer_of(shop, 2), store="Harbour"))
    with window_on(folder, qapp, qtbot, pages=("catalog", "learning")) as desktop:
        page = desktop.window.show_page("learning")
        assert isinstance(page, LearningPage)
        qtbot.waitUntil(lambda: page.teaching.lessons.rowCount() > 0, timeout=PATIENCE_MS)
        desktop.window.show_page("catalog")
        note = desktop.window.status_line.note
        nobody_works(page)
        with (
            qtbot.assertNotEmitted(page.idle.due),
            qtbot.waitSignal(page.idle.others_due, timeout=PATIENCE_MS),
        ):
            page.idle.consider()
        qtbot.waitUntil(note.isVisible, timeout=4 * PATIENCE_MS)
        assert "of other stores" in note.text()
        nobody_works(page)
        with qtbot.assertNotEmitted(page.idle.others_due, wait=500):  # not again within the hour
            page.idle.consider()
