"""Writes searches and what was said of them into the shop's log, off the GUI thread.

A search is written down once somebody has looked at its answer: while a cut is dragged or words are typed,
answers come and go that nobody asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from core.answer import Answer
from core.feedback import Said
from desktop_app.engine.jobs import Jobs, Lane

if TYPE_CHECKING:
    from desktop_app.background.preferences import Preferences
    from desktop_app.engine.engine import Query
    from desktop_app.pages.search.desk.shop_answers import ShopAnswers

LOOKED_AT_MS = 1500
"""So long an answer is on show before it counts as a search."""
_GLANCED_AT_MS = 400
"""So long if another search comes after it."""


class SearchJournal(QObject):
    """One for the window. Only the writing lane touches what was logged, so that the order is kept."""

    def __init__(
        self, answers: ShopAnswers, jobs: Jobs, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._answers = answers
        self._jobs = jobs
        self._preferences = preferences
        self._search_ids: dict[int, int | None] = {}  # of queries; in the writing lane only
        self._pending: tuple[Query, Answer] | None = None
        self._since = QElapsedTimer()
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(LOOKED_AT_MS)
        self._rests.timeout.connect(self.flush)

    def shown(self, query: Query, answer: Answer) -> None:
        """This answer is on show now."""
        if self._pending is not None and self._pending[0].id != query.id:
            if self._since.elapsed() >= _GLANCED_AT_MS:
                self.flush()
            self._pending = None
        if self._pending is None:
            self._since.start()
            self._rests.start()
        self._pending = query, answer

    def put_away(self) -> None:
        """The search at hand was ended; what was looked at is written down."""
        if self._pending is not None and self._since.elapsed() >= _GLANCED_AT_MS:
            self.flush()
        self._pending = None
        self._rests.stop()

    def flush(self) -> None:
        """Write down what is on show now."""
        if self._pending is not None:
            query, answer = self._pending
            self._jobs.run(
                lambda _report: self._search_id(query, answer), success=lambda _: None, lane=Lane.WRITING
            )

    def said(
        self,
        query: Query,
        answer: Answer,
        said: Said,
        product_id: int | None,
        kept: Callable[[int | None, bool], None],
    ) -> None:
        """Write down what the clerk said of ``query``.

        Args:
            answer: what the search answered before anything was said.
            kept: told the key of what was written (None if the shop can only be read), and whether the
                picture was kept, too.
        """
        keep_photo = self._preferences.settings.keep_search_photos and said in (Said.RIGHT, Said.INSTEAD)
        allowed = query if keep_photo and query.pictures else None

        def write() -> int | None:
            search_id = self._search_id(query, answer)
            if search_id is None:
                return None
            return self._answers.keep(search_id, said, product_id, allowed, answer.asked)

        self._jobs.run(
            lambda _report: write(),
            success=lambda key: kept(key, allowed is not None and key is not None),
            lane=Lane.WRITING,
        )

    def take_back(self, feedback_id: int) -> None:
        """The clerk did not mean it."""
        self._jobs.run(
            lambda _report: self._answers.take_back(feedback_id), success=lambda _: None, lane=Lane.WRITING
        )

    def _search_id(self, query: Query, answer: Answer) -> int | None:
        """The key of the logged search, which is logged now if it was not; called in the writing lane."""
        if query.id not in self._search_ids:
            self._search_ids[query.id] = self._answers.log(query, answer)
        return self._search_ids[query.id]
