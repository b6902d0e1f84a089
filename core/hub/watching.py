"""A till that stays in step: a round whenever something was changed here or elsewhere, as long as it is asked
to.

The hub says when somebody's changes came in, so nobody asks it in vain; what is changed here is looked for a
few times a second, which costs nothing. While the hub is away it is tried again, less and less often.
"""

import time
from collections.abc import Callable

from core.hub.errors import HubAwayError
from core.hub.following import follow, reached_hub
from core.hub.membership import require_membership, waiting_changes
from core.hub.standing import HubState, Standing
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop

_LOOK_S = 0.25
_AT_LEAST_EVERY_S = 60.0
_AGAIN_S = (1.0, 30.0)
"""The first and the longest wait for a hub that is away or refuses."""
CHANNEL = "snapshelf_changes"


def watch(shop: Shop, tell: Callable[[HubState], None], progress: ReportProgress = ignore_progress) -> None:
    """Do rounds for ever, and tell how each ended.

    Raises:
        KnownError: the shop has joined no hub.
        Cancelled: ``progress`` asked to stop.
        KeyboardInterrupt: somebody stopped the program.
    """
    pause = _AGAIN_S[0]
    while True:
        state = follow(shop, progress)
        tell(state)
        if state.standing is Standing.IN_STEP:
            pause = _AGAIN_S[0]
            _wait_for_changes(shop)
        else:
            time.sleep(pause)
            pause = min(2 * pause, _AGAIN_S[1])


def _wait_for_changes(shop: Shop) -> None:
    """Until something waits here or at the hub, or the connection breaks."""
    joined = require_membership(shop.catalog)
    try:
        with reached_hub(joined) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            row = connection.execute("SELECT coalesce(max(seq), 0) FROM changes").fetchone()
            if row is None or row[0] != joined.place:  # came between the round and the listening
                return
            for _ in range(round(_AT_LEAST_EVERY_S / _LOOK_S)):
                if waiting_changes(shop.catalog) or any(connection.notifies(timeout=_LOOK_S, stop_after=1)):
                    return
    except HubAwayError:
        return
