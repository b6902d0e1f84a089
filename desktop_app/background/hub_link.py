"""Keeps an open shop in step with the hub that it has joined, beside the work; nothing runs for one without.

One job in a lane of its own does the rounds and hears from the hub in between (core/hub/watching.py): a slow
hub holds up no booking, and a round lets searches pass. The first one imports the driver.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from core.messages import Sentence
from core.progress import ReportProgress
from desktop_app.engine.jobs import Job, Lane
from desktop_app.engine.shop_jobs import ShopJobs

if TYPE_CHECKING:
    from core.hub.standing import HubState
    from core.shop.shop import Shop

_T = TypeVar("_T")
_AGAIN_MS = 60_000
"""After a failure that is none of the hub's."""
_SHOWN_EVERY_MS = 2_000
"""Pages read the shop anew when changes came; where they come without end, no more often than that."""


class HubLink(QObject):
    """Asks whether the shop has joined a hub, and keeps it in step from then on.

    Attributes:
        state: how the shop stands; None for a shop on its own.
        away_since: when the hub was first found away or refusing, without a good round since.
        has_parted: whether the folder turned out to be a copy, and goes on as a till of its own.
        is_under_way: whether a joining or a leaving is.
    """

    changed = Signal()
    """How the shop stands, or whether a joining or a leaving is under way."""
    received = Signal()
    """The shop is another than before: changes of other tills came."""
    told = Signal(object)
    """Sentence: joining or leaving came to nothing."""
    _stood = Signal(object)
    """HubState after a round, emitted on the thread that does the rounds."""

    def __init__(self, shop_jobs: ShopJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: HubState | None = None
        self.away_since: datetime | None = None
        self.has_parted = False
        self.is_under_way = False
        self._shop_jobs = shop_jobs
        self._rounds: Job | None = None
        self._next: Callable[[], object] | None = None
        self._is_news_held = False
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.begin_round)
        self._shown = QTimer(self, singleShot=True, interval=_SHOWN_EVERY_MS)
        self._shown.timeout.connect(self._show_held)
        self._stood.connect(self._on_stood)

    def begin(self) -> None:
        """The shop is open: go by what its catalog says of a hub."""
        self._shop_jobs.run(_look, success=self._on_seen)

    def begin_round(self) -> None:
        """Do a round now, whatever was waited for."""
        if self.state is None or self.is_under_way:
            return
        self.state = replace(self.state, standing=None, reason=None)
        self.changed.emit()
        self._after_rounds(self._do_rounds)

    def join(self, url: str, password: str, store: str, *, ours: bool) -> None:
        """Join a hub, and keep its password for this user; ``ours``: hold only what the store sells."""

        self._begin(
            lambda shop, report: _join(shop, url, password, store, report, ours=ours), self._on_looked
        )

    def give_password(self, password: str) -> None:
        """Go on at the hub that was joined, with the password that it asks for."""
        self._begin(lambda shop, report: _join_again(shop, password, report), self._on_looked)

    def leave(self, *, unsent: bool) -> None:
        """Leave the hub; with ``unsent`` without telling it, whatever still waits to be sent."""
        self._begin(lambda shop, report: _leave(shop, report, unsent=unsent), lambda _: self._on_left())

    def _begin(self, work: Callable[[Shop, ReportProgress], _T], success: Callable[[_T], None]) -> None:
        """Join or leave, between rounds."""
        if self.is_under_way:
            return
        self.is_under_way = True
        self.changed.emit()

        def on_success(result: _T) -> None:
            self.is_under_way = False
            success(result)

        self._after_rounds(
            lambda: self._shop_jobs.run(
                work, success=on_success, failure=self._on_failed, stopped=self._go_on, lane=Lane.HUB
            )
        )

    def _after_rounds(self, begin: Callable[[], object]) -> None:
        self._again.stop()
        if self._rounds is None:
            begin()
        else:
            self._next = begin
            self._rounds.stop()

    def _do_rounds(self) -> None:
        self._rounds = self._shop_jobs.run(
            lambda shop, report: _watch(shop, self._stood.emit, report),
            success=lambda _: self._on_rounds_ended(),
            failure=lambda _: self._on_rounds_ended(),
            stopped=self._on_rounds_ended,
            lane=Lane.HUB,
        )

    def _on_rounds_ended(self) -> None:
        self._rounds = None
        begin, self._next = self._next, None
        if begin is not None:
            begin()
        elif self.state is not None:
            self._again.start()

    def _on_seen(self, state: HubState | None) -> None:
        if not self.is_under_way:  # a joining or leaving, which may wait its turn, knows better
            self._on_looked(state)

    def _on_looked(self, state: HubState | None) -> None:
        self.state = state
        self._go_on()

    def _go_on(self) -> None:
        self.is_under_way = False
        self.changed.emit()
        self.begin_round()

    def _on_stood(self, state: HubState) -> None:
        if self.state is None:
            return
        self.state = state
        if state.reason is None:
            self.away_since = None
        elif self.away_since is None:
            self.away_since = datetime.now().astimezone()
        self.has_parted |= state.done is not None and state.done.parted
        self.changed.emit()
        if state.done is not None and (state.done.received or state.done.let_go):
            self._is_news_held = True
            if not self._shown.isActive():
                self._show_held()

    def _show_held(self) -> None:
        if self._is_news_held:
            self._is_news_held = False
            self._shown.start()
            self.received.emit()

    def _on_left(self) -> None:
        self.state = self.away_since = None
        self.has_parted = False
        self.changed.emit()

    def _on_failed(self, sentence: Sentence) -> None:
        self.told.emit(sentence)
        self._go_on()
        if self.state is None:
            self.begin()


def _look(shop: Shop, _report: ReportProgress) -> HubState | None:
    from core.hub.standing import hub_state

    return hub_state(shop.catalog) if shop.writable else None


def _watch(shop: Shop, tell: Callable[[HubState], None], report: ReportProgress) -> None:
    from core.hub.watching import watch

    watch(shop, tell, report)


def _join(
    shop: Shop, url: str, password: str, store: str, report: ReportProgress, *, ours: bool | None = None
) -> HubState | None:
    from core.hub.following import join_hub
    from core.hub.holding import Hold
    from core.hub.standing import hub_state

    hold = None if ours is None else Hold.OURS if ours else Hold.ALL
    join_hub(shop, url, password or None, store, report, hold=hold)
    return hub_state(shop.catalog)


def _join_again(shop: Shop, password: str, report: ReportProgress) -> HubState | None:
    from core.hub.membership import require_membership

    joined = require_membership(shop.catalog)
    return _join(shop, joined.url, password, joined.store, report)


def _leave(shop: Shop, report: ReportProgress, *, unsent: bool) -> None:
    from core.hub.following import leave_hub

    leave_hub(shop, report, unsent=unsent)
