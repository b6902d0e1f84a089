"""The shop's name in the menu bar, by keys."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.window.shop_button import ShopButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window with a field, and the shop's name in its menu bar."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLineEdit(window))
    window.menuBar().addMenu("File").addAction("Open")
    menu = QMenu(window)
    menu.addAction("Another shop")
    button = ShopButton(menu, window)
    window.menuBar().setCornerWidget(button)
    button.show_name("Corner shop")
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space])
def test_enter_down_and_space_open_its_menu(window: QMainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    button = window.findChild(ShopButton)
    assert button is not None
    button.setFocus()
    opened = []

    def close() -> None:
        opened.append(QApplication.activePopupWidget())
        button.menu().close()

    QTimer.singleShot(50, close)
    QTest.keyClick(button, key)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened == [button.menu()]


def test_a_key_that_is_not_its_own_takes_the_focus_nowhere(window: QMainWindow, qtbot: QtBot) -> None:
    button, field = window.findChild(ShopButton), window.centralWidget()
    assert button is not None and isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F10)  # the menu bar remembers where the focus was
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    button.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_F, Qt.Key.Key_Escape):
        QTest.keyClick(window.windowHandle(), key)
    assert button.hasFocus()
