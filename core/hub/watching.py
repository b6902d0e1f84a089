"""A till that stays in step: a round whenever something was changed here or elsewhere, as long as it is asked
to.

All rounds go over one connection, on which the hub says when somebody's changes came in; what is changed here
is looked for a few times a second, which costs nothing. A connection that was cut without a word is found out
by asking now and then. While the hub is away it is tried again, less and less often.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from core.errors import Cancelled, KnownError
from core.hub.errors import HubAwayError
from core.hub.following import Steps, one_round, reached_hub, state_after
from core.hub.membership import require_membership, waiting_changes
from core.hub.standing import HubState
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop

if TYPE_CHECKING:
    import psycopg

_LOOK_S = 0.25
_BETWEEN_S = 0.5
"""At least from the end of a round to the next: of many changes that come together each is no round."""
_AT_LEAST_EVERY_S = 30.0
_AGAIN_S = (1.0, 30.0)
"""The first and the longest wait for a hub that is away or refuses."""
CHANNEL = "snapshelf_changes"


def watch(shop: Shop, tell: Callable[[HubState], None], progress: ReportProgress = ignore_progress) -> None:
    """Do rounds for ever, and tell how each ended.

    Raises:
        KnownError: the shop has joined no hub.
        Cancelled: ``progress`` asked to stop, or somebody left the hub.
        KeyboardInterrupt: somebody stopped the program.
    """
    steps, pause, was_in_step = Steps(shop, progress), _AGAIN_S[0], False
    while True:
        joined = require_membership(shop.catalog)
        try:
            with reached_hub(joined, is_wanted=steps.are_wanted) as connection:
                connection.execute(f"LISTEN {CHANNEL}")
                while True:
                    tell(one_round(shop, connection, steps))
                    pause, was_in_step = _AGAIN_S[0], True
                    _wait_for_changes(shop, connection, steps)
        except KnownError as error:
            if was_in_step and isinstance(error, HubAwayError):
                was_in_step = False  # a connection that was idle for long may be cut: the next one tells
                continue
            tell(state_after(shop, error))
        _wait(pause, steps)
        pause = min(2 * pause, _AGAIN_S[1])


def _wait_for_changes(shop: Shop, connection: "psycopg.Connection", steps: Steps) -> None:
    """Until something waits here or at the hub, or it is time to see whether the hub is there."""
    _wait(_BETWEEN_S, steps)
    for _ in connection.notifies(timeout=0):
        pass  # the round that ended knew of it, or the next question does
    row = connection.execute("SELECT coalesce(max(seq), 0) FROM changes").fetchone()
    if row is None or row[0] != require_membership(shop.catalog).place:
        return
    until = time.monotonic() + _AT_LEAST_EVERY_S
    while time.monotonic() < until and not waiting_changes(shop.catalog):
        if any(connection.notifies(timeout=_LOOK_S, stop_after=1)):
            return
        _require_wanted(steps)


def _wait(seconds: float, steps: Steps) -> None:
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        time.sleep(min(left, _LOOK_S))
        _require_wanted(steps)


def _require_wanted(steps: Steps) -> None:
    if not steps.are_wanted():
        raise Cancelled
