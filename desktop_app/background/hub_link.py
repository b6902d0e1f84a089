"""Keeps an open shop in step with the hub that it has joined, beside the work; nothing runs for one without.

Rounds are jobs in a lane of their own: a slow hub holds up no booking, and a round lets searches pass. The
first one imports the driver.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.messages import Sentence
from core.progress import ReportProgress
from desktop_app.engine.jobs import Lane
from desktop_app.engine.shop_jobs import ShopJobs

if TYPE_CHECKING:
    from core.hub.standing import HubState
    from core.shop.shop import Shop

_EVERY_MS = 15_000
_AWAY_EVERY_MS = 60_000
"""A hub that is away or refuses is asked more seldom."""


class HubLink(QObject):
    """Asks whether the shop has joined a hub, and from then on does a round every quarter of a minute.

    Attributes:
        state: how the shop stands; None for a shop on its own.
        away_since: when the hub was first found away or refusing, without a good round since.
        is_under_way: whether a round, a joining or a leaving is.
    """

    changed = Signal()
    """How the shop stands, or whether a round is under way."""
    received = Signal()
    """The shop is another than before: changes of other tills came."""
    told = Signal(object)
    """Sentence: joining or leaving came to nothing."""

    def __init__(self, shop_jobs: ShopJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: HubState | None = None
        self.away_since: datetime | None = None
        self.is_under_way = False
        self._shop_jobs = shop_jobs
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.begin_round)

    def begin(self) -> None:
        """The shop is open: go by what its catalog says of a hub."""
        self._shop_jobs.run(_look, success=self._on_looked)

    def begin_round(self) -> None:
        """Do a round now, unless something is under way."""
        if self.state is not None and not self.is_under_way:
            self._begin(_follow, self._on_round)

    def join(self, url: str, password: str, store: str) -> None:
        """Join a hub, and keep its password for this user."""
        if not self.is_under_way:
            self._begin(lambda shop, report: _join(shop, url, password, store, report), self._on_joined)

    def leave(self, *, unsent: bool) -> None:
        """Leave the hub; with ``unsent`` without telling it, whatever still waits to be sent."""
        if not self.is_under_way:
            self._begin(lambda shop, _report: _leave(shop, unsent=unsent), lambda _: self._on_left())

    def _begin(self, work: object, success: object) -> None:
        self._timer.stop()
        self.is_under_way = True
        self._shop_jobs.run(
            work,  # type: ignore[arg-type]
            success=success,  # type: ignore[arg-type]
            failure=self._on_failed,
            stopped=self._on_stopped,
            lane=Lane.HUB,
        )
        self.changed.emit()

    def _on_looked(self, state: HubState | None) -> None:
        self.state = state
        self.changed.emit()
        self.begin_round()

    def _on_joined(self, state: HubState) -> None:
        self.is_under_way = False
        self._on_looked(state)

    def _on_round(self, state: HubState) -> None:
        self.is_under_way = False
        self.state = state
        if state.reason is None:
            self.away_since = None
        elif self.away_since is None:
            self.away_since = datetime.now().astimezone()
        self._timer.start(_EVERY_MS if state.reason is None else _AWAY_EVERY_MS)
        self.changed.emit()
        if state.done is not None and state.done.received:
            self.received.emit()

    def _on_left(self) -> None:
        self.is_under_way = False
        self.state = self.away_since = None
        self.changed.emit()

    def _on_failed(self, sentence: Sentence) -> None:
        self._on_stopped()
        self.told.emit(sentence)

    def _on_stopped(self) -> None:
        self.is_under_way = False
        if self.state is not None:
            self._timer.start(_AWAY_EVERY_MS)
        self.changed.emit()


def _look(shop: Shop, _report: ReportProgress) -> HubState | None:
    from core.hub.standing import hub_state

    return hub_state(shop.catalog) if shop.writable else None


def _follow(shop: Shop, report: ReportProgress) -> HubState:
    from core.hub.following import follow

    return follow(shop, report)


def _join(shop: Shop, url: str, password: str, store: str, report: ReportProgress) -> HubState | None:
    from core.hub.following import join_hub
    from core.hub.standing import hub_state

    join_hub(shop, url, password or None, store, report)
    return hub_state(shop.catalog)


def _leave(shop: Shop, *, unsent: bool) -> None:
    from core.hub.following import leave_hub

    leave_hub(shop, unsent=unsent)
