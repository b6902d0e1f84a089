"""Text labels of the type scale that `resources/styles/window.qss` defines."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

TextType = Literal["display", "title", "strong", "section", "body", "muted", "small", "price", "problem"]


def text_label(kind: TextType, *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """An empty label of this size and weight. Its text is plain: catalog texts are no markup."""
    label = QLabel(parent)
    label.setProperty("type", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    return label


def selectable(label: QLabel) -> QLabel:
    """Let the label's text be marked and copied, by mouse and by keyboard."""
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
