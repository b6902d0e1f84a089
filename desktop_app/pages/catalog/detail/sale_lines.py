"""A product's price for some days, as the panel's form edits it: what it costs, from when, until when."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.catalog.money import format_money, parse_money
from core.errors import KnownError
from core.messages import message
from core.quantities.sale_price import NO_SALE, Sale, read_day
from desktop_app.look.language import Translated, in_words
from desktop_app.widgets.fields.entry_line import EntryLine


class SaleLines(Translated, QWidget):
    """The row with the days, hidden without a sale; the form puts :attr:`price` beside the regular one."""

    entered = Signal(object)
    """The Sale that all three lines say together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = ""
        self._sale = NO_SALE
        self.price = EntryLine(self._problem(self._read_price), self)
        self.starts, self.ends = (EntryLine(self._problem(_read_day), self) for _ in range(2))
        for day in (self.starts, self.ends):
            day.line.setPlaceholderText("YYYY-MM-DD")
        for line in self._lines():
            line.entered.connect(lambda _text: self._tell())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.starts, 1)
        row.addWidget(self.ends, 1)
        self.retranslate()

    def show_sale(self, sale: Sale, currency: str, *, has_price: bool, keep_typed: bool) -> None:
        """Show a product's sale.

        Args:
            currency: of its regular price; a sale has no other.
            has_price: a product without a price has nothing to reduce.
            keep_typed: what is being typed is left alone.
        """
        self._sale, self._currency = sale, currency
        price = "" if sale.minor is None else format_money(sale.minor, currency)
        for line, text in zip(self._lines(), (price, sale.starts, sale.ends), strict=True):
            if not (keep_typed and line.line.hasFocus() and line.is_changed):
                line.show_text(text)
        self.price.setEnabled(has_price or sale.minor is not None)
        self.setVisible(sale.minor is not None)

    def finish(self) -> None:
        """Enter what is being typed."""
        for line in self._lines():
            line.finish()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.price.set_name(self.tr("Sale price"))
        self.starts.set_name(self.tr("Sale begins"))
        self.ends.set_name(self.tr("Sale ends"))

    def _lines(self) -> tuple[EntryLine, EntryLine, EntryLine]:
        return self.price, self.starts, self.ends

    def _tell(self) -> None:
        """Tell what the lines say; a line that is wrong counts as it was."""
        price, starts, ends = (line.line.text() for line in self._lines())
        minor = self._sale.minor if self.price.is_changed else self._read_price(price)
        first = self._sale.starts if self.starts.is_changed else _read_day(starts)
        last = self._sale.ends if self.ends.is_changed else _read_day(ends)
        self.entered.emit(NO_SALE if minor is None else Sale(minor, first, last))

    def _read_price(self, text: str) -> int | None:
        if not text.strip():
            return None
        minor, currency = parse_money(text, self._currency)
        if currency != self._currency:
            raise KnownError(
                message("core", "A sale price is in the currency of the price itself: {currency}."),
                currency=self._currency,
            )
        return minor

    @staticmethod
    def _problem(read: Callable[[str], object]) -> Callable[[str], str]:
        def problem(text: str) -> str:
            try:
                read(text)
            except KnownError as error:
                return in_words(error.sentence)
            return ""

        return problem


def _read_day(text: str) -> str:
    day = read_day(text)
    if day is None:
        raise KnownError(message("core", "“{day}” is no day: write it like 2026-12-24."), day=text[:20])
    return day
