"""Past counts: read them, read what one of them found, write that to a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.messages import Sentence
from core.stocktake.differences import export_differences
from core.stocktake.past import PastCount, past_counts, past_differences
from core.stocktake.stocktake import Stocktake
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import in_words
from desktop_app.pages.stocktake.saving import ask_where_to_save
from desktop_app.pages.stocktake.views.past_view import StocktakePastView


class StocktakePast(QObject):
    """Fills ``view``; the differences of the count that was chosen last are shown."""

    opened = Signal()
    """There are counts: the view is wanted in front."""

    def __init__(self, jobs: ShopJobs, view: StocktakePastView) -> None:
        super().__init__(view)
        self._jobs = jobs
        self._view = view
        self._counts, self._reading = Question(jobs), Question(jobs)
        view.count_chosen.connect(self._choose)
        view.export_button.clicked.connect(lambda: ask_where_to_save(view, self.save_table))

    def open(self) -> None:
        """See the counts that have ended."""
        self._counts.ask(lambda shop, _report: past_counts(shop), self._show)

    def save_table(self, file: Path) -> None:
        """Write what the chosen count found to ``file``."""
        found = self._view.found
        if found is not None:
            self._jobs.run(
                lambda _shop, _report: export_differences(found, file),
                success=lambda _count: self._say(self.tr("Saved as {file}").format(file=file.name)),
                failure=self._on_failed,
            )

    def _show(self, counts: list[PastCount]) -> None:
        if counts:
            self.opened.emit()
            self._view.show_counts(counts)
            self._view.table.setFocus()

    def _choose(self, stocktake: Stocktake) -> None:
        self._reading.ask(
            lambda shop, _report: past_differences(shop, stocktake), self._view.show_differences
        )

    def _on_failed(self, why: Sentence) -> None:
        self._say(in_words(why))

    def _say(self, words: str) -> None:
        self._view.hint.setText(words)
