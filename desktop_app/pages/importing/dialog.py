"""Importing a table or a folder: what is in it, what would change; then the import, in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.messages import Sentence
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import in_words
from desktop_app.pages.importing.fields import field_names
from desktop_app.pages.importing.frame import ImportFrame
from desktop_app.pages.importing.table_work import Source, import_source, look_into, plan, preview
from desktop_app.pages.importing.words import done, headline, planned

if TYPE_CHECKING:
    from core.ingest.product_import import ImportReport
    from core.ingest.table_preview import TablePreview


class ImportDialog(ImportFrame):
    """Products; an import that is stopped leaves what is in the shop by then, as one step for undo."""

    brought = Signal(int)
    """The key of the step by which it brought something."""

    def __init__(
        self, jobs: ShopJobs, source: Path, *, is_folder: bool, parent: QWidget | None = None
    ) -> None:
        """``is_folder``: the source is a folder of pictures, no table; whoever knows says so."""
        super().__init__(jobs, source, field_names, parent)
        self._is_folder = is_folder
        self._preview: TablePreview | None = None
        self.step: int | None = None
        """The key of the step by which it brought something."""
        if is_folder:
            self.resize(1000, 220)
        self.retranslate()
        self._read()

    def _read(self) -> None:
        if self._is_folder:
            self.choices.offer_photos_alone()
            self._by_hand.hide()
            self._form_area.hide()
            self._view.hide()
            self._say(lambda: self.tr("Every picture in it becomes a product; a sub-folder is a category."))
            self._go.setEnabled(True)
            self._looking.ask(
                lambda _shop, _report: look_into(self._source), self._on_looked, failure=self._on_failure
            )
            return
        self._go.setEnabled(False)
        said = self._said()
        self._looking.ask(
            lambda shop, _report: preview(shop, said), self._on_preview, failure=self._on_failure
        )

    def _on_looked(self, notes: tuple[Sentence, ...]) -> None:
        if not self.is_importing and notes:
            every = self._words
            self._say(lambda: " ".join([every(), *map(in_words, notes)]))

    def _on_preview(self, found: tuple[TablePreview, str]) -> None:
        is_first = self._preview is None
        self._preview, currency = found
        if is_first:
            self.choices.show_currency(currency)
        self._show_table(self._preview, self._preview.profile)

    def _said(self) -> Source:
        return Source(self._source, self._mapping(), self.choices.choices(), self.choices.currency())

    def _plan(self) -> None:
        self._replan.stop()
        if self._is_folder:
            return
        mapping = self._mapping()
        self._name_columns()
        self._looking.drop()
        self._go.setEnabled(False)
        if mapping is not None and not {"sku", "barcode"} & mapping.keys():
            self._say(lambda: self.tr("Choose the column that holds each product's number (SKU) or barcode."))
            return
        said = self._said()
        self._compare(lambda shop: plan(shop, said), self._on_plan)

    def _on_plan(self, plan: ImportReport) -> None:
        self._remarks.show_report(plan)
        self._show_planned(plan.products, lambda: planned(plan))

    def _start(self) -> None:
        said = self._said()
        self._bring_in(lambda shop, report: import_source(shop, said, report))

    def _show_report(self, report: ImportReport) -> None:
        self._remarks.show_report(report, is_done=True)
        self._say(lambda: done(report))
        self.step = report.step
        if report.step is not None:
            self.brought.emit(report.step)

    def show_waiting(self, words: Callable[[], str]) -> None:
        """Say in its result what was seen on the photos that it brought."""
        every = self._words
        self._say(lambda: f"{every()} {words()}")

    def _name_columns(self) -> None:
        self._view.name_columns(self._mapping() or {})

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        super().retranslate()
        self.setWindowTitle(self.tr("Import products"))
        self._headline.setText(headline(self._source.name, self._preview))
        self._name_columns()
