"""Customers who are known by a number: listed, exported for whoever asks, deleted one by one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QMessageBox,
    QPushButton,
    QWidget,
)

from core.catalog.sales.customer_data import export_customer
from core.catalog.sales.customers import Customer, customers
from core.messages import Sentence
from core.sales.forgetting import forget_customer
from desktop_app.engine.jobs import Lane
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import in_words
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.widgets.question import ask
from desktop_app.widgets.table_dialog import TableDialog

_DAY_WIDTH = 128


class CustomersDialog(TableDialog):
    """A table of numbers; what is done to one is done to the row that is selected."""

    changed = Signal()
    """A customer is deleted."""

    def __init__(self, jobs: ShopJobs, parent: QWidget) -> None:
        super().__init__(parent, width=640)
        self._jobs = jobs
        self._reading = Question(jobs)
        self._customers: Sequence[Customer] = ()
        self.export_button = QPushButton(self)
        self.delete_button = QPushButton(self)
        self.export_button.clicked.connect(self._ask_for_file)
        self.delete_button.clicked.connect(self._ask_to_delete)
        self.build((self.export_button, self.delete_button))
        self.retranslate()
        self._read()

    @property
    def selected(self) -> Customer | None:
        """The customer whose row is selected."""
        row = self.selected_row
        return None if row is None else self._customers[row]

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
        self.said.setText(text)

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

    def allow(self) -> None:
        """All that can be done is done to the one that is selected."""
        for button in (self.export_button, self.delete_button):
            button.setEnabled(self.selected is not None)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Customers"))
        self.table.setAccessibleName(self.tr("Customers"))
        columns = (self.tr("Number"), self.tr("Receipts"), self.tr("First"), self.tr("Last"))
        rows = tuple((one.number, str(one.receipts), one.first_day, one.last_day) for one in self._customers)
        self.rows.show_table(columns, rows)
        self.table.share_room(0, 1)
        self.table.horizontalHeader().setDefaultSectionSize(_DAY_WIDTH)
        self.export_button.setText(self.tr("Export…"))
        self.delete_button.setText(self.tr("Delete…"))
        self.close_button.setText(self.tr("Close"))
        self.allow()
