import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.look.tool_tip import for_role, plain_tip

HOSTILE = 'Tea <img src="//elsewhere/x.png"> & &lt;b>\nsecond line'


def on_screen(qtbot: QtBot, words: str) -> str:
    """What Qt puts on the screen for a tip."""
    widget = QWidget()
    qtbot.addWidget(widget)
    QToolTip.showText(QPoint(10, 10), words, widget)
    labels = (one for one in QApplication.allWidgets() if one.inherits("QTipLabel") and one.isVisible())
    label = next(labels)
    assert isinstance(label, QLabel)
    return label.text()


@pytest.mark.qt_log_ignore("raise\\(\\)")
def test_a_tag_in_a_title_is_shown_letter_by_letter_and_fetches_nothing(qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setHtml(on_screen(qtbot, plain_tip(HOSTILE)))
    assert document.toPlainText() == HOSTILE
    QToolTip.hideText()


def test_words_without_tags_stay_as_they_are() -> None:
    assert plain_tip("Tea & milk, 3 > 2") == "Tea & milk, 3 > 2"


def test_cells_and_screen_readers_get_the_words_themselves() -> None:
    assert for_role(HOSTILE, Qt.ItemDataRole.DisplayRole) == HOSTILE
    assert for_role(HOSTILE, Qt.ItemDataRole.AccessibleTextRole) == HOSTILE
    assert for_role(HOSTILE, Qt.ItemDataRole.ToolTipRole) == plain_tip(HOSTILE) != HOSTILE
