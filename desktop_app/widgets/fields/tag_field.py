"""A line for tags, separated by commas, that completes what is typed from the tags there are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class TagField(QLineEdit):
    """What is completed stands marked behind what was typed: going on typing replaces it, Enter takes it.

    Up and Down go through the tags that begin alike; Escape and Backspace in the empty line leave.
    """

    submitted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[str, ...] = ()
        self._typed = ""
        self._choice = 0
        self.setProperty("kind", "large")
        self.textEdited.connect(self._on_edited)

    def offer(self, known: Sequence[str]) -> None:
        """Complete from these, the most usual first."""
        self._known = tuple(known)

    def tags(self) -> list[str]:
        """What stands in the line, without empty parts."""
        return [part.strip() for part in self.text().split(",") if part.strip()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that mean something here; all others edit."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Backspace and not self.text()):
            self.clear()
            self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._choice += 1 if key == Qt.Key.Key_Down else -1
            self._complete()
        else:
            was_shorter = len(self.text()) - len(self.selectedText())
            super().keyPressEvent(event)
            if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and len(self.text()) <= was_shorter:
                self._typed = self.text()  # what was completed is not completed again at once

    def _on_edited(self, text: str) -> None:
        grew = len(text) > len(self._typed) or not text.startswith(self._typed[: len(text)])
        self._typed = text
        self._choice = 0
        if grew and self.cursorPosition() == len(text):
            self._complete()

    def _complete(self) -> None:
        """Put the rest of the chosen tag behind the last part of what was typed."""
        before, comma, last = self._typed.rpartition(",")
        start = last.lstrip()
        alike = [tag for tag in self._known if start and tag.casefold().startswith(start.casefold())]
        if not alike:
            return
        chosen = alike[self._choice % len(alike)]
        gap = " " if comma else ""
        self.setText(f"{before}{comma}{gap}{start}{chosen[len(start) :]}")
        end = len(self.text())
        self.setSelection(end - len(chosen) + len(start), len(chosen) - len(start))
