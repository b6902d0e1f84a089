"""What a customer brings back: how much, on which receipt, as good as new or not, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.catalog.currencies.shown import shown_amount
from core.errors import KnownError
from core.goods_back.booking import LONGEST_REASON, Condition
from core.goods_back.sold_lines import MOST, SoldLine
from core.quantities.sale_price import read_day
from desktop_app.look.language import Translated, in_words
from desktop_app.look.stock_words import quantity, read_booking, unit_sign
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted
from desktop_app.pages.search.answer.wares import Ware
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

_WIDTH = 440


class ReturnDialog(Translated, QDialog):
    """Of one product. Whoever opens it looks the receipts up, and books."""

    hints_given = Signal(str, str)
    """The customer's number and the day, as far as they are known: look for receipts."""
    booked = Signal(object, object, str, object)
    """The Quantity, the Condition, the reason, and the SoldLine or None."""

    def __init__(self, themes: ThemeSwitch, product: Ware, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._product = product
        self._receipts: tuple[SoldLine, ...] | None = None
        self._title = text_label("title")
        self._what = text_label("strong", wrap=True)
        self.amount, self.customer, self.day, self.reason = (QLineEdit(self) for _ in range(4))
        self.receipt, self.condition = ChoiceBox(self), ChoiceBox(self)
        self._found = text_label("small", wrap=True)
        self.problem = text_label("problem", wrap=True)
        self.book_button = IconButton(themes, "check", "primary", self)
        self._close = QPushButton(self)
        self._fields = (self.amount, self.customer, self.day, self.receipt, self.condition, self.reason)
        self._names = [text_label("body") for _ in self._fields]
        self._build()
        self.retranslate()

    def show_receipts(self, found: Sequence[SoldLine]) -> None:
        """These are the receipts that fit; where one alone does, it is chosen."""
        self._receipts = tuple(found)
        self._fill()
        fitting = [number for number, line in enumerate(found, 1) if line.left.thousandths]
        is_hinted = bool(self.customer.text().strip() or self.day.text().strip())
        self.receipt.setCurrentIndex(fitting[0] if len(fitting) == 1 and is_hinted else 0)

    def complain(self, words: str) -> None:
        """Say why it is not booked."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Brought back"))
        self._title.setText(self.tr("Brought back"))
        self._what.setText(self._product.title)
        texts = (
            dotted(self.tr("How much"), unit_sign(self._product.unit)),
            self.tr("Customer's number, if it is known"),
            self.tr("Day of the receipt, if it is known"),
            self.tr("Receipt"),
            self.tr("Condition"),
            self.tr("Why"),
        )
        for label, text, field in zip(self._names, texts, self._fields, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self.day.setPlaceholderText("2026-11-28")
        self.condition.setItemText(0, self.tr("As good as new: back to stock"))
        self.condition.setItemText(1, self.tr("Damaged or spoiled: written off"))
        self.book_button.setText(self.tr("Book the return"))
        self._close.setText(self.tr("Cancel"))
        self._fill()

    def _fill(self) -> None:
        """The receipts, in the language of now."""
        chosen = max(0, self.receipt.currentIndex())
        self.receipt.clear()
        self.receipt.addItem(self.tr("Without a receipt"), None)
        for line in (self._receipts or ())[:MOST]:
            unit = self._product.unit
            left = self.tr("{left} of {sold} left").format(
                left=quantity(line.left, unit), sold=quantity(line.quantity, unit)
            )
            paid = "" if line.paid_minor is None else shown_amount(line.paid_minor, line.currency)
            self.receipt.addItem(dotted(line.day, line.number, left, paid), line)
        self.receipt.setCurrentIndex(min(chosen, self.receipt.count() - 1))
        self._found.setText(self._counted())

    def _counted(self) -> str:
        """How many receipts there are to choose from, and what finds others where there may be more."""
        if self._receipts is None:
            return ""
        count = len(self._receipts)
        if count <= MOST:
            return self.tr("%n receipt(s) found", "", count)
        return self.tr("The last {count} receipts; a number or a day finds older ones").format(count=MOST)

    def _look_up(self) -> None:
        day = read_day(self.day.text())
        if day is None:
            self.complain(self.tr("A day is written as 2026-11-28."))
            return
        self.complain("")
        self.hints_given.emit(self.customer.text().strip(), day)

    def _book(self) -> None:
        try:
            amount = read_booking(self.amount.text(), self._product.unit)
        except KnownError as error:
            self.complain(in_words(error.sentence))
            self.amount.setFocus()
            return
        self.complain("")
        condition = Condition(self.condition.currentData())  # Qt keeps the text alone
        self.booked.emit(amount, condition, self.reason.text().strip(), self.receipt.currentData())

    def _build(self) -> None:
        self.amount.setText("1")
        self.amount.selectAll()
        self.reason.setMaxLength(LONGEST_REASON)
        for condition in Condition:
            self.condition.addItem("", condition)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in zip(self._names, self._fields, strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        form.insertRow(4, self._found)
        foot = QHBoxLayout()
        foot.addWidget(self._close)
        foot.addStretch(1)
        foot.addWidget(self.book_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._what)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addStretch(1)
        column.addLayout(foot)
        self.problem.hide()
        self.setMinimumWidth(_WIDTH)
        self._close.setAutoDefault(False)
        self.book_button.setDefault(True)
        self._close.clicked.connect(self.reject)
        self.book_button.clicked.connect(self._book)
        for line in (self.customer, self.day):
            line.editingFinished.connect(self._look_up)
