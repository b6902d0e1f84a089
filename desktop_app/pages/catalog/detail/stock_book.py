"""A product's stock in the panel: what there is, booking a movement, and the latest movements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted, stock
from desktop_app.pages.catalog.lists.product_columns import moment
from desktop_app.widgets.chip import Chip
from desktop_app.widgets.fields.wheel import ChoiceBox, NumberBox
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import selectable, text_label

if TYPE_CHECKING:
    from core.catalog.stock import Movement

BOOKED = ("delivery", "sale", "return", "loss", "count")
"""Reasons to choose from. A delivery and a return add, a sale and a loss take away, a count says how many."""
_TAKING = frozenset({"sale", "loss"})


class StockBook(Translated, QWidget):
    """Shows what the books say; booking is a wish that the page fulfils."""

    booked = Signal(str, int)
    """A core.catalog.stock.Reason by its value, and the quantity: signed, or the number counted."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stock = 0
        self._movements: tuple[Movement, ...] = ()
        self._heading = text_label("section")
        self._chip = Chip(themes, "stock")
        self.quantity = NumberBox(self)
        self.quantity.setRange(0, 999_999)
        self.quantity.setValue(1)
        self.quantity.setFixedWidth(72)
        self.quantity.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.reason = ChoiceBox(self)
        for reason in BOOKED:
            self.reason.addItem("", reason)
        self.book_button = IconButton(themes, "check", "plain", self)
        self.book_button.clicked.connect(self._book)
        self._history = QGridLayout()
        self._history.setHorizontalSpacing(12)
        self._history.setVerticalSpacing(4)
        self._history.setColumnStretch(2, 1)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._chip)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reason, 1)
        row.addWidget(self.quantity)
        row.addWidget(self.book_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(row)
        column.addLayout(self._history)
        self.retranslate()

    def show_stock(self, pieces: int, movements: Sequence[Movement]) -> None:
        """Show how many there are, and how it came to that."""
        self._stock, self._movements = pieces, tuple(movements)
        self._write()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._heading.setText(self.tr("Stock"))
        self.quantity.setAccessibleName(self.tr("Pieces"))
        self.reason.setAccessibleName(self.tr("Why the stock changes"))
        for row, reason in enumerate(BOOKED):
            self.reason.setItemText(row, self._reason(reason))
        self.book_button.setText(self.tr("Book"))
        self._write()

    def _book(self) -> None:
        reason = str(self.reason.currentData())
        quantity = self.quantity.value()
        self.booked.emit(reason, -quantity if reason in _TAKING else quantity)
        self.quantity.setValue(1)

    def _reason(self, reason: str) -> str:
        return {
            "import": self.tr("Import"),
            "count": self.tr("Count"),
            "sale": self.tr("Sale"),
            "delivery": self.tr("Delivery"),
            "return": self.tr("Return"),
            "loss": self.tr("Loss"),
            "correction": self.tr("Correction"),
            "undo": self.tr("Undone"),
        }[reason]

    def _write(self) -> None:
        self._chip.show_text(stock(self._stock), "good" if self._stock > 0 else "bad")
        while (cell := self._history.takeAt(0)) is not None:
            widget = cell.widget()
            if widget is not None:
                widget.deleteLater()
        for row, movement in enumerate(self._movements):
            sign = "+" if movement.quantity > 0 else "\u2212" if movement.quantity < 0 else "±"
            quantity = sign + QLocale().toString(abs(movement.quantity))
            why = dotted(self._reason(movement.reason.value), movement.who, movement.note)
            for place, (text, kind) in enumerate(
                ((moment(movement.moved), "small"), (quantity, "body"), (why, "small"))
            ):
                label = selectable(text_label("body" if kind == "body" else "small", wrap=place == 2))
                label.setText(text)
                if place == 1:
                    label.setAlignment(Qt.AlignmentFlag.AlignRight)
                self._history.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
