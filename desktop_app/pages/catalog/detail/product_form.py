"""The fields of one product, a line each, as the panel edits them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from core.errors import KnownError
from core.quantities.sale_price import Sale
from desktop_app.look.language import Translated, in_words
from desktop_app.pages.catalog.detail.sale_lines import SaleLines
from desktop_app.pages.catalog.facts import Choices, ProductFile
from desktop_app.pages.catalog.lists.product_columns import Column, edit_text, heading, read_entry
from desktop_app.widgets.fields.entry_line import EntryLine

_FIELDS = (
    Column.TITLE,
    Column.PRICE,
    Column.CATEGORY,
    Column.BRAND,
    Column.LOCATION,
    Column.BARCODE,
    Column.TAGS,
)


class ProductForm(Translated, QWidget):
    """Each line is entered by itself, as a wish for a change."""

    changed = Signal(object)
    """A ProductChange."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: ProductFile | None = None
        self._usual_currency = ""
        self.lines = {column: EntryLine(self._problem_of(column), self) for column in _FIELDS}
        self.sale = SaleLines(self)
        lines, grid = self.lines, QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[QWidget, ...], ...] = (
            (lines[Column.TITLE],),
            (lines[Column.PRICE], self.sale.price),
            (self.sale,),
            (lines[Column.CATEGORY], lines[Column.BRAND]),
            (lines[Column.LOCATION], lines[Column.BARCODE]),
            (lines[Column.TAGS],),
        )
        for row, widgets in enumerate(rows):
            for place, widget in enumerate(widgets):
                grid.addWidget(widget, row, place, 1, 3 - len(widgets), Qt.AlignmentFlag.AlignTop)
        for place in range(2):
            grid.setColumnStretch(place, 1)
        for column, line in self.lines.items():
            line.entered.connect(lambda text, column=column: self._on_entered(column, text))
        self.sale.entered.connect(self._on_sale)
        self.retranslate()

    def show_file(self, file: ProductFile, *, keep_typed: bool) -> None:
        """Show this product.

        Args:
            keep_typed: what is being typed is left alone.
        """
        self._file = file
        product = file.product
        for column, line in self.lines.items():
            if not (keep_typed and line.line.hasFocus() and line.is_changed):
                line.show_text(edit_text(product, column))
        self.sale.show_sale(
            product.sale,
            product.currency,
            has_price=product.price_minor is not None,
            keep_typed=keep_typed,
        )

    def show_choices(self, choices: Choices) -> None:
        """Names to choose from while typing."""
        self._usual_currency = choices.currency
        for column, words in (
            (Column.CATEGORY, choices.categories),
            (Column.BRAND, choices.brands),
            (Column.LOCATION, choices.locations),
        ):
            self.lines[column].offer(words)

    def finish(self) -> None:
        """Enter what is being typed."""
        for line in self.lines.values():
            line.finish()
        self.sale.finish()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        for column, line in self.lines.items():
            line.set_name(self.tr("Title") if column is Column.TITLE else heading(column))

    def _currency(self) -> str:
        own = self._file.product.currency if self._file is not None else ""
        return own or self._usual_currency

    def _problem_of(self, column: Column) -> Callable[[str], str]:
        def problem(text: str) -> str:
            try:
                read_entry(column, text, self._currency())
            except KnownError as error:
                return in_words(error.sentence)
            return ""

        return problem

    def _on_entered(self, column: Column, text: str) -> None:
        self.changed.emit(read_entry(column, text, self._currency()))

    def _on_sale(self, sale: Sale) -> None:
        from core.catalog.edits.product_change import ProductChange

        self.changed.emit(ProductChange(sale=sale))
