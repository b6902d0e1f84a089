"""Text labels of the type scale that `resources/styles/window.qss` defines."""

import re
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

TextType = Literal["display", "title", "strong", "section", "body", "muted", "small", "price", "problem"]

_LONG_WORD = re.compile(r"\S{12}")


def text_label(kind: TextType, *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """An empty label of this size and weight. Its text is plain: catalog texts are no markup."""
    label = QLabel(parent)
    label.setProperty("type", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    return label


def breakable(text: str) -> str:
    """The text with places in its long words where a label may go on in the next line."""
    return _LONG_WORD.sub("\\g<0>\u200b", text)


class ShortenedLabel(QLabel):
    """A line that gives way: shortened in its middle to the width it gets, whole in its tool tip."""

    def __init__(self, kind: TextType, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("type", kind)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""

    def show_text(self, text: str) -> None:
        """Show this, as far as there is room."""
        self._whole = text
        self.setToolTip(text)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room))


def selectable(label: QLabel) -> QLabel:
    """Let the label's text be marked and copied, by mouse and by keyboard."""
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
