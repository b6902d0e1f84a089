"""A till that stays in step: a round whenever something was changed here or elsewhere, as long as it is asked
to.

All rounds go over one connection, on which the hub says when somebody's changes came in; what is changed here
is looked for a few times a second, which costs nothing. A connection that was cut without a word is found out
by asking now and then, and before each round, for a small answer that must come soon: something in between
may acknowledge whatever is sent and carry none of it. While the hub is away it is tried again, less and less
often.
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
_ASK_EVERY_S = 8.0
"""Between two questions whether the hub still answers."""
_ANSWERED_IN_S = 8.0
"""How long such an answer, a number, may take: the hub is busy with nothing for it."""
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
    """Until something waits here or at the hub, or it is time for a round whatever happens."""
    _wait(_BETWEEN_S, steps)
    for _ in connection.notifies(timeout=0):
        pass  # the round that ended knew of it, or the next question does
    until = time.monotonic() + _AT_LEAST_EVERY_S
    is_due = False
    while newest_change(connection) == require_membership(shop.catalog).place and not is_due:
        again = min(until, time.monotonic() + _ASK_EVERY_S)
        while not is_due and time.monotonic() < again:
            is_told = any(connection.notifies(timeout=_LOOK_S, stop_after=1))
            is_due = is_told or waiting_changes(shop.catalog) > 0
            _require_wanted(steps)
        is_due |= time.monotonic() >= until


def newest_change(connection: "psycopg.Connection") -> int:
    """The number of the hub's last change, 0 if it has none; asked for as a sign of life, too.

    Raises:
        psycopg.OperationalError: the answer did not come soon.
    """
    from psycopg import errors, generators

    with connection.lock:
        connection.pgconn.send_query(b"SELECT coalesce(max(seq), 0) FROM changes")
        (answer,) = connection.wait(generators.execute(connection.pgconn), timeout=_ANSWERED_IN_S)
    number = answer.get_value(0, 0)
    if number is None:
        raise errors.error_from_result(answer)
    return int(number)


def _wait(seconds: float, steps: Steps) -> None:
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        time.sleep(min(left, _LOOK_S))
        _require_wanted(steps)


def _require_wanted(steps: Steps) -> None:
    if not steps.are_wanted():
        raise Cancelled
