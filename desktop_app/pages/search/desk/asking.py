"""What the engine is asked of the searches at hand, and what becomes known of them.

From the engine's answer to the screen: EngineSignals.answered → AskedSearches → SearchPage → AnswerView →
ResultsView → ResultModel.
"""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from core.answer import Answer
from core.messages import Sentence
from desktop_app.engine.engine import SearchEngine
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.engine.thread import EngineThread
from desktop_app.pages.search.desk.filter_choice import FilterChoice
from desktop_app.pages.search.desk.history import History, Visit
from desktop_app.pages.search.desk.looks import PictureLooks
from desktop_app.pages.search.desk.search import Search
from desktop_app.pages.search.desk.searches import Searches

LIVE_MS = 40
"""How long a change of a cut or of a word rests before it is searched: a drag asks not for every pixel."""

_OLD_ANSWER_MS = 600
"""So long the answer before stays on show while other words or another part of the picture are searched: the
list does not flicker while one types, and no price stands there that was not asked for."""


class AskedSearches(Searches):
    """Asks for what was changed, under the filter and of the shop of now; never two at once of one search.

    While a cut is dragged or a word is typed, the engine is asked for the newest state as soon as it has
    answered the one before: the answer follows the hand, and none is begun that nobody will see.
    """

    turned_to = Signal()
    """Something else is on show: another search, another part of the picture, other words."""
    learned = Signal()
    """More is known of what is on show: its picture, its answer, its regions."""
    shop_changed = Signal()
    """The shop is another than it was."""
    failed = Signal(object)
    """Sentence: why what was asked for cannot be done."""

    def __init__(
        self,
        engine: SearchEngine,
        engine_thread: EngineThread,
        jobs: Jobs,
        shop_jobs: ShopJobs | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.engine = engine
        self.shop_jobs = shop_jobs
        self.filters = FilterChoice(shop_jobs, self)
        self.shop_is_open = False
        self._thread = engine_thread
        self.history = History()
        self._ids = count(1)
        self._changed_at = 0
        """The id at which the shop changed last: what was asked before is asked anew when it is shown."""
        self._looks = PictureLooks(engine, jobs, self)
        self._looks.learned.connect(self._tell)
        self._rests = QTimer(self, singleShot=True, interval=LIVE_MS)
        self._rests.timeout.connect(self._pursue)
        self._old = QTimer(self, singleShot=True, interval=_OLD_ANSWER_MS)
        self._old.timeout.connect(self._drop_old)
        self.filters.changed.connect(self._on_filter)
        engine_thread.signals.picture_decoded.connect(self._on_picture)
        engine_thread.signals.answered_first.connect(self._on_answered_first)
        engine_thread.signals.answered.connect(self._on_answered)
        engine_thread.signals.failed.connect(self._on_failed)

    def new_id(self) -> int:
        """For a question that is about to be asked."""
        return next(self._ids)

    # What became known

    def _on_picture(self, query_id: int, preview: QImage) -> None:
        search = self._submitted_as(query_id)
        if search is not None:
            self._looks.keep(search, preview)

    def _on_answered_first(self, query_id: int, answer: Answer) -> None:
        search = self._submitted_as(query_id)
        if search is not None:
            search.keep_first(answer)
            self._learn(search)
            self._tell(search)
            self._pursue()

    def _on_answered(self, query_id: int, answer: Answer) -> None:
        self._keep(query_id, answer, None)

    def _on_failed(self, query_id: int, failure: Sentence) -> None:
        self._keep(query_id, None, failure)

    def _keep(self, query_id: int, answer: Answer | None, failure: Sentence | None) -> None:
        search = self._submitted_as(query_id)
        if search is None:
            return
        shown = self.shown
        search.keep(answer, failure)
        if search is not shown:
            search.settle()  # nobody sees it yet
        self._learn(search)
        if search in self._trail and failure is not None:
            self._trail.remove(search)
            self.failed.emit(failure)
        if self.shown is not shown:
            self._show()
        else:
            self._tell(search)
            self._pursue()

    def _learn(self, search: Search) -> None:
        if search is self.at_hand:
            self._old.stop()
            self._watch_old()
        if search is self.together:
            for row, picture in zip(self.film.rows(), search.query.pictures, strict=False):
                row.keep_seen(picture)

    def _on_filter(self) -> None:
        self._narrow()
        self._pursue()
        self.learned.emit()

    def _watch_old(self) -> None:
        """Time how long another search's answer stands there."""
        if self.at_hand is None or self.at_hand.is_answered:
            self._old.stop()
        elif not self._old.isActive():
            self._old.start()

    def _drop_old(self) -> None:
        if self.at_hand is not None:
            self.at_hand.drop_old()
            self._tell(self.at_hand)

    # What is shown and asked

    def _show(self, *, rests: bool = False) -> None:
        self._narrow()
        self._note()
        self.turned_to.emit()
        if not rests:
            self._pursue()
        elif not self._rests.isActive():
            self._rests.start()
        self._watch_old()

    def _note(self) -> None:
        words, pictures = self.words, self.film.rows()
        self.history.note(Visit(pictures, self.row, self.together, self.is_together, words))

    def _narrow(self) -> None:
        """What comes on show is asked under the filter and of the shop of now; others are when they come."""
        search = self.shown
        if search is None:
            return
        if search.query.filter_ != self.filters.now or search.query.id < self._changed_at:
            search.narrow(self.new_id(), self.filters.now, search.query.feedback)

    def _pursue(self) -> None:
        """Ask for what was changed since it was asked, but never two at once for one search."""
        for search in self._unasked():
            settling = search.submitted
            self._thread.ask_next(search.submit(), settling.id if settling is not None else None)

    def _tell(self, search: Search) -> None:
        self.film.refresh(search)
        if search in (self.shown, self.picture):
            self.learned.emit()
