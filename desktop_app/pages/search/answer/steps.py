"""What was done to the shop from the answer, newest last: said below it, and taken back by undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from core.progress import ReportProgress
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.shop_work import ShopWork
from desktop_app.program.user_name import user_name
from desktop_app.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from core.shop.shop import Shop

_T = TypeVar("_T")

Say = Callable[[], str]
"""A sentence, in the language of now."""


@dataclass(frozen=True, slots=True)
class ShopStep:
    """One step.

    Attributes:
        at: where it stands among the desk's questions, which are numbered.
        key: the step's in the shop's own log.
        done: says what was done.
        taken_back: says that it is not done any more; asked of the shop, in the writing lane.
    """

    at: int
    key: int
    done: Say
    taken_back: Callable[[Shop], Say]


class ShopSteps(QObject):
    """Each is taken back as the one step that it is, and only while nothing else was done since."""

    shop_changed = Signal()
    changed = Signal()
    """Something else can be taken back than before."""

    def __init__(self, desk: SearchDesk, bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._work = ShopWork(desk.shop_jobs, bar, self) if desk.shop_jobs is not None else None
        self._steps: list[ShopStep] = []

    @property
    def last(self) -> int:
        """Where the step that can be taken back stands among the desk's questions; 0 for none."""
        return self._steps[-1].at if self._steps else 0

    def run(self, work: Callable[[Shop, ReportProgress], _T], success: Callable[[_T], None]) -> None:
        """Change the shop; of an engine that is none, nothing."""

        def done(value: _T) -> None:
            success(value)
            self.shop_changed.emit()

        if self._work is not None:
            self._work.run(work, done)

    def note(self, step: ShopStep) -> None:
        """It was done."""
        self._steps.append(step)
        self._bar.say(lambda: (step.done(), self.tr("Undo")), self.undo)
        self.changed.emit()

    def undo(self) -> None:
        """Take back what was done last; refused where something else was done since."""
        if not self._steps:
            return
        step = self._steps.pop()
        self.changed.emit()

        def take_back(shop: Shop, report: ReportProgress) -> Say:
            from core.steps.undo import undo_step

            undo_step(shop, who=user_name(), progress=report, only=step.key)
            return step.taken_back(shop)

        self.run(take_back, lambda words: self._bar.say(lambda: (words(), "")))
