"""What strangers wrote stands in a box as they wrote it: a phone may be called by a tag."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

import desktop_app
from desktop_app.widgets.question import ask


def test_a_tag_in_a_name_hides_nothing_and_loads_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = ask(window, "A phone asks: <img src=//10.0.0.9/x><!--, number 1234", "Let it in", lambda: None)
    shown = box.findChild(QLabel, "qt_msgbox_label")
    assert isinstance(shown, QLabel)
    assert shown.textFormat() is Qt.TextFormat.PlainText
    box.close()


def test_every_box_is_made_so() -> None:
    made = re.compile(
        r"(?<!class Message)\bQMessageBox\(|\bQMessageBox\.(warning|information|critical|about)\("
    )
    files = Path(desktop_app.__file__).parent.rglob("*.py")
    assert [file for file in files if made.search(file.read_text(encoding="utf-8"))] == []
