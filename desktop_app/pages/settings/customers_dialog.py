"""Customers who are known by a number: listed, exported for whoever asks, deleted one by one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.catalog.sales.customer_data import export_customer
from core.catalog.sales.customers import Customer, customers
from core.messages import Sentence
from core.sales.forgetting import forget_customer
from desktop_app.engine.jobs import Lane
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import Translated, in_words
from desktop_app.look.table_model import TableModel
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.question import ask
from desktop_app.widgets.row_table import RowTable

_DAY_WIDTH = 128


class CustomersDialog(Translated, QDialog):
    """A table of numbers; what is done to one is done to the row that is selected."""

    changed = Signal()
    """A customer is deleted."""

    def __init__(self, jobs: ShopJobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._reading = Question(jobs)
        self._customers: Sequence[Customer] = ()
        self._rows = TableModel(self)
        self.table = RowTable(36, self)
        self.table.setModel(self._rows)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._said = text_label("muted", wrap=True)
        self.export_button = QPushButton(self)
        self.delete_button = QPushButton(self)
        self._close = QPushButton(self)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._said, 1)
        for button in (self.export_button, self.delete_button, self._close):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self.resize(640, 480)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.export_button.clicked.connect(self._ask_for_file)
        self.delete_button.clicked.connect(self._ask_to_delete)
        self._close.clicked.connect(self.reject)
        self.retranslate()
        self._read()

    @property
    def selected(self) -> Customer | None:
        """The customer whose row is selected."""
        rows = self.table.selectionModel().selectedRows()
        return self._customers[rows[0].row()] if rows else None

    def delete_now(self, customer: Customer) -> None:
        """Delete this customer; there is no undo."""
        self._say("")
        self._jobs.run(
            lambda shop, report: forget_customer(shop, customer.number, report),
            success=lambda _none: self._on_deleted(customer.number),
            failure=self._on_failure,
            lane=Lane.WRITING,
            whose=self,
        )

    def export_now(self, customer: Customer, target: Path) -> None:
        """Write all that is known of this customer; the file dialog has asked about one that is there."""
        self._jobs.run(
            lambda shop, _report: export_customer(shop.catalog, customer.number, target, replace=True),
            success=lambda place: self._say(self.tr("Written: {file}").format(file=place)),
            failure=self._on_failure,
            whose=self,
        )

    def _read(self) -> None:
        self._reading.ask(lambda shop, _report: customers(shop.catalog), self._show)

    def _show(self, found: list[Customer]) -> None:
        self._customers = found
        self.retranslate()

    def _on_deleted(self, number: str) -> None:
        self._say(self.tr("{number} is deleted.").format(number=number))
        self.changed.emit()
        self._read()

    def _on_failure(self, failure: Sentence) -> None:
        self._say(in_words(failure))

    def _say(self, text: str) -> None:
        self._said.setText(text)

    def _ask_for_file(self) -> None:
        customer = self.selected
        if customer is None:
            return
        title = self.tr("Write what is known of {number}").format(number=customer.number)
        dialog = FileDialog(self, title, "exports")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.setNameFilters(["JSON (*.json)"])
        dialog.fileSelected.connect(lambda file: self.export_now(customer, Path(file)))
        dialog.open()

    def _ask_to_delete(self) -> None:
        customer = self.selected
        if customer is None:
            return
        words = self.tr("Delete the customer {number}? The receipts stay, as anybody's. There is no undo.")
        ask(
            self,
            words.format(number=customer.number),
            self.tr("Delete"),
            lambda: self.delete_now(customer),
            QMessageBox.ButtonRole.DestructiveRole,
        )

    def _allow(self) -> None:
        for button in (self.export_button, self.delete_button):
            button.setEnabled(self.selected is not None)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Customers"))
        self.table.setAccessibleName(self.tr("Customers"))
        columns = (self.tr("Number"), self.tr("Receipts"), self.tr("First"), self.tr("Last"))
        rows = tuple((one.number, str(one.receipts), one.first_day, one.last_day) for one in self._customers)
        self._rows.show_table(columns, rows)
        self.table.share_room(0, 1)
        self.table.horizontalHeader().setDefaultSectionSize(_DAY_WIDTH)
        self.export_button.setText(self.tr("Export…"))
        self.delete_button.setText(self.tr("Delete…"))
        self._close.setText(self.tr("Close"))
        self._allow()
