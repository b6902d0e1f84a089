"""How well products are recognised on photos that somebody chose: figures, and a report with pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGridLayout,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core import paths
from core.messages import Sentence
from core.progress import Progress, ReportProgress
from desktop_app.engine.jobs import Job
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import Translated, core_text, in_words
from desktop_app.look.table_model import TableModel
from desktop_app.pages.learning.wording import percent
from desktop_app.widgets.button_row import button_row
from desktop_app.widgets.labels import selectable, text_label

if TYPE_CHECKING:
    from core.measuring.evaluation import Evaluation, Figures
    from core.shop.shop import Shop

_FIGURES = ("top1", "top5", "top10", "mrr", "precision", "recall", "f1", "unknown_auroc")
_IN_A_ROW = 4


class EvaluationDialog(Translated, QDialog):
    """Begins at once; not modal, and closing it stops the measuring."""

    def __init__(self, jobs: ShopJobs, table: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._file = table
        self._words: Callable[[], str] = lambda: self.tr("Reading the table…")
        self.evaluation: Evaluation | None = None
        self._title = text_label("title", wrap=True)
        self._said = text_label("muted", wrap=True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._names = {name: text_label("muted", wrap=True) for name in _FIGURES}
        self.values = {name: selectable(text_label("title")) for name in _FIGURES}
        self.categories = TableModel(self)
        self._view = QTableView(self)
        self.report_button, self._close = QPushButton(self), QPushButton(self)
        self._build()
        self.retranslate()
        self._job: Job = jobs.run(
            lambda shop, report: _evaluated(shop, table, report),
            success=self._on_evaluated,
            failure=self._on_failure,
            progress=self._on_progress,
        )

    def done(self, result: int) -> None:
        """Stop what is under way."""
        self._job.cancel()
        super().done(result)

    def _on_progress(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._say(lambda: f"{core_text(progress.stage)}: {progress.done} / {progress.total}")

    def _on_evaluated(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self._bar.hide()
        self.report_button.setEnabled(True)
        self._say(
            lambda: self.tr("{count} photos, {skipped} left out, {model}").format(
                count=evaluation.overall.photos, skipped=len(evaluation.skipped), model=evaluation.model
            )
        )
        self.retranslate()

    def _on_failure(self, failure: Sentence) -> None:
        self._bar.hide()
        self.report_button.setEnabled(self.evaluation is not None)
        self._say(lambda: in_words(failure))

    def _open_report(self) -> None:
        evaluation = self.evaluation
        if evaluation is None:
            return
        self.report_button.setEnabled(False)
        self._say(lambda: self.tr("Writing the report…"))
        language = "zh_CN" if QLocale().language() == QLocale.Language.Chinese else "en"
        self._job = self._jobs.run(
            lambda shop, _report: _written_report(shop, evaluation, language),
            success=self._on_written,
            failure=self._on_failure,
        )

    def _on_written(self, file: Path) -> None:
        self.report_button.setEnabled(True)
        self._say(lambda: self.tr("The report is {file}.").format(file=file))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def _say(self, words: Callable[[], str]) -> None:
        self._words = words
        self._said.setText(words())

    def _build(self) -> None:
        self.resize(760, 560)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for number, name in enumerate(_FIGURES):
            row, place = divmod(number, _IN_A_ROW)
            grid.addWidget(self.values[name], 3 * row, place)
            grid.addWidget(self._names[name], 3 * row + 1, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
        grid.setRowMinimumHeight(2, 12)
        self._view.setModel(self.categories)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.verticalHeader().hide()
        self._view.setShowGrid(False)
        self._view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self._view.horizontalHeader().setStretchLastSection(True)
        self._view.horizontalHeader().setDefaultSectionSize(140)
        self.report_button.setProperty("kind", "primary")
        self.report_button.setEnabled(False)
        for button in (self.report_button, self._close):
            button.setAutoDefault(False)
        self.report_button.clicked.connect(self._open_report)
        self._close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        for widget in (self._title, self._said, self._bar):
            column.addWidget(widget)
        column.addLayout(grid)
        column.addWidget(self._view, 1)
        column.addLayout(button_row((), (self._close, self.report_button)))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Measured recognition"))
        self._title.setText(self.tr("How well is {file} recognised?").format(file=self._file.name))
        self._said.setText(self._words())
        self._bar.setAccessibleName(self.tr("Progress"))
        for name, text in zip(
            _FIGURES,
            (
                self.tr("right product first"),
                self.tr("among the first five"),
                self.tr("among the first ten"),
                self.tr("mean reciprocal rank"),
                self.tr("precision"),
                self.tr("recall"),
                self.tr("F1"),
                self.tr("unknown products told apart (AUROC)"),
            ),
            strict=True,
        ):
            self._names[name].setText(text)
            value = self._value(name)
            self.values[name].setText(value)
            self.values[name].setAccessibleName(f"{text}: {value}")
        self._view.setAccessibleName(self.tr("Figures of each category"))
        self.report_button.setText(self.tr("Open the report"))
        self._close.setText(self.tr("Close"))
        self._show_categories()

    def _value(self, name: str) -> str:
        if self.evaluation is None:
            return "…"
        figure = (
            self.evaluation.unknown_auroc
            if name == "unknown_auroc"
            else getattr(self.evaluation.overall, name)
        )
        return _written(name, figure)

    def _show_categories(self) -> None:
        if self.evaluation is None:
            return
        headings = (
            self.tr("Category"),
            self.tr("Photos"),
            self.tr("Right first"),
            self.tr("Among five"),
            self.tr("F1"),
        )
        rows = tuple((name or "–", *_row(figures)) for name, figures in self.evaluation.by_category.items())
        self.categories.show_table(headings, rows)


def _row(figures: Figures) -> tuple[str, ...]:
    return (
        QLocale().toString(figures.photos),
        _written("top1", figures.top1),
        _written("top5", figures.top5),
        _written("f1", figures.f1),
    )


def _written(name: str, figure: float | None) -> str:
    if figure is None:
        return "–"
    if name in ("mrr", "unknown_auroc"):
        return QLocale().toString(figure, "f", 3)
    return percent(figure)


def _evaluated(shop: Shop, table: Path, progress: ReportProgress) -> Evaluation:
    from core.ingest.photo_table import read_photo_table
    from core.measuring.evaluation import evaluate

    return evaluate(shop, read_photo_table(table).photos, progress=progress)


def _written_report(shop: Shop, evaluation: Evaluation, language: str) -> Path:
    from core.measuring.report.evaluation import write_report

    folder = paths.user_cache() / "reports" / shop.name
    return write_report(evaluation, folder, shop=shop.name, say=in_words, language=language)
