"""The one line of a stocktake: a scanner's number, a product's name, or a quantity."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_MOST_DIGITS = 3
"""Longer numbers are a product's; ``=1200`` says that a long one is a quantity. So is every one that
has a decimal sign and at most three decimals."""
_SHORT = rf"\d{{1,{_MOST_DIGITS}}}|\d*[.,]\d{{1,3}}"
_NUMBER = re.compile(rf"=\s*(\d{{1,6}}(?:[.,]\d+)?)|({_SHORT})")


class CountField(QLineEdit):
    """Says what was meant; + and - in the empty line are keys, not letters."""

    asked = Signal(str)
    """A product, by number or words."""
    numbered = Signal(str)
    """A quantity, as it was typed."""
    stepped = Signal(int)
    """One more or one fewer."""
    moved = Signal(int)
    """Up or down in the list beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "large")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that mean something here; all others edit."""
        key, is_empty = event.key(), not self.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif is_empty and event.text() in ("+", "-", "−"):
            self.stepped.emit(1 if event.text() == "+" else -1)
        elif key == Qt.Key.Key_Escape and not is_empty:
            self.clear()
        else:
            super().keyPressEvent(event)

    def means_number(self) -> bool:
        """Whether what is typed so far is a quantity, or begins to be one."""
        text = self.text().strip()
        return text.startswith("=") or _NUMBER.fullmatch(text.rstrip(".,")) is not None

    def _submit(self) -> None:
        text = self.text().strip()
        self.clear()
        number = _NUMBER.fullmatch(text)
        if number is not None:
            self.numbered.emit(number[1] or number[2])
        elif text:
            self.asked.emit(text)
