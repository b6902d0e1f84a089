"""The search desk: keeps what is searched now, asks the engine, and notes what comes of it.

No widgets here. The page tells it what the user did, and shows what :attr:`SearchDesk.shown` says.

From the engine's answer to the screen: EngineSignals.answered → SearchDesk → SearchPage → AnswerView →
ResultsView → ResultModel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from core.answer import Answer, AskedText, LikeProduct
from core.imaging.cut import Cut
from core.messages import Sentence
from desktop_app.engine.engine import Origin, PictureSource, Query, QueryPicture, SearchEngine
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


class SearchDesk(Searches):
    """The newest search replaces the one before.

    While a cut is dragged or a word is typed, the engine is asked for the newest state as soon as it has
    answered the one before: the answer follows the hand, and none is begun that nobody will see.

    Without ``shop_jobs`` (an engine that is no shop) it can only be searched.
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

    # What the user asks

    def search(self, sources: Sequence[PictureSource], origin: Origin = "file") -> None:
        """Search these pictures, each for itself; whatever was searched before is replaced."""
        searches = [self._picture_search(source, origin) for source in sources]
        self._start(searches)
        self._thread.submit([search.submit() for search in searches])
        if not self.shop_is_open:
            self._looks.load(searches[0])
        self._turn()

    def add(self, sources: Sequence[PictureSource], origin: Origin = "file") -> None:
        """Further pictures of the thing that is searched: all together are one query from now on."""
        if not self.film.rowCount():
            self.search(sources, origin)
            return
        searches = [self._picture_search(source, origin) for source in sources]
        self.words, self.is_together, self.row = None, True, self.film.rowCount()
        self.film.append(searches)
        for search in searches:
            self._looks.load(search)
        self._ask_together()
        self._turn()

    def set_together(self, together: bool) -> None:
        """Search all pictures as one thing, or each for itself."""
        if together == self.is_together or self.film.rowCount() < 2:
            return
        self.is_together = together
        if together:
            self._ask_together()
        self._turn()

    def choose(self, row: int) -> None:
        """Look at another picture."""
        search = self.film.at(row)
        if search is None or row == self.row:
            return
        self.row = row
        if search.submitted is not None:
            self._thread.prefer(search.submitted.id)
        if self.at_hand is search:
            self._turn()
        else:
            self.learned.emit()

    def set_cut(self, cut: Cut) -> None:
        """Search with this part of the chosen picture; what was found stays on show until then."""
        search = self.picture
        if search is None or search.query.pictures[0].cut == cut:
            return
        part = QueryPicture(search.query.pictures[0].source, cut)
        for old in (search, self.together if self.is_together else None):
            if old is not None and old.submitted is not None:
                self._thread.hurry(old.submitted.id)  # the answer follows the hand
        search.ask(replace(self._query((part,), search.query.origin), beside=search.query.beside))
        if self.is_together:
            self._ask_together()
        self._turn(rests=True)

    def say_beside(self, text: str) -> None:
        """Search what is like the chosen picture and fits these words; none asks what it is, as before."""
        search, text = self.picture, " ".join(text.split())
        if search is None or search.query.beside == text:
            return
        for row in self.film.rows() if self.is_together else [search]:
            row.ask(replace(self._query(row.query.pictures, row.query.origin), beside=text))
        if self.is_together:
            self._ask_together()
        self._turn(rests=True)

    def ask_words(self, text: str) -> None:
        """Search these words, number or barcode; none brings the pictures back."""
        text = " ".join(text.split())
        if text == (self.words.query.text if self.words is not None else ""):
            return
        query = self._query(AskedText(text), "text")
        if not text:
            self.words = None
        elif self.words is None:
            self.words = Search(query)
        else:
            self.words.ask(query)
        self._turn(rests=True)

    def like(self, product_id: int, title: str) -> None:
        """Show what looks like this product."""
        self._trail.append(Search(self._query(LikeProduct(product_id), "text"), title))
        self._pursue()

    def back(self) -> None:
        """One step back from there, at last to the search at hand."""
        if self._trail:
            self._trail.pop()
            self._show()

    def clear(self) -> None:
        """Put the search away; the history leads back to it."""
        self._thread.submit(())
        self._start(())
        self._note()
        self.turned_to.emit()

    def go_back(self) -> None:
        """To the search before; from what is like a product, to what it was found by."""
        if self._trail:
            self.back()
        elif self.history.earlier is not None:
            self.go_to(self.history.earlier)

    def go_forward(self) -> None:
        """To the search after this one, if one has gone back."""
        if self.history.later is not None:
            self.go_to(self.history.later)

    def go_to(self, visit: Visit) -> None:
        """Show an earlier search as it was left; asked anew where the shop or the filter is another now."""
        self._note()
        self._thread.submit(())
        self._start(visit.pictures)
        self.row, self.together, self.is_together = visit.row, visit.together, visit.is_together
        self.words = visit.words
        for search in visit.searches():
            search.come_back(self.new_id())
        if self.is_together and self.together is None:  # from an earlier day
            self._ask_together()
        self._turn()

    def ask_again(self) -> None:
        """The clerk said something of the search at hand: ask it anew, and come back to it."""
        if self._trail:
            self._turn()
        else:
            self._pursue()
            self.learned.emit()

    def ask_anew(self) -> None:
        """The shop is another than it was: a price, a photo, a lesson. No older answer stays on show."""
        self._changed_at = self.new_id()
        self._narrow()
        self._pursue()
        self.learned.emit()
        self.shop_changed.emit()

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

    # Inside

    def _query(self, asked: tuple[QueryPicture, ...] | AskedText | LikeProduct, origin: Origin) -> Query:
        return Query(self.new_id(), asked, origin, self.filters.now)

    def _picture_search(self, source: PictureSource, origin: Origin) -> Search:
        return Search(self._query((QueryPicture(source),), origin))

    def _ask_together(self) -> None:
        rows = self.film.rows()
        query = self._query(tuple(row.query.pictures[0] for row in rows), rows[0].query.origin)
        query = replace(query, beside=rows[self.row].query.beside)
        if self.together is None:
            self.together = Search(query)
        else:
            self.together.ask(query)

    def _turn(self, *, rests: bool = False) -> None:
        """Show the search at hand; ``rests`` asks the engine in a moment, when more of the same came."""
        self._trail.clear()
        self._show(rests=rests)

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
