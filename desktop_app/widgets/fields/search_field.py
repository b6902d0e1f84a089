"""A field for words and numbers, with a magnifying glass and a cross that empties it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.look.icons import icon
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.clipboard import clipboard_mime


class SearchField(QLineEdit):
    """A line edit that leaves pictures to the page: they are neither dropped nor pasted into it."""

    went_down = Signal()
    """Arrow down: to what was found."""
    escaped = Signal()
    """Escape in the empty field."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setProperty("kind", "large")
        self.setAcceptDrops(False)
        self._glass = QAction(self)
        self._cross = QAction(self)
        self._cross.triggered.connect(self.clear)
        self._cross.setVisible(False)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(lambda text: self._cross.setVisible(bool(text)))
        themes.changed.connect(self._paint_icons)
        self._paint_icons()

    def name(self, field: str, placeholder: str, cross: str) -> None:
        """What it is, what may be typed, and what the cross does, in the user's language."""
        self.setAccessibleName(field)
        self.setPlaceholderText(placeholder)
        self._glass.setText(field)
        self._cross.setText(cross)

    def begin(self, text: str) -> None:
        """Take the focus; ``text`` that was typed elsewhere replaces what stands here, none marks it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.setText(text)
        else:
            self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Leave a paste of pictures to the window's own action."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste)
            and _clipboard_holds_pictures()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to what was found; Escape empties the field, then leaves it."""
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _paint_icons(self) -> None:
        colours = self._themes.colours
        self._glass.setIcon(icon("search", colours.muted))
        self._cross.setIcon(icon("close", colours.muted))


def _clipboard_holds_pictures() -> bool:
    mime = clipboard_mime()
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())
