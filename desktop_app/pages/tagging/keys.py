"""The keys of the group of alike products, wherever in the grid the clerk is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from desktop_app.pages.tagging.model import TaggingModel
from desktop_app.pages.tagging.panel import TaggingPanel

_DIGITS = {getattr(Qt.Key, f"Key_{digit}"): digit - 1 for digit in range(1, 10)}
_AROUND: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class TaggingKeys(QObject):
    """Listens to ``grid``. Digits choose proposed tags, letters begin another; signals tell the rest."""

    given = Signal()
    refused = Signal()
    skipped = Signal()
    toggled = Signal()
    """The product in front is left out, or taken in."""

    def __init__(self, grid: QListView, model: TaggingModel, panel: TaggingPanel) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = model
        self._panel = panel
        self._signals = {
            Qt.Key.Key_Return: self.given,
            Qt.Key.Key_Enter: self.given,
            Qt.Key.Key_Delete: self.refused,
            Qt.Key.Key_Backspace: self.refused,
            Qt.Key.Key_Space: self.toggled,
            Qt.Key.Key_PageDown: self.skipped,
        }
        grid.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are meant for the group."""
        if watched is self._grid and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers() & ~_HARMLESS
        if not plain:
            return False
        if key in _AROUND:
            return self._go_around(_AROUND[key])
        if key in _DIGITS and _DIGITS[key] < len(self._panel.offered()):
            self._panel.toggle(_DIGITS[key])
        elif key in self._signals:
            if not event.isAutoRepeat():  # a key that is held down must not decide what nobody has seen
                self._signals[Qt.Key(key)].emit()
        elif event.text().strip() and event.text().isprintable():
            self._panel.field.setFocus()
            self._panel.field.keyPressEvent(event)
        else:
            return False
        return True

    def _go_around(self, step: int) -> bool:
        """From the first product to the last and back: what does not belong stands mostly at the end."""
        row, last = self._grid.currentIndex().row(), self._model.rowCount() - 1
        if row != (0 if step < 0 else last):
            return False
        self._grid.setCurrentIndex(self._model.index(last if step < 0 else 0))
        return True
