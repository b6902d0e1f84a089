"""Importing receipts: what is in the file, what would come in; then the import, in the background."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.importing.frame import ImportFrame
from desktop_app.pages.importing.sales.fields import sales_fields
from desktop_app.pages.importing.sales.work import SalesSource, import_source, plan, preview
from desktop_app.widgets.fields.wheel import ChoiceBox

if TYPE_CHECKING:
    from core.sales.preview import SalesPreview
    from core.sales.report import SalesReport

_ORDERS = ("", "day-first", "month-first")


class SalesDialog(ImportFrame):
    """Receipts of a till, which may move stock."""

    def __init__(self, jobs: ShopJobs, source: Path, *, parent: QWidget | None = None) -> None:
        super().__init__(jobs, source, sales_fields, parent)
        self._preview: SalesPreview | None = None
        self.books_stock = QCheckBox(self)
        self.books_stock.setChecked(True)
        self._order_label = QLabel(self)
        self.order = ChoiceBox(self)
        self.order.addItems(_ORDERS)
        self._order_label.setBuddy(self.order)
        self._zone_label = QLabel(self)
        self.zone = QLineEdit(self)
        self.zone.setPlaceholderText("Europe/Berlin")
        self.zone.setFixedWidth(150)
        self._zone_label.setBuddy(self.zone)
        self._said_here += [self.order, self.zone, self.books_stock]
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self._order_label)
        choices.addWidget(self.order)
        choices.addSpacing(16)
        choices.addWidget(self._zone_label)
        choices.addWidget(self.zone)
        choices.addSpacing(16)
        choices.addWidget(self.books_stock)
        choices.addStretch(1)
        self._above.addLayout(choices)
        self.order.currentIndexChanged.connect(lambda _place: self._replan.start())
        self.zone.textChanged.connect(lambda _text: self._replan.start())
        self.retranslate()
        self._read()

    def _read(self) -> None:
        said = self._said()
        self._looking.ask(lambda _shop, _report: preview(said), self._on_preview, failure=self._on_failure)

    def _on_preview(self, found: SalesPreview) -> None:
        self._preview = found
        self.choices.offer_reading_alone()
        self._show_table(found, found.till)

    def _said(self) -> SalesSource:
        order = _ORDERS[max(0, self.order.currentIndex())]
        return SalesSource(
            self._source,
            self._mapping(),
            self.choices.choices(),
            order,
            self.zone.text().strip(),
            self.books_stock.isChecked(),
        )

    def _plan(self) -> None:
        self._replan.stop()
        if self._preview is None:
            return
        self._view.name_columns(self._mapping() or self._preview.mapping)
        self._go.setEnabled(False)
        mapping = self._mapping()
        if mapping is not None and not _says_enough(mapping):
            self._say(
                lambda: self.tr("Choose the columns of the receipt's number, its day, and the product (SKU).")
            )
            return
        said = self._said()
        self._compare(lambda shop: plan(shop, said), self._on_plan)

    def _on_plan(self, found: SalesReport) -> None:
        self._remarks.show_sales(found)
        self._show_planned(found.receipts, lambda: self._planned(found))

    def _start(self) -> None:
        said = self._said()
        self._bring_in(lambda shop, report: import_source(shop, said, report))

    def _show_report(self, report: SalesReport) -> None:
        self._remarks.show_sales(report)
        self._say(lambda: self._done(report))

    def _planned(self, found: SalesReport) -> str:
        number = QLocale().toString
        return self.tr("Receipts: {new} new of {receipts}, with {lines} lines.").format(
            new=number(found.new_receipts), receipts=number(found.receipts), lines=number(found.lines)
        )

    def _done(self, found: SalesReport) -> str:
        number = QLocale().toString
        words = self.tr("Done. New receipts: {new}, new lines: {lines}. Products whose stock moved: {moved}.")
        return words.format(
            new=number(found.new_receipts), lines=number(found.new_lines or 0), moved=number(found.moved)
        )

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        super().retranslate()
        self.setWindowTitle(self.tr("Import receipts"))
        words = (
            self.tr("{file}: exported from {program}")
            if self._preview is not None and self._preview.till
            else self.tr("{file}: which column is what?")
        )
        program = self._preview.till if self._preview is not None else ""
        headline = words.format(file=self._source.name, program=program)
        self._headline.setText(self._source.name if self._preview is None else headline)
        self._order_label.setText(self.tr("Days"))
        self.order.setAccessibleName(self.tr("Days"))
        self._zone_label.setText(self.tr("Time zone"))
        self.zone.setAccessibleName(self.tr("Time zone"))
        self.zone.setToolTip(self.tr("The till's, like Europe/Berlin. Empty: as this computer's."))
        for place, text in enumerate(
            (self.tr("as found"), self.tr("31/12: day first"), self.tr("12/31: month first"))
        ):
            self.order.setItemText(place, text)
        self.books_stock.setText(self.tr("What was sold since the last count leaves the stock"))
        self.books_stock.setToolTip(
            self.tr("Off for a shop whose till keeps the stock and whose tables bring it.")
        )


def _says_enough(mapping: Mapping[str, str]) -> bool:
    """Whether it is known which column is the receipt's number, its day, and the product."""
    return {"receipt", "date"} <= mapping.keys() and bool({"sku", "barcode", "title"} & mapping.keys())
