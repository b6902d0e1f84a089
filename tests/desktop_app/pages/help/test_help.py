"""Help: the sheet of keys cannot go stale, the first steps are shown once, About tells and copies."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.pages.help.about_dialog import AboutTab
from desktop_app.pages.help.keys_sheet import KeysSheet
from desktop_app.pages.importing.first_steps import STEPS, FirstSteps
from desktop_app.window.desktop import Desktop
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.painted_shop import make_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small shop."""
    return make_shop(tmp_path_factory.mktemp("help") / "shop", products=2, counter_photos=0)


@pytest.fixture
def desktop(made: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    """The window on it."""
    with window_on(Path(shutil.copytree(made, tmp_path / "shop")), qapp, qtbot) as desktop:
        yield desktop


def sheet_of(desktop: Desktop) -> KeysSheet:
    (sheet,) = desktop.window.findChildren(KeysSheet)
    return sheet


def native(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def test_every_shortcut_of_every_menu_stands_on_the_sheet(desktop: Desktop, qtbot: QtBot) -> None:
    sheet = sheet_of(desktop)
    assert desktop.window.help_actions is not None
    desktop.window.help_actions.keys.trigger()
    assert sheet.isVisible()
    shown = " ".join(key for _heading, keys in sheet.groups for key, _what in keys)
    for _menu, action in desktop.window.menu_actions():
        for shortcut in action.shortcuts():
            assert native(shortcut) in shown, action.text()
    headings = [heading for heading, _keys in sheet.groups]
    for page in desktop.window.pages:
        if page.keys():
            assert page.title() in headings
    desktop.languages.choose("zh_CN")
    qtbot.waitUntil(lambda: [heading for heading, _keys in sheet.groups] != headings)
    assert sheet.isVisible()
    QTest.keyClick(sheet.close_button, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_put_away_over_another_page_the_sheet_leaves_the_keys_to_what_can_be_seen(desktop: Desktop) -> None:
    sheet = sheet_of(desktop)
    desktop.window.show_page("search")
    desktop.search_page.field.setFocus()
    assert desktop.window.help_actions is not None
    desktop.window.help_actions.keys.trigger()
    desktop.window.show_page("settings")
    sheet.close_button.setFocus()
    sheet.put_away()
    focus = desktop.window.focusWidget()
    assert focus is not None and focus.isVisible()


def test_a_question_mark_opens_the_sheet_and_can_still_be_typed(desktop: Desktop, qtbot: QtBot) -> None:
    sheet = sheet_of(desktop)
    desktop.window.show_page("settings")
    desktop.window.activateWindow()
    QTest.keyClick(desktop.window, Qt.Key.Key_F1)
    qtbot.waitUntil(sheet.isVisible, timeout=PATIENCE_MS)
    assert sheet.close_button.hasFocus()
    QTest.keyClick(desktop.window, Qt.Key.Key_Question)
    qtbot.waitUntil(lambda: not sheet.isVisible(), timeout=PATIENCE_MS)
    field = QLineEdit(desktop.window.page)
    field.show()
    field.setFocus()
    QTest.keyClicks(field, "why?")
    assert field.text() == "why?" and not sheet.isVisible()


def test_the_first_steps_lead_to_their_pages_and_are_shown_once(desktop: Desktop) -> None:
    (steps,) = desktop.window.findChildren(FirstSteps)
    assert desktop.window.help_actions is not None
    desktop.window.help_actions.first_steps.trigger()
    assert steps.isVisible() and steps.step == 0
    steps.try_button.click()
    assert desktop.window.page.name == "search"
    steps.next_button.click()
    steps.try_button.click()
    assert desktop.window.page.name == "learning"
    steps.next_button.click()
    assert steps.step == STEPS - 1
    steps.next_button.click()
    assert not steps.isVisible() and desktop.preferences.settings.guide_seen


@pytest.mark.parametrize("size", [(960, 640), (1024, 700), (1366, 768)])
def test_the_first_steps_cover_no_button_of_the_search(
    size: tuple[int, int], desktop: Desktop, qtbot: QtBot
) -> None:
    (steps,) = desktop.window.findChildren(FirstSteps)
    window = desktop.window
    assert window.help_actions is not None
    window.help_actions.first_steps.trigger()
    window.resize(*size)
    room = window.rect()

    def is_clear() -> bool:
        buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]
        places = [
            QRect(one.mapTo(window, QPoint()), one.size()) for one in buttons if not steps.isAncestorOf(one)
        ]
        assert len(places) >= 3
        return room.contains(steps.geometry()) and not any(map(steps.geometry().intersects, places))

    qtbot.waitUntil(is_clear)


def test_about_tells_versions_and_licences_and_copies_the_report(desktop: Desktop, qtbot: QtBot) -> None:
    assert desktop.window.help_actions is not None
    dialog = desktop.window.help_actions.open_about(AboutTab.REPORT)
    qtbot.waitUntil(lambda: bool(dialog.report.toPlainText()), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: dialog.versions.rowCount() > 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: dialog.licences.rowCount() > 0, timeout=PATIENCE_MS)
    assert not dialog.isModal()
    dialog.copy_button.click()
    assert "Products: 2" in QGuiApplication.clipboard().text()
    dialog.show_tab(AboutTab.LICENCES)
    dialog.filter.setText("pillow")
    assert dialog.list.model().rowCount() == 1
    assert dialog.licence_text.toPlainText()
    dialog.close()
