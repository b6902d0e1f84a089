"""Writes searches and what was said of them into the shop's log, off the GUI thread.

A search is written down once somebody has looked at its answer: while a cut is dragged or words are typed,
answers come and go that nobody asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from core.answer import Answer, Seen, Verdict
from core.feedback import Said
from core.progress import ReportProgress
from desktop_app.engine.engine import Origin, QueryPicture, SearchEngine
from desktop_app.engine.jobs import Lane
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.search.desk.search import Search

if TYPE_CHECKING:
    from core.shop.shop import Shop
    from desktop_app.background.preferences import Preferences

LOOKED_AT_MS = 1500
"""So long an answer is on show before it counts as a search."""
_GLANCED_AT_MS = 400
"""So long if another search comes after it."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is written down of a search: its answer before anything was said."""

    number: int
    origin: Origin
    answer: Answer
    picture: QueryPicture | None


class SearchJournal(QObject):
    """One for the window. Only the writing lane touches what was logged, so that the order is kept."""

    def __init__(
        self,
        engine: SearchEngine,
        shop_jobs: ShopJobs,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._shop_jobs = shop_jobs
        self._preferences = preferences
        self._search_ids: dict[int, int | None] = {}  # by the search's number; in the writing lane only
        self._pending: _Looked | None = None
        self._since = QElapsedTimer()
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(LOOKED_AT_MS)
        self._rests.timeout.connect(self.flush)

    def shown(self, search: Search) -> None:
        """This search is on show now; of no interest before it is answered, and settled."""
        looked = _looked(search)
        if looked is None or search.is_settling:
            return
        if self._pending is not None and self._pending.number != looked.number:
            if self._since.elapsed() >= _GLANCED_AT_MS:
                self.flush()
            self._pending = None
        if self._pending is None:
            self._since.start()
            self._rests.start()
        self._pending = looked

    def put_away(self) -> None:
        """The search at hand was ended; what was looked at is written down."""
        if self._pending is not None and self._since.elapsed() >= _GLANCED_AT_MS:
            self.flush()
        self._pending = None
        self._rests.stop()

    def flush(self) -> None:
        """Write down what is on show now."""
        looked = self._pending
        joins, keeps_asked = self._joins_and_keeps()
        if looked is not None:
            self._shop_jobs.run(
                lambda shop, _report: self._search_id(shop, looked, joins, keeps_asked),
                success=lambda _: None,
                lane=Lane.WRITING,
            )

    def said(
        self, search: Search, said: Said, product_id: int | None, kept: Callable[[int | None, bool], None]
    ) -> None:
        """Write down what the clerk said of ``search``.

        Args:
            kept: told the key of what was written (None if the shop can only be read), and whether the
                picture was kept, too.
        """
        looked = _looked(search)
        if looked is None:
            return
        joins, keeps_asked = self._joins_and_keeps()
        may_keep = self._preferences.settings.keep_search_photos and said in (Said.RIGHT, Said.INSTEAD)
        pictures = search.query.pictures if may_keep and isinstance(looked.answer.asked, Seen) else ()
        heard = looked.answer.heard if joins else None

        def write(shop: Shop, _report: ReportProgress) -> int | None:
            from core.search.kept import keep_feedback

            search_id = self._search_id(shop, looked, joins, keeps_asked)
            if search_id is None:
                return None
            if keeps_asked and said is Said.ABSENT:
                self._keep_asked(shop, search_id, looked)
            return keep_feedback(
                shop,
                search_id,
                said,
                product_id,
                pictures=[self._engine.cut(picture) for picture in pictures],
                vectors=[one.seen.vector for one in pictures if one.seen is not None] or None,
                heard=heard,
            )

        self._shop_jobs.run(
            write, success=lambda key: kept(key, bool(pictures) and key is not None), lane=Lane.WRITING
        )

    def take_back(self, feedback_id: int, done: Callable[[], None]) -> None:
        """The clerk did not mean it; ``done`` is called once the shop has heard so."""

        def undo(shop: Shop, _report: ReportProgress) -> None:
            from core.search.kept import undo_feedback

            undo_feedback(shop, feedback_id)

        self._shop_jobs.run(undo, success=lambda _: done(), lane=Lane.WRITING)

    def _joins_and_keeps(self) -> tuple[bool, bool]:
        settings = self._preferences.settings
        return settings.learn_from_searches, settings.learn_from_searches and settings.keep_asked_photos

    def _keep_asked(self, shop: Shop, search_id: int, looked: _Looked) -> None:
        from core.search.joining import keep_asked_picture

        if looked.picture is not None and not looked.answer.words_beside:
            keep_asked_picture(shop, search_id, self._engine.cut(looked.picture))

    def _search_id(self, shop: Shop, looked: _Looked, joins: bool, keeps_asked: bool) -> int | None:
        """The key of the logged search, which is logged now if it was not; called in the writing lane.

        Args:
            joins: whether it joins the unlabelled photos then, as vectors without a picture.
            keeps_asked: whether its picture is kept with them, if it ended in nothing.

        Returns:
            None where this program may not write to the shop.
        """
        if looked.number not in self._search_ids:
            search_id = _log(shop, looked, joins) if shop.writable else None
            self._search_ids[looked.number] = search_id
            if keeps_asked and search_id is not None and looked.answer.verdict is Verdict.UNKNOWN:
                self._keep_asked(shop, search_id, looked)
        return self._search_ids[looked.number]


def _log(shop: Shop, looked: _Looked, joins: bool) -> int:
    from core.catalog.log.search_log import log_search
    from core.search.joining import join_search

    best = looked.answer.results[0] if looked.answer.results else None
    search_id = log_search(
        shop.catalog,
        origin=looked.origin,
        verdict=looked.answer.verdict.value,
        top_product_id=best.product_id if best else None,
        top_confidence=best.confidence if best else None,
        milliseconds=looked.answer.timings.total,
    )
    if joins and isinstance(looked.answer.asked, Seen):
        join_search(shop, search_id, looked.answer.asked)
    return search_id


def _looked(search: Search) -> _Looked | None:
    if search.unsaid is None or not search.is_answered:
        return None
    picture = search.query.pictures[0] if search.query.pictures else None
    return _Looked(search.number, search.query.origin, search.unsaid, picture)
