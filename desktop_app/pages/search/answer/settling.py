"""When what a closer look found is shown: at once where nobody is disturbed, else when it is asked for.

The first answer stands by what is quick; print and words on labels settle it some tenths of a second later.
By then the pointer may be on a product, or a finger on its way to a key: what stands there must not be
another product when they arrive. So the order changes once at most, and only while nothing is touched.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtGui import QCursor

from core.answer import Answer, Verdict
from desktop_app.pages.search.desk.search import Search
from desktop_app.pages.search.results.model import KEYS
from desktop_app.pages.search.results.view import ResultsView

AT_REST_MS = 1000
"""So long after a key the next one may be on its way."""


class Settling(QObject):
    """Watches whether the products in ``results`` are touched, and settles answers accordingly."""

    def __init__(self, results: ResultsView) -> None:
        super().__init__(results)
        self._results = results
        self._since_key = QElapsedTimer()
        results.list.installEventFilter(self)

    def weigh(self, search: Search) -> None:
        """Settle what is on show for ``search``, or leave it to be asked for (:attr:`Search.settled`)."""
        shown, settled = search.answer, search.settled
        if shown is None or settled is None:
            return
        if not self._results.is_on_show(search):
            search.settle()
        elif not self._is_touched():
            self.settle(search)
        elif not (self._results.model.is_by_likeness and _would_move(shown, settled)):
            search.settle(_in_order_of(shown, settled))
        else:
            search.answer = _with_facts_of(shown, settled)

    def settle(self, search: Search) -> None:
        """Show what the closer look found; who has not chosen yet stays with the first product."""
        settled, row = search.settled, self._results.list.currentIndex().row()
        search.settle()
        if settled is not None and settled.results and row == 0:
            self._results.want(settled.results[0].product_id)

    def begin(self) -> None:
        """Another answer is on show: keys before it were meant for something else."""
        self._since_key.invalidate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when a key was pressed last."""
        if event.type() == QEvent.Type.KeyPress:
            self._since_key.start()
        return super().eventFilter(watched, event)

    def _is_touched(self) -> bool:
        products = self._results.list
        has_key = self._since_key.isValid() and self._since_key.elapsed() < AT_REST_MS
        has_moved = products.currentIndex().row() > 0 or products.verticalScrollBar().value() > 0
        is_under = self._results.rect().contains(self._results.mapFromGlobal(QCursor.pos()))
        return has_key or has_moved or is_under or not products.isVisible()


def _would_move(shown: Answer, settled: Answer) -> bool:
    """Whether the products that are seen at once would stand elsewhere."""
    before, after = ([one.product_id for one in answer.results[:KEYS]] for answer in (shown, settled))
    is_match = [answer.verdict is Verdict.MATCH for answer in (shown, settled)]
    return before != after or is_match[0] != is_match[1]


def _in_order_of(shown: Answer, settled: Answer) -> Answer:
    """``settled`` with every product where it stands now."""
    known = {result.product_id: result for result in settled.results}
    return replace(settled, results=tuple(known.get(one.product_id, one) for one in shown.results))


def _with_facts_of(shown: Answer, settled: Answer) -> Answer:
    """``shown`` with what the catalog says of its products now: the shop may have changed meanwhile."""
    known = {result.product_id: result for result in settled.results}
    results = tuple(
        replace(
            known.get(one.product_id, one),
            score=one.score,
            confidence=one.confidence,
            outside_filter=one.outside_filter,
            why=one.why,
        )
        for one in shown.results
    )
    return shown if results == shown.results else replace(shown, results=results)
