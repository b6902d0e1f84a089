"""Importing receipts: what is in the file, what would come in; then the import, in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.messages import Sentence
from core.progress import Progress
from desktop_app.engine.jobs import About, Job, Lane
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import Translated, core_text, in_words
from desktop_app.pages.importing.choices_bar import ChoicesBar
from desktop_app.pages.importing.remarks import ImportRemarks
from desktop_app.pages.importing.rows_view import RowsView
from desktop_app.pages.importing.sales.fields import sales_fields
from desktop_app.pages.importing.sales.work import SalesSource, import_source, plan, preview
from desktop_app.widgets.fields.mapping_form import MappingForm
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.sales.preview import SalesPreview
    from core.sales.report import SalesReport

_REPLAN_MS = 300
_ORDERS = ("", "day-first", "month-first")


class SalesDialog(Translated, QDialog):
    """One import from choosing to done. Nothing is changed before "Import" is pressed."""

    imported = Signal()
    """Receipts came in, and stock may have moved."""
    told = Signal(object, object)
    """What it did, where nobody looks at it: as :attr:`ShopNews.told`."""
    ended = Signal()
    """It is closed, and nothing is under way: it can go."""

    def __init__(self, jobs: ShopJobs, source: Path, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._source = source
        self._preview: SalesPreview | None = None
        self._looking = Question(jobs)
        self._job: Job | None = None
        self._words: Callable[[], str] = lambda: self.tr("Reading…")
        self._headline = text_label("title", wrap=True)
        self._into = text_label("muted", wrap=True)
        self._summary = text_label("body", wrap=True)
        self.books_stock = QCheckBox(self)
        self.books_stock.setChecked(True)
        self.choices = ChoicesBar(self)
        self._order_label = QLabel(self)
        self.order = ChoiceBox(self)
        self._by_hand = QCheckBox(self)
        self._form = MappingForm(tuple(sales_fields()), self)
        self._form_area = QScrollArea(self)
        self._view = RowsView(self, sales_fields)
        self._remarks = ImportRemarks(self)
        self._bar = QProgressBar(self)
        self._cancel = QPushButton(self)
        self._go = QPushButton(self)
        self._replan = QTimer(self, singleShot=True, interval=_REPLAN_MS)
        self._build()
        self.retranslate()
        self._read()

    @property
    def is_importing(self) -> bool:
        """Whether receipts are coming in."""
        return self._job is not None

    def is_ready(self) -> bool:
        """Whether it is known what the import would bring."""
        return self._go.isEnabled()

    def start(self) -> None:
        """Import now, as the button does."""
        self._go.click()

    def reject(self) -> None:
        """Close it; an import that is under way goes on."""
        self._replan.stop()
        self._looking.drop()
        super().reject()
        if not self.is_importing:
            self.ended.emit()

    def _read(self) -> None:
        said = self._said()
        self._looking.ask(lambda _shop, _report: preview(said), self._on_preview, failure=self._on_failure)

    def _on_preview(self, found: SalesPreview) -> None:
        self._preview = found
        self.choices.offer(found.sheets)
        self.choices.offer_reading_alone()
        self._view.show_rows(found.columns, found.rows)
        self._form.show_columns(found.columns, found.mapping, self._nothing())
        self._by_hand.setEnabled(bool(found.till))
        self._by_hand.setVisible(bool(found.till))
        self._by_hand.setChecked(not found.till)
        self._form_area.setVisible(not found.till)
        self.retranslate()
        self._plan()

    def _mapping(self) -> dict[str, str] | None:
        return self._form.mapping() if self._by_hand.isChecked() else None

    def _said(self) -> SalesSource:
        order = _ORDERS[max(0, self.order.currentIndex())]
        return SalesSource(
            self._source, self._mapping(), self.choices.choices(), order, self.books_stock.isChecked()
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
        self._say(lambda: self.tr("Comparing with the shop…"))
        said = self._said()
        self._looking.ask(lambda shop, _report: plan(shop, said), self._on_plan, failure=self._on_failure)

    def _on_plan(self, found: SalesReport) -> None:
        self._remarks.show_sales(found)
        self._go.setEnabled(found.receipts > 0)
        self._go.setFocus()
        self._say(lambda: self._planned(found))

    def _start(self) -> None:
        said = self._said()
        for widget in (self._go, self._by_hand, self._form_area, self.choices, self.order, self.books_stock):
            widget.setEnabled(False)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._say(lambda: self.tr("Importing…"))
        self._job = self._jobs.run(
            lambda shop, report: import_source(shop, said, report),
            success=self._on_imported,
            failure=self._on_failure,
            progress=self._on_progress,
            stopped=self.reject,
            lane=Lane.IMPORTING,
            about=About(lambda: self.tr("Importing {file}").format(file=self._source.name), self._show_again),
        )
        self._cancel.setText(self.tr("Close"))
        self.hide()

    def _show_again(self) -> None:
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.show()
        self.activateWindow()

    def _on_progress(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._say(lambda: f"{core_text(progress.stage)}: {progress.done} / {progress.total}")

    def _on_imported(self, report: SalesReport) -> None:
        self._job = None
        self._bar.hide()
        self._remarks.show_sales(report)
        self._go.hide()
        self._say(lambda: self._done(report))
        self._cancel.setText(self.tr("Close"))
        self._cancel.setFocus()
        self.imported.emit()
        if not self.isVisible():
            self.told.emit(self._show_again, lambda: f"{self._source.name} – {self._words()}")

    def _on_failure(self, failure: Sentence) -> None:
        self._job = None
        self._bar.hide()
        for widget in (self._by_hand, self._form_area, self.choices, self.order, self.books_stock):
            widget.setEnabled(True)
        self._say(lambda: in_words(failure))
        if not self.isVisible():
            self._show_again()

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

    def _say(self, words: Callable[[], str]) -> None:
        self._words = words
        self._summary.setText(words())

    def _nothing(self) -> str:
        return self.tr("— none —")

    def _build(self) -> None:
        self.order.addItems(_ORDERS)
        self._order_label.setBuddy(self.order)
        self._form_area.setWidget(self._form)
        self._form_area.setWidgetResizable(True)
        self._form_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._form_area.setFixedWidth(360)
        self._form_area.hide()
        self._bar.hide()
        self._cancel.setAutoDefault(False)
        self._go.setProperty("kind", "primary")
        self._go.setDefault(True)
        self._go.setEnabled(False)
        self._by_hand.setEnabled(False)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self._order_label)
        choices.addWidget(self.order)
        choices.addSpacing(16)
        choices.addWidget(self.books_stock)
        choices.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(self._form_area)
        middle.addWidget(self._view, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._summary, 1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._headline)
        column.addWidget(self._into)
        column.addWidget(self.choices)
        column.addLayout(choices)
        column.addWidget(self._by_hand)
        column.addLayout(middle, 1)
        column.addWidget(self._remarks)
        column.addWidget(self._bar)
        column.addLayout(buttons)
        self.resize(1000, 640)
        self._by_hand.toggled.connect(self._form_area.setVisible)
        self._by_hand.toggled.connect(lambda _on: self._replan.start())
        self.choices.changed.connect(self._replan.start)
        self.choices.reread_wanted.connect(self._read)
        self._form.changed.connect(self._replan.start)
        self.order.currentIndexChanged.connect(lambda _place: self._replan.start())
        self._replan.timeout.connect(self._plan)
        self._cancel.clicked.connect(self.reject)
        self._go.clicked.connect(self._start)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Import receipts"))
        words = (
            self.tr("{file}: exported from {program}")
            if self._preview is not None and self._preview.till
            else self.tr("{file}: which column is what?")
        )
        program = self._preview.till if self._preview is not None else ""
        headline = words.format(file=self._source.name, program=program)
        self._headline.setText(self._source.name if self._preview is None else headline)
        self._into.setText(self.tr("Into the shop “{shop}”").format(shop=self._jobs.shop_name))
        self.choices.retranslate()
        self._order_label.setText(self.tr("Days"))
        self.order.setAccessibleName(self.tr("Days"))
        for place, text in enumerate(
            (self.tr("as found"), self.tr("31/12: day first"), self.tr("12/31: month first"))
        ):
            self.order.setItemText(place, text)
        self.books_stock.setText(self.tr("What was sold since the last count leaves the stock"))
        self.books_stock.setToolTip(
            self.tr("Off for a shop whose till keeps the stock and whose tables bring it.")
        )
        self._by_hand.setText(self.tr("Choose the columns by hand"))
        self._form.name_fields(sales_fields(), self._nothing())
        self._go.setText(self.tr("Import"))
        closes = self._go.isHidden() or self.is_importing
        self._cancel.setText(self.tr("Close") if closes else self.tr("Cancel"))
        self._summary.setText(self._words())


def _says_enough(mapping: Mapping[str, str]) -> bool:
    """Whether it is known which column is the receipt's number, its day, and the product."""
    return {"receipt", "date"} <= mapping.keys() and bool({"sku", "barcode", "title"} & mapping.keys())
