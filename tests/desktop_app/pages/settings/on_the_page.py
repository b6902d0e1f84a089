"""What is done on the settings page in a test."""

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.pages.settings.page import SettingsPage
from desktop_app.window.desktop import Desktop
from tests.desktop_app.real_shop import PATIENCE_MS


def settings_of(desktop: Desktop) -> SettingsPage:
    page = desktop.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    return page


def shown_question(desktop: Desktop, qtbot: QtBot) -> QMessageBox:
    def boxes() -> list[QMessageBox]:
        return [box for box in desktop.window.findChildren(QMessageBox) if box.isVisible()]

    qtbot.waitUntil(lambda: bool(boxes()), timeout=PATIENCE_MS)
    return boxes()[0]


def press(box: QMessageBox, role: QMessageBox.ButtonRole) -> None:
    next(button for button in box.buttons() if box.buttonRole(button) is role).click()
