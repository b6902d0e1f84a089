"""Text labels of the type scale that `resources/styles/window.qss` defines."""

import re
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

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


def selectable(label: QLabel) -> QLabel:
    """Let the label's text be marked and copied, by mouse and by keyboard."""
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
