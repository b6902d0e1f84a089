"""A named line of a form that says below itself why what was typed cannot be taken."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from desktop_app.widgets.labels import text_label


class _Line(QLineEdit):
    """Escape takes back what was typed."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.given_up.emit()
            return
        super().keyPressEvent(event)


class EntryLine(QWidget):
    """A label, a line, and a place for the problem. Entered with Enter or by leaving it.

    Args:
        problem: what is wrong with a text, in the language of now; "" if nothing is.
    """

    entered = Signal(str)
    """What was typed, once it differs and can be taken."""

    def __init__(self, problem: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find_problem = problem
        self._shown = ""
        self.label = text_label("small")
        self.line = _Line(self)
        self.label.setBuddy(self.line)
        self.problem = text_label("problem", wrap=True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addWidget(self.line)
        column.addWidget(self.problem)
        self.line.editingFinished.connect(self.finish)
        self.line.textEdited.connect(lambda _text: self.problem.isVisible() and self._complain())
        self.line.given_up.connect(lambda: self.show_text(self._shown))

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that has not been entered."""
        return self.line.text() != self._shown

    def set_name(self, name: str) -> None:
        """What it is called, in the language of now."""
        self.label.setText(name)
        self.line.setAccessibleName(name)
        if self.problem.isVisible():
            self._complain()

    def show_text(self, text: str) -> None:
        """Show what is so."""
        self._shown = text
        self.line.setText(text)
        self.line.setCursorPosition(0)  # of a long text the beginning says most
        self.line.setModified(False)
        self._complain(quiet=True)

    def offer(self, words: Sequence[str]) -> None:
        """Words to choose from while typing."""
        completer = QCompleter(list(words), self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)

    def finish(self) -> bool:
        """Enter what was typed; False, with the reason below the line, if it cannot be taken."""
        if not self.is_changed:
            return True
        if self._complain():
            return False
        self._shown = self.line.text()
        self.line.setModified(False)
        self.entered.emit(self._shown)
        return True

    def _complain(self, *, quiet: bool = False) -> bool:
        words = "" if quiet else self._find_problem(self.line.text())
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.line.setProperty("wrong", bool(words))
        self.line.setAccessibleDescription(words)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        return bool(words)
