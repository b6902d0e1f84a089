"""Deciding what a count put aside, one picture after the other, and taking a decision back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.stocktake.looking import look_up
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.stocktake.doubts import OpenDoubt, decide_doubt, open_doubts, undo_decision
from desktop_app.pages.stocktake.lane import StocktakeLane
from desktop_app.pages.stocktake.views.doubts_view import StocktakeDoubtsView


class StocktakePutAside(QObject):
    """Shows in ``view`` what waits for a decision."""

    opened = Signal()
    """There is something to decide: the view is wanted in front."""
    all_decided = Signal()

    def __init__(self, jobs: ShopJobs, lane: StocktakeLane, view: StocktakeDoubtsView) -> None:
        super().__init__(view)
        self._looking = Question(jobs)
        self._lane = lane
        self._view = view
        self._decided: list[tuple[int, bool]] = []
        view.decided.connect(self._decide)
        view.searched.connect(self._search)

    def open(self) -> None:
        """Ask for what was put aside; decisions that were taken before stay."""
        self._decided = []
        self._lane.run(open_doubts, self._show)

    def undo(self) -> None:
        """Take the last decision back."""
        if self._decided:
            doubt, was_ours = self._decided.pop()
            self._lane.run(lambda shop: undo_decision(shop, doubt, was_ours=was_ours), self._show)

    def _decide(self, doubt: int, product_id: int | None) -> None:
        def done(left: tuple[OpenDoubt, ...]) -> None:
            self._decided.append((doubt, product_id is not None))
            self._show(left)

        self._lane.run(lambda shop: decide_doubt(shop, doubt, product_id), done)

    def _show(self, left: tuple[OpenDoubt, ...]) -> None:
        if not left:
            self.all_decided.emit()
        else:
            self.opened.emit()
            self._view.show_doubts(left, can_undo=bool(self._decided))

    def _search(self, text: str) -> None:
        if text:
            self._looking.ask(
                lambda shop, _report: look_up(shop, text).candidates, self._view.show_candidates
            )
