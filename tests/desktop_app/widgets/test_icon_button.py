"""A button is pressed by the keys that people press."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.paths import resources
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.icon_button import IconButton


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_it(qapp: QApplication, qtbot: QtBot, key: Qt.Key) -> None:
    button = IconButton(ThemeSwitch(qapp, resources() / "styles", "light"), "open")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)
    with qtbot.assertNotEmitted(button.clicked, wait=10):
        QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(button, Qt.Key.Key_A)
