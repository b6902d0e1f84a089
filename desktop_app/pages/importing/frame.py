"""The dialog of an import, whatever comes in: what is in the file, what would change, and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

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
from core.progress import Progress, ReportProgress
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import Translated, core_text, in_words
from desktop_app.pages.importing.choices_bar import ChoicesBar
from desktop_app.pages.importing.remarks import ImportRemarks
from desktop_app.pages.importing.rows_view import RowsView
from desktop_app.pages.importing.run import ImportRun
from desktop_app.widgets.fields.mapping_form import MappingForm
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.ingest.table_preview import TablePreview
    from core.sales.preview import SalesPreview
    from core.shop.shop import Shop

T = TypeVar("T")

_REPLAN_MS = 300


class ImportFrame(Translated, QDialog):
    """One import from choosing to done. Nothing is changed before "Import" is pressed.

    It goes away then, and the window says on every page how far it is; whoever asks sees it again. What comes
    in, and how it is said, is the business of those who inherit from it: :meth:`_read`, :meth:`_plan`,
    :meth:`_start` and :meth:`_show_report`.

    Args:
        fields: what the columns may be called, in the language of now.
    """

    imported = Signal()
    """The shop holds something else than before."""
    told = Signal(object, object)
    """What it did, where nobody looks at it: as :attr:`ShopNews.told`."""
    ended = Signal()
    """It is closed, and nothing is under way: it can go."""

    def __init__(
        self, jobs: ShopJobs, source: Path, fields: Callable[[], dict[str, str]], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._source = source
        self._fields = fields
        self._run = ImportRun(jobs, self._show_again, self)
        self._looking = Question(jobs)
        self._words: Callable[[], str] = lambda: self.tr("Reading…")
        self._headline = text_label("title", wrap=True)
        self._into = text_label("muted", wrap=True)
        self._summary = text_label("body", wrap=True)
        self._by_hand = QCheckBox(self)
        self.choices = ChoicesBar(self)
        self._form = MappingForm(tuple(fields()), self)
        self._form_area = QScrollArea(self)
        self._view = RowsView(self, fields)
        self._remarks = ImportRemarks(self)
        self._bar = QProgressBar(self)
        self._cancel = QPushButton(self)
        self._stop = QPushButton(self)
        self._go = QPushButton(self)
        self._replan = QTimer(self, singleShot=True, interval=_REPLAN_MS)
        self._said_here: list[QWidget] = [self._by_hand, self._form_area, self.choices]
        """What may be changed until it begins."""
        self._build()

    def reject(self) -> None:
        """Close it; an import that is under way goes on."""
        self._replan.stop()
        self._looking.drop()
        super().reject()
        if not self.is_importing:
            self.told.emit(self._show_again, None)  # nothing leads back here
            self.ended.emit()

    def stop(self) -> None:
        """Stop the import."""
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

    # What comes in

    def _read(self) -> None:
        """Look what is in the file."""
        raise NotImplementedError

    def _plan(self) -> None:
        """Compare it with the shop."""
        raise NotImplementedError

    def _start(self) -> None:
        """Bring it in, by :meth:`_bring_in`."""
        raise NotImplementedError

    def _show_report(self, report: Any) -> None:
        """Say what came in."""
        raise NotImplementedError

    # Reading and planning

    def _show_table(self, found: TablePreview | SalesPreview, program: str) -> None:
        """Show its rows, and the columns to choose by hand where no ``program`` is known by them."""
        self.choices.offer(found.sheets)
        self._view.show_rows(found.columns, found.rows)
        self._form.show_columns(found.columns, found.mapping, self._nothing())
        self._by_hand.setEnabled(bool(program))
        self._by_hand.setVisible(bool(program))
        self._by_hand.setChecked(not program)
        self._form_area.setVisible(not program)
        self.retranslate()
        self._plan()

    def _mapping(self) -> dict[str, str] | None:
        """The mapping made by hand; None where the table's own columns tell."""
        return self._form.mapping() if self._by_hand.isChecked() else None

    def _compare(self, plan: Callable[[Shop], T], success: Callable[[T], None]) -> None:
        """Ask what would come of it, off the GUI thread."""
        self._say(lambda: self.tr("Comparing with the shop…"))
        self._looking.ask(lambda shop, _report: plan(shop), success, failure=self._on_failure)

    def _show_planned(self, count: int, words: Callable[[], str]) -> None:
        """Offer to bring in what was found: ``count`` of it."""
        self._go.setEnabled(count > 0)
        self._go.setFocus()
        self._say(words)

    # Importing

    def _bring_in(self, work: Callable[[Shop, ReportProgress], Any]) -> None:
        self._replan.stop()
        for widget in (self._go, *self._said_here):
            widget.setEnabled(False)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._say(lambda: self.tr("Importing…"))
        self._run.start(work, self._source.name)
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

    def _on_ended(self, report: Any) -> None:
        if report is None:
            self.imported.emit()
            self.reject()
            return
        self._bar.hide()
        self._stop.hide()
        self._go.hide()
        self._show_report(report)
        self._cancel.setText(self.tr("Close"))
        self._cancel.setFocus()
        self.imported.emit()
        if not self.isVisible():
            self.told.emit(self._show_again, lambda: f"{self._source.name} – {self._words()}")

    def _on_failure(self, failure: Sentence) -> None:
        self._bar.hide()
        self._stop.hide()
        self._cancel.setText(self.tr("Cancel"))
        for widget in self._said_here:
            widget.setEnabled(True)
        self._by_hand.setEnabled(not self._by_hand.isHidden())
        self._say(lambda: in_words(failure))
        if not self.isVisible():
            self._show_again()

    # Showing

    def _say(self, words: Callable[[], str]) -> None:
        self._words = words
        self._summary.setText(words())

    def _nothing(self) -> str:
        return self.tr("— none —")

    def _build(self) -> None:
        self._form_area.setWidget(self._form)
        self._form_area.setWidgetResizable(True)
        self._form_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._form_area.setFixedWidth(360)
        for hidden in (self._form_area, self._bar, self._stop):
            hidden.hide()
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
        self._above = QVBoxLayout()
        """The headline and the choices; room for those that only one kind of import has."""
        self._above.setSpacing(16)
        for widget in (self._headline, self._into, self.choices):
            self._above.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(self._above)
        column.addWidget(self._by_hand)
        column.addLayout(middle, 1)
        column.addWidget(self._remarks)
        column.addWidget(self._bar)
        column.addLayout(buttons)
        self.resize(1000, 640)
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
        self._into.setText(self.tr("Into the shop “{shop}”").format(shop=self._jobs.shop_name))
        self._by_hand.setText(self.tr("Choose the columns by hand"))
        self._form.name_fields(self._fields(), self._nothing())
        self.choices.retranslate()
        self._go.setText(self.tr("Import"))
        self._stop.setText(self.tr("Stop the import"))
        closes = self._go.isHidden() or self.is_importing
        self._cancel.setText(self.tr("Close") if closes else self.tr("Cancel"))
        self._summary.setText(self._words())
