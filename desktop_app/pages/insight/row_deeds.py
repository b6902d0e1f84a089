"""Below a list: a picture of what its chosen row was asked with, and what can be done about it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from core.insight.table import Table

_PICTURE = 96


class Deed(StrEnum):
    """What can be done about a row, or with a list."""

    MAKE = "make"
    ORDER = "order"
    REFUSE = "refuse"
    TAKE_BACK = "take back"
    TAKE_OFF = "take off"
    EXPORT = "export"


_DEEDS: dict[str, tuple[Deed, ...]] = {
    "asked-for": (Deed.MAKE, Deed.ORDER, Deed.REFUSE),
    "not-sold": (Deed.TAKE_BACK,),
    "order-list": (Deed.EXPORT, Deed.TAKE_OFF),
    "order": (Deed.ORDER,),
    "runs-out": (Deed.ORDER,),
    "out-of-stock": (Deed.ORDER,),
    "sold-out": (Deed.ORDER,),
}
"""By the list's name."""
_ICONS = {
    Deed.MAKE: "plus",
    Deed.ORDER: "list",
    Deed.REFUSE: "close",
    Deed.TAKE_BACK: "undo",
    Deed.TAKE_OFF: "remove",
    Deed.EXPORT: "export",
}


class RowDeeds(Translated, QWidget):
    """Hidden for lists that are only read."""

    wanted = Signal(str)
    """A Deed, about the row that is chosen."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._path = ""
        self.picture = QLabel(self)
        self.picture.setFixedSize(QSize(_PICTURE, _PICTURE))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.buttons = {deed: IconButton(themes, _ICONS[deed], "plain", self) for deed in Deed}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.picture)
        for deed, button in self.buttons.items():
            row.addWidget(button)
            button.clicked.connect(lambda _on=False, deed=deed: self.wanted.emit(deed.value))
        row.addStretch(1)
        thumbnails.ready.connect(self._on_ready)
        self.show_row(None, -1, "")
        self.retranslate()

    def show_row(self, table: Table | None, row: int, picture: str) -> None:
        """Offer what can be done about this row; below nought for none.

        Args:
            picture: path of what it was asked with; "" for none.
        """
        deeds = _DEEDS.get(table.name, ()) if table is not None else ()
        for deed, button in self.buttons.items():
            button.setVisible(deed in deeds)
            button.setEnabled(row >= 0 or deed is Deed.EXPORT)
        self._path = picture
        self.picture.setVisible(bool(picture))
        self._paint()
        self.setVisible(bool(deeds))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        names = {
            Deed.MAKE: self.tr("Make a product…"),
            Deed.ORDER: self.tr("Put on the order list"),
            Deed.REFUSE: self.tr("We don't sell that"),
            Deed.TAKE_BACK: self.tr("Take back"),
            Deed.TAKE_OFF: self.tr("Take off the list"),
            Deed.EXPORT: self.tr("Export…"),
        }
        for deed, button in self.buttons.items():
            button.setText(names[deed])
        self.picture.setAccessibleName(self.tr("What was asked for"))

    def _on_ready(self, path: str) -> None:
        if path == self._path:
            self._paint()

    def _paint(self) -> None:
        found = self._thumbnails.get(self._path)
        size, how = self.picture.size(), Qt.AspectRatioMode.KeepAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        self.picture.setPixmap(found if found.isNull() else found.scaled(size, how, smooth))
