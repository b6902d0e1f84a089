"""A product's stock in the panel: what there is, booking a movement, and the latest movements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.errors import KnownError
from core.quantities.low_mark import is_low, no_mark
from core.quantities.quantity import is_out
from core.quantities.units import Unit
from desktop_app.look.language import Translated, in_words
from desktop_app.look.stock_words import quantity, read_booking, read_in, stock, stock_tone, typed
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted
from desktop_app.pages.catalog.actions import CatalogActions
from desktop_app.pages.catalog.facts import ProductFile
from desktop_app.pages.catalog.history.words import change_words, reason_words
from desktop_app.pages.catalog.lists.product_columns import moment
from desktop_app.widgets.chip import Chip
from desktop_app.widgets.fields.entry_line import EntryLine
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.catalog.edits.product_change import ProductChange

BOOKED = ("delivery", "sale", "return", "loss", "count")
"""Reasons to choose from. A delivery and a return add, a sale and a loss take away, a count says how many."""
_TAKING = frozenset({"sale", "loss"})


class StockBook(Translated, QWidget):
    """Shows what the books say; booking is a wish that the page fulfils."""

    booked = Signal(str, object)
    """A core.catalog.stock.Reason by its value, and the Quantity: signed, or what was counted."""
    change_wanted = Signal(object)
    """A ProductChange: another mark for low stock."""

    def __init__(self, themes: ThemeSwitch, acts: CatalogActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: ProductFile | None = None
        self._heading = text_label("section")
        self._chip = Chip(themes, "stock")
        self.quantity = QLineEdit("1", self)
        self.quantity.setFixedWidth(68)
        self.quantity.returnPressed.connect(self._book)
        self.problem = text_label("problem", wrap=True)
        self.problem.hide()
        self.reason = ChoiceBox(self)
        self.reason.setMinimumContentsLength(2)  # the panel may be narrower than its longest word
        self.reason.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for reason in BOOKED:
            self.reason.addItem("", reason)
        self.book_button = IconButton(themes, "check", "plain", self)
        self.book_button.clicked.connect(self._book)
        self.low = EntryLine(self._low_problem, self)
        self.low.entered.connect(lambda text: self.change_wanted.emit(self._read_low(text)))
        self._history_button = IconButton(themes, "list", "quiet", self)
        self._history_button.follow(acts.history)
        self._history = QGridLayout()
        self._history.setHorizontalSpacing(8)
        self._history.setVerticalSpacing(4)
        self._history.setColumnStretch(0, 1)
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
        column.addWidget(self.low)
        column.addLayout(self._history)
        column.addWidget(self._history_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def show_stock(self, file: ProductFile) -> None:
        """Show how much there is of a product, how it came to that, and when it is too little."""
        is_same = self._file is not None and self._file.product.id == file.product.id
        self._file = file
        own = file.product.low
        if not (is_same and self.low.line.hasFocus() and self.low.is_changed):
            self.low.show_text("" if own is None else typed(own))
        self._write()

    def finish(self) -> None:
        """Enter what is being typed as the mark; a booking is entered by its own button alone."""
        self.low.finish()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._heading.setText(self.tr("Stock"))
        self.quantity.setAccessibleName(self.tr("How much"))
        self.reason.setAccessibleName(self.tr("Why the stock changes"))
        for row, reason in enumerate(BOOKED):
            self.reason.setItemText(row, reason_words(reason))
        self.book_button.setText(self.tr("Book"))
        self.low.set_name(self.tr("Low stock at"))
        self._write()

    def _book(self) -> None:
        reason = str(self.reason.currentData())
        try:
            amount = read_booking(self.quantity.text(), self._unit, may_be_nothing=True)
        except KnownError as error:
            self.problem.setText(in_words(error.sentence))
            self.problem.show()
            self.quantity.setFocus()
            return
        self.problem.hide()
        self.booked.emit(reason, -amount if reason in _TAKING else amount)
        self.quantity.setText("1")

    @property
    def _unit(self) -> Unit | None:
        return self._file.product.unit if self._file is not None else None

    def _read_low(self, text: str) -> ProductChange:
        from core.catalog.edits.product_change import ProductChange

        if not text.strip():
            return ProductChange(shops_low=True)
        mark = read_in(text, self._unit)
        if mark is None:
            raise no_mark(text)
        return ProductChange(low=mark)

    def _low_problem(self, text: str) -> str:
        try:
            self._read_low(text)
        except KnownError as error:
            return in_words(error.sentence)
        return ""

    def _write(self) -> None:
        if self._file is None:
            return
        product, shops = self._file.product, self._file.shops_mark
        unit, present = product.unit, product.stock
        is_little = is_low(present, product.low if product.low is not None else shops)
        words = dotted(stock(present, unit), self.tr("low") if is_little and not is_out(present) else "")
        self._chip.show_text(words, stock_tone(present, low=is_little))
        self.low.line.setPlaceholderText(
            self.tr("{quantity}, as everywhere in the shop").format(quantity=quantity(shops, unit))
            if shops is not None
            else self.tr("never, unless you say so")
        )
        while (cell := self._history.takeAt(0)) is not None:
            widget = cell.widget()
            if widget is not None:
                widget.deleteLater()
        for row, movement in enumerate(self._file.movements):
            amount = change_words(movement, unit)
            when, note = moment(movement.moved), movement.note
            why = dotted(when, reason_words(movement.reason.value), movement.who, note)
            for place, text in enumerate((why, amount)):
                label = text_label("small" if place == 0 else "body", wrap=True)
                label.setText(text)
                if place == 1:
                    label.setAlignment(Qt.AlignmentFlag.AlignRight)
                self._history.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
