"""A text that never asks for more width than there is."""

from pytestqt.qtbot import QtBot

from desktop_app.widgets.wrapped_text import WrappedText


def test_a_long_word_is_broken_and_the_text_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    text = WrappedText("body")
    qtbot.addWidget(text)
    text.resize(200, 20)
    text.show()
    text.setPlainText("short")
    one_line = text.height()
    text.setPlainText("x" * 200)
    assert text.height() >= 4 * (one_line - 2)
    assert text.minimumSizeHint().width() <= 200
    narrow = text.height()
    text.resize(400, text.height())
    assert text.height() < narrow
    assert text.toPlainText() == "x" * 200  # what is copied is what was shown
