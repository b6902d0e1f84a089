"""Text labels of the type scale that `resources/styles/window.qss` defines."""

import re
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.look.tool_tip import plain_tip

TextType = Literal["display", "title", "strong", "section", "body", "muted", "small", "price", "problem"]

_LONG_WORD = re.compile(r"[!-\u02af\u0370-\u052f]{24,}")
"""No word of a language, but a file's name or a number; of scripts that are written with spaces."""
_PIECE = re.compile(r".{12}")


def text_label(kind: TextType, *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """An empty label of this size and weight. Its text is plain: catalog texts are no markup."""
    label = _WrappedLabel(parent) if wrap else QLabel(parent)
    label.setProperty("type", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    return label


class _WrappedLabel(QLabel):
    """Goes on in the next line within a word that is longer than any, so that it never needs its width.

    To copy from, take :class:`desktop_app.widgets.wrapped_text.WrappedText`: what is marked here has
    invisible letters in long words.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._text = ""

    def setText(self, text: str) -> None:
        """Show this."""
        self._text = text
        if self.textFormat() is Qt.TextFormat.PlainText:
            text = _LONG_WORD.sub(lambda word: _PIECE.sub("\\g<0>\u200b", word[0]), text)
        super().setText(text)

    def text(self) -> str:
        """What is shown, as it was given."""
        return self._text


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
        self.setToolTip(plain_tip(text))
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
