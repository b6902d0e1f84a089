"""Labels and what merchants write: a word as long as a file's hash asks for no more width than there is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.widgets.labels import text_label

HASH = "9f86d081884c7d65" * 4


def shown(label: QLabel) -> str:
    return QLabel.text(label)


def test_a_word_longer_than_any_is_broken_and_told_as_it_was_given(qtbot: QtBot) -> None:
    label = text_label("display", wrap=True)
    qtbot.addWidget(label)
    label.setText(f"This is {HASH}")
    assert label.minimumSizeHint().width() < 300
    assert label.heightForWidth(300) > label.heightForWidth(3000)
    assert label.text() == f"This is {HASH}"


@pytest.mark.parametrize(
    "words",
    ["Unmissverständlichkeit is one word", "这是一段很长的中文它在任何地方都可以换行所以不用" * 2],
)
def test_words_of_a_language_stay_whole(qtbot: QtBot, words: str) -> None:
    label = text_label("body", wrap=True)
    qtbot.addWidget(label)
    label.setText(words)
    assert shown(label) == words


def test_a_link_is_left_as_it_is(qtbot: QtBot) -> None:
    label = text_label("muted", wrap=True)
    qtbot.addWidget(label)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(f'<a href="{HASH}">more</a>')
    assert shown(label) == label.text()
