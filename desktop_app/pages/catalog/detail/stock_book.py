"""A product's stock in the panel: what there is, booking a movement, and the latest movements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.errors import KnownError
from core.messages import message
from core.quantities.quantity import NOTHING, Quantity
from core.quantities.units import require_countable
from desktop_app.look.language import Translated, in_words
from desktop_app.look.stock_words import quantity, read_typed, signed, stock, stock_tone
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted
from desktop_app.pages.catalog.lists.product_columns import moment
from desktop_app.widgets.chip import Chip
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import selectable, text_label

if TYPE_CHECKING:
    from core.catalog.products.products import Product
    from core.catalog.stock import Movement

BOOKED = ("delivery", "sale", "return", "loss", "count")
"""Reasons to choose from. A delivery and a return add, a sale and a loss take away, a count says how many."""
_TAKING = frozenset({"sale", "loss"})


class StockBook(Translated, QWidget):
    """Shows what the books say; booking is a wish that the page fulfils."""

    booked = Signal(str, object)
    """A core.catalog.stock.Reason by its value, and the Quantity: signed, or what was counted."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._product: Product | None = None
        self._movements: tuple[Movement, ...] = ()
        self._heading = text_label("section")
        self._chip = Chip(themes, "stock")
        self.quantity = QLineEdit("1", self)
        self.quantity.setFixedWidth(88)
        self.quantity.returnPressed.connect(self._book)
        self.problem = text_label("problem", wrap=True)
        self.problem.hide()
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
        column.addWidget(self.problem)
        column.addLayout(self._history)
        self.retranslate()

    def show_stock(self, product: Product, movements: Sequence[Movement]) -> None:
        """Show how much there is of ``product``, and how it came to that."""
        self._product, self._movements = product, tuple(movements)
        self._write()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._heading.setText(self.tr("Stock"))
        self.quantity.setAccessibleName(self.tr("How much"))
        self.reason.setAccessibleName(self.tr("Why the stock changes"))
        for row, reason in enumerate(BOOKED):
            self.reason.setItemText(row, self._reason(reason))
        self.book_button.setText(self.tr("Book"))
        self._write()

    def _book(self) -> None:
        reason = str(self.reason.currentData())
        try:
            amount = self._entered()
        except KnownError as error:
            self.problem.setText(in_words(error.sentence))
            self.problem.show()
            self.quantity.setFocus()
            return
        self.problem.hide()
        self.booked.emit(reason, -amount if reason in _TAKING else amount)
        self.quantity.setText("1")

    def _entered(self) -> Quantity:
        """What was typed, in the product's own unit; below zero only makes no sense here."""
        own = self._product.unit if self._product is not None else None
        amount, unit = read_typed(self.quantity.text())
        if amount < NOTHING or unit not in (None, own):
            raise KnownError(
                message("core", "“{quantity}” cannot be booked: write how much, like 12 or 0.5."),
                quantity=self.quantity.text(),
            )
        require_countable(amount, own)
        return amount

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
        if self._product is None:
            return
        unit, present = self._product.unit, self._product.stock
        self._chip.show_text(stock(present, unit), stock_tone(present))
        while (cell := self._history.takeAt(0)) is not None:
            widget = cell.widget()
            if widget is not None:
                widget.deleteLater()
        for row, movement in enumerate(self._movements):
            amount = (
                signed(movement.quantity, unit)
                if movement.quantity != NOTHING
                else "±" + quantity(NOTHING, unit)
            )
            if movement.counted is False:
                amount = self.tr("Not counted any more")
            why = dotted(self._reason(movement.reason.value), movement.who, movement.note)
            for place, (text, kind) in enumerate(
                ((moment(movement.moved), "small"), (amount, "body"), (why, "small"))
            ):
                label = selectable(text_label("body" if kind == "body" else "small", wrap=place == 2))
                label.setText(text)
                if place == 1:
                    label.setAlignment(Qt.AlignmentFlag.AlignRight)
                self._history.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
