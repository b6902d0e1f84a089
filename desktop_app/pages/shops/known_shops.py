"""A list of shops that were open before; the disk is asked only when one is chosen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop_app.look.tool_tip import plain_tip

_FOLDER = int(Qt.ItemDataRole.UserRole) + 1
_ROW_PIXELS = 34
_SHOWN = 4


class KnownShops(QListView):
    """A click or Enter opens one; Del takes it from the list."""

    chosen = Signal(object)
    """Path"""
    forget_wanted = Signal(object)
    """Path"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setProperty("kind", "framed")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda index: self.chosen.emit(Path(index.data(_FOLDER))))
        self.retranslate()

    def show_shops(self, folders: Sequence[str]) -> None:
        """List these, the last opened first."""
        self._rows.clear()
        for folder in folders:
            row = QStandardItem(f"{Path(folder).name}  ·  {folder}")
            row.setData(folder, _FOLDER)
            row.setToolTip(plain_tip(folder))
            self._rows.appendRow(row)
        self.setFixedHeight(_ROW_PIXELS * min(_SHOWN, max(1, len(folders))) + 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the shop; Del forgets it, its folder is not touched."""
        wanted = {
            Qt.Key.Key_Return: self.chosen,
            Qt.Key.Key_Enter: self.chosen,
            Qt.Key.Key_Delete: self.forget_wanted,
        }.get(Qt.Key(event.key()))
        if wanted is not None and self.currentIndex().isValid():
            wanted.emit(Path(self.currentIndex().data(_FOLDER)))
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setAccessibleName(self.tr("Shops that were opened before"))
        self.setToolTip(self.tr("Enter opens a shop, Del takes it from this list"))
