"""Choices that the mouse wheel does not change in passing.

Whoever scrolls a page must not change what lies under the pointer: Qt's own boxes take the wheel, and the
focus with it. The window makes its boxes here and nowhere else; the wheel goes on to what scrolls.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QSpinBox, QWidget


class ChoiceBox(QComboBox):
    """Is changed by a click or the arrow keys; its open list scrolls as any list does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Not for a closed box."""
        event.ignore()


class NumberBox(QSpinBox):
    """A whole number that is typed, or changed by the arrow keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Not in passing."""
        event.ignore()


class DayBox(QDateEdit):
    """A day that is typed, chosen in a calendar, or changed by the arrow keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Not in passing."""
        event.ignore()
