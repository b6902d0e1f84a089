"""Importing a table or a folder: what is in it, what would change; then the import, in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.messages import Sentence
from core.progress import Progress
from desktop_app.engine.jobs import Job
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import Translated, core_text, in_words
from desktop_app.pages.importing.choices_bar import ChoicesBar
from desktop_app.pages.importing.fields import field_names
from desktop_app.pages.importing.remarks import ImportRemarks
from desktop_app.pages.importing.rows_view import RowsView
from desktop_app.pages.importing.run import ImportRun
from desktop_app.pages.importing.table_work import Source, look_into, plan, preview
from desktop_app.pages.importing.words import done, headline, planned
from desktop_app.widgets.fields.mapping_form import MappingForm
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.ingest.product_import import ImportReport
    from core.ingest.table_preview import TablePreview
    from core.shop.shop import Shop

T = TypeVar("T")

_REPLAN_MS = 300


class ImportDialog(Translated, QDialog):
    """One import from choosing to done. Nothing is changed before "Import" is pressed.

    It goes away then, and the window says on every page how far it is; whoever asks sees it again.
    """

    imported = Signal()
    """The shop holds other products than before."""
    told = Signal(object, object)
    """What it did, where nobody looks at it: as :attr:`ShopNews.told`."""
    brought = Signal(int)
    """The key of the step by which it brought something."""
    ended = Signal()
    """It is closed, and nothing is under way: it can go."""

    def __init__(
        self, jobs: ShopJobs, source: Path, *, is_folder: bool, parent: QWidget | None = None
    ) -> None:
        """``is_folder``: the source is a folder of pictures, no table; whoever knows says so."""
        super().__init__(parent)
        self._is_folder = is_folder
        self._jobs = jobs
        self._source = source
        self._preview: TablePreview | None = None
        self._run = ImportRun(jobs, self._show_again, self)
        self._looking: Job | None = None
        self.step: int | None = None
        """The key of the step by which it brought something."""
        self._words: Callable[[], str] = lambda: self.tr("Reading…")
        self._headline = text_label("title", wrap=True)
        self._into = text_label("muted", wrap=True)
        self._summary = text_label("body", wrap=True)
        self._by_hand = QCheckBox(self)
        self.choices = ChoicesBar(self)
        self._form = MappingForm(tuple(field_names()), self)
        self._form_area = QScrollArea(self)
        self._view = RowsView(self)
        self._remarks = ImportRemarks(self)
        self._bar = QProgressBar(self)
        self._cancel = QPushButton(self)
        self._stop = QPushButton(self)
        self._go = QPushButton(self)
        self._replan = QTimer(self, singleShot=True, interval=_REPLAN_MS)
        self._build()
        self.retranslate()
        self._read()

    def reject(self) -> None:
        """Close it; an import that is under way goes on."""
        self._replan.stop()
        self._look_no_more()
        super().reject()
        if not self.is_importing:
            self.told.emit(self._show_again, None)  # nothing leads back here
            self.ended.emit()

    def stop(self) -> None:
        """Stop the import; what is in the shop by then stays, and is one step for undo."""
        self._run.stop()
        self._stop.setEnabled(False)
        self._say(lambda: self.tr("Stopping…"))

    @property
    def is_importing(self) -> bool:
        """Whether the import is under way."""
        return self._run.is_under_way

    def is_ready(self) -> bool:
        """Whether it is known what the import would change."""
        return self._go.isEnabled()

    def is_done(self) -> bool:
        """Whether the import is over."""
        return self._go.isHidden()

    def start(self) -> None:
        """Import now, as the button does."""
        self._go.click()

    # Reading and planning

    def _read(self) -> None:
        if self._is_folder:
            self.choices.offer_photos_alone()
            self._by_hand.hide()
            self._form_area.hide()
            self._view.hide()
            self._say(lambda: self.tr("Every picture in it becomes a product; a sub-folder is a category."))
            self._go.setEnabled(True)
            self._look(lambda _shop: look_into(self._source), self._on_looked)
            return
        self._go.setEnabled(False)
        said = self._said()
        self._look(lambda shop: preview(shop, said), self._on_preview)

    def _look(self, look: Callable[[Shop], T], success: Callable[[T], None]) -> None:
        """Off the GUI thread; what was looked for before is wanted no more."""
        self._look_no_more()
        self._looking = self._jobs.run(
            lambda shop, _report: look(shop), success=success, failure=self._on_failure
        )

    def _look_no_more(self) -> None:
        if self._looking is not None:
            self._looking.cancel()

    def _on_looked(self, notes: tuple[Sentence, ...]) -> None:
        if not self.is_importing and notes:
            every = self._words
            self._say(lambda: " ".join([every(), *map(in_words, notes)]))

    def _on_preview(self, found: tuple[TablePreview, str]) -> None:
        is_first = self._preview is None
        self._preview, currency = found
        if is_first:
            self.choices.show_currency(currency)
        self._show_preview(self._preview)

    def _show_preview(self, preview: TablePreview) -> None:
        self.choices.offer(preview.sheets)
        self._view.show_rows(preview.columns, preview.rows)
        self._form.show_columns(preview.columns, preview.mapping, self._nothing())
        self._by_hand.setEnabled(bool(preview.profile))
        self._by_hand.setVisible(bool(preview.profile))
        self._by_hand.setChecked(not preview.profile)
        self._form_area.setVisible(not preview.profile)
        self.retranslate()
        self._plan()

    def _mapping(self) -> dict[str, str] | None:
        """The mapping made by hand; None where the table's own columns tell."""
        return self._form.mapping() if self._by_hand.isChecked() else None

    def _said(self) -> Source:
        return Source(self._source, self._mapping(), self.choices.choices(), self.choices.currency())

    def _plan(self) -> None:
        self._replan.stop()
        if self._is_folder:
            return
        mapping = self._mapping()
        self._name_columns()
        self._look_no_more()
        self._go.setEnabled(False)
        if mapping is not None and not {"sku", "barcode"} & mapping.keys():
            self._say(lambda: self.tr("Choose the column that holds each product's number (SKU) or barcode."))
            return
        self._say(lambda: self.tr("Comparing with the shop…"))
        said = self._said()
        self._look(lambda shop: plan(shop, said), self._on_plan)

    def _on_plan(self, plan: ImportReport) -> None:
        self._remarks.show_report(plan)
        self._go.setEnabled(plan.products > 0)
        self._go.setFocus()
        self._say(lambda: planned(plan))

    # Importing

    def _start(self) -> None:
        self._replan.stop()
        said = self._said()
        for widget in (self._go, self._by_hand, self._form_area, self.choices):
            widget.setEnabled(False)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._say(lambda: self.tr("Importing…"))
        self._run.start(said)
        self._cancel.setText(self.tr("Close"))
        self._stop.show()
        self.hide()

    def _show_again(self) -> None:
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.show()
        self.activateWindow()

    def _on_progress(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        if self._stop.isEnabled():
            self._say(lambda: f"{core_text(progress.stage)}: {progress.done} / {progress.total}")

    def _on_ended(self, report: ImportReport | None) -> None:
        if report is None:
            self.imported.emit()
            self.reject()
        else:
            self._on_imported(report)

    def _on_imported(self, report: ImportReport) -> None:
        self._bar.hide()
        self._stop.hide()
        self._remarks.show_report(report, is_done=True)
        self._go.hide()
        self._say(lambda: done(report))
        self._cancel.setText(self.tr("Close"))
        self._cancel.setFocus()
        self.imported.emit()
        if not self.isVisible():
            self.told.emit(self._show_again, self._note)
        self.step = report.step
        if report.step is not None:
            self.brought.emit(report.step)

    def show_waiting(self, words: Callable[[], str]) -> None:
        """Say in its result what was seen on the photos that it brought."""
        every = self._words
        self._say(lambda: f"{every()} {words()}")

    def _note(self) -> str:
        return f"{self._source.name} – {self._words()}"

    def _on_failure(self, failure: Sentence) -> None:
        self._bar.hide()
        self._stop.hide()
        self._cancel.setText(self.tr("Cancel"))
        self._form_area.setEnabled(True)
        self.choices.setEnabled(True)
        self._by_hand.setEnabled(self._preview is not None and bool(self._preview.profile))
        self._say(lambda: in_words(failure))
        if not self.isVisible():
            self._show_again()

    # Showing

    def _say(self, words: Callable[[], str]) -> None:
        self._words = words
        self._summary.setText(words())

    def _name_columns(self) -> None:
        self._view.name_columns(self._mapping() or {})

    def _nothing(self) -> str:
        return self.tr("— none —")

    def _build(self) -> None:
        self._form_area.setWidget(self._form)
        self._form_area.setWidgetResizable(True)
        self._form_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._form_area.setFixedWidth(360)
        self._form_area.hide()
        self._bar.hide()
        self._stop.hide()
        for button in (self._stop, self._cancel):
            button.setAutoDefault(False)
        self._go.setProperty("kind", "primary")
        self._go.setDefault(True)
        self._go.setEnabled(False)
        self._by_hand.setEnabled(False)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(self._form_area)
        middle.addWidget(self._view, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._summary, 1)
        buttons.addWidget(self._stop)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._headline)
        column.addWidget(self._into)
        column.addWidget(self.choices)
        column.addWidget(self._by_hand)
        column.addLayout(middle, 1)
        column.addWidget(self._remarks)
        column.addWidget(self._bar)
        column.addLayout(buttons)
        self.resize(1000, 220 if self._is_folder else 640)
        self._by_hand.toggled.connect(self._form_area.setVisible)
        self._by_hand.toggled.connect(lambda _on: self._replan.start())
        self._form.changed.connect(self._replan.start)
        self.choices.changed.connect(self._replan.start)
        self.choices.reread_wanted.connect(self._read)
        self._replan.timeout.connect(self._plan)
        self._cancel.clicked.connect(self.reject)
        self._stop.clicked.connect(self.stop)
        self._run.progressed.connect(self._on_progress)
        self._run.ended.connect(self._on_ended)
        self._run.failed.connect(self._on_failure)
        self._go.clicked.connect(self._start)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Import products"))
        self._headline.setText(headline(self._source.name, self._preview))
        shop = self._jobs.shop_name
        self._into.setText(self.tr("Into the shop “{shop}”").format(shop=shop))
        self._by_hand.setText(self.tr("Choose the columns by hand"))
        self._form.name_fields(field_names(), self._nothing())
        self.choices.retranslate()
        self._go.setText(self.tr("Import"))
        self._stop.setText(self.tr("Stop the import"))
        self._cancel.setText(
            self.tr("Close") if self._go.isHidden() or self.is_importing else self.tr("Cancel")
        )
        self._summary.setText(self._words())
        self._name_columns()
