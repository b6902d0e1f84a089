"""Products that a picture or a film shows, counted in the stocktake as one step, and that step taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from core.messages import Sentence
from core.stocktake.together import CountedTogether, take_together_back
from desktop_app.engine.jobs import Lane
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import in_words
from desktop_app.pages.search.several.pieces import count_groups


class Booking(QObject):
    """One step at a time; once it is taken back it can be done again."""

    changed = Signal()
    """Something began or ended."""

    def __init__(self, jobs: ShopJobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._counted: CountedTogether | None = None
        self._note: Callable[[], str] = lambda: ""
        self.is_changing = False

    @property
    def is_counted(self) -> bool:
        """Whether there is a step to take back."""
        return self._counted is not None

    def words(self) -> str:
        """What came of the last step, in the language of now; empty before the first."""
        return self._note()

    def count(self, pieces: Mapping[int, int]) -> None:
        """Count so many pieces of each product, by its key."""
        if not pieces or self.is_changing or self.is_counted:
            return
        self._begin()
        self._jobs.run(
            lambda shop, _report: count_groups(shop, pieces),
            success=self._on_counted,
            failure=self._on_failure,
            lane=Lane.WRITING,
        )

    def undo(self) -> None:
        """Take all of it back."""
        counted = self._counted
        if counted is None or self.is_changing:
            return
        self._begin()
        self._jobs.run(
            lambda shop, _report: take_together_back(shop, counted),
            success=lambda _nothing: self._end(None, lambda: self.tr("Taken back.")),
            failure=self._on_failure,
            lane=Lane.WRITING,
        )

    def _on_counted(self, counted: CountedTogether) -> None:
        left_out = len(counted.elsewhere)

        def words() -> str:
            told = self.tr("Counted, products: {count}.").format(count=len(counted.counts))
            if counted.began:
                began = self.tr("A count of all products has begun.")
                told = f"{told} {began}"
            if left_out:
                outside = self.tr("Left out, as they are not being counted: {count}.").format(count=left_out)
                told = f"{told} {outside}"
            return told

        self._end(counted, words)

    def _on_failure(self, failure: Sentence) -> None:
        self._end(self._counted, lambda: in_words(failure))

    def _begin(self) -> None:
        self.is_changing = True
        self.changed.emit()

    def _end(self, counted: CountedTogether | None, words: Callable[[], str]) -> None:
        self._counted, self._note, self.is_changing = counted, words, False
        self.changed.emit()
