"""An open shop and its hub, with the password that is kept for it: joining, rounds, leaving."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from core.catalog.clean_text import clean_line
from core.errors import Cancelled, KnownError
from core.hub.connection import STATEMENT_S, connected
from core.hub.errors import HubAwayError, HubPasswordError, HubRefusedError
from core.hub.holding import Hold, set_hold
from core.hub.joining import join, leave
from core.hub.made_twice import made_twice
from core.hub.membership import Membership, membership, require_membership
from core.hub.overridden import overridden
from core.hub.passwords import forget_password, keep_password, password_of, split_password
from core.hub.patience import Wanted, always_wanted
from core.hub.standing import HubState, Standing, hub_state
from core.hub.synchronising import synchronise
from core.messages import message
from core.policy import load_policy
from core.progress import Progress, ReportProgress, ignore_progress
from core.shop.shop import Shop

if TYPE_CHECKING:
    import psycopg

_ASKING = message("core", "Asking the hub")


class Steps:
    """The steps of rounds with a hub: each lets searches pass and is told, and is wanted as long as nobody
    says no; also while the hub is waited for."""

    def __init__(self, shop: Shop, progress: ReportProgress) -> None:
        self._shop, self._progress = shop, progress
        self._reached = Progress(_ASKING, 0, 1)

    def __call__(self, reached: Progress) -> bool | None:
        """A step was reached."""
        self._reached = reached
        self._shop.right_of_way.give_way()
        return self._progress(reached)

    def are_wanted(self) -> bool:
        """Whether to go on."""
        return self._progress(self._reached) is not False


def follow(shop: Shop, progress: ReportProgress = ignore_progress) -> HubState:
    """Do one round with the hub and let searches pass; the shop can be used as ever, whatever the hub does.

    Raises:
        KnownError: the shop has joined none.
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    joined, steps = require_membership(shop.catalog), Steps(shop, progress)
    try:
        with reached_hub(joined, is_wanted=steps.are_wanted) as connection:
            return one_round(shop, connection, steps)
    except KnownError as error:
        return state_after(shop, error)


def one_round(shop: Shop, connection: "psycopg.Connection", steps: Steps) -> HubState:
    """Synchronise, and say how the shop stands then.

    Raises:
        KnownError: the hub is away or refuses.
        Cancelled: nobody wants it any more.
    """
    done = synchronise(shop, connection, steps)
    return replace(_state(shop), standing=Standing.IN_STEP, done=done)


def state_after(shop: Shop, error: KnownError) -> HubState:
    """How the shop stands where a round came to nothing."""
    standing = Standing.AWAY if isinstance(error, HubAwayError) else Standing.REFUSED
    lacks_password = isinstance(error, HubPasswordError)
    return replace(_state(shop), standing=standing, reason=error.sentence, lacks_password=lacks_password)


def _state(shop: Shop) -> HubState:
    state = hub_state(shop.catalog)
    if state is None:
        raise Cancelled  # somebody left it meanwhile
    to_look_at = len(overridden(shop.catalog)) + len(made_twice(shop.catalog))
    return replace(state, to_look_at=to_look_at)


def join_hub(
    shop: Shop,
    url: str,
    password: str | None,
    store: str,
    progress: ReportProgress = ignore_progress,
    *,
    hold: Hold | None = None,
) -> int:
    """Join a hub as a till of ``store``; this user keeps the password, the shop the address without it.

    A shop that came from another computer, or whose password is another one by now, is a till already; with
    its address, its store and the password it goes on as one.

    Returns:
        how many changes told the hub what there is.

    Args:
        url: with or without a password.
        password: instead of the address's; None for that, or for one that libpq knows.
        hold: what the till is to hold; None for all, or for what one that goes on does hold.

    Raises:
        KnownError: the policy forbids it, the hub is away or refuses, or the shop has joined one.
        Cancelled: ``progress`` asked to stop.
    """
    require_allowed()
    bare, written = split_password(url)
    password = password or written
    joined = membership(shop.catalog)
    is_back = joined is not None and (joined.url, joined.store) == (bare, clean_line(store))
    steps = Steps(shop, progress)
    with connected(bare, password, is_wanted=steps.are_wanted) as connection:
        if is_back and password not in (None, password_of(bare)):
            sent = 0
            if hold is not None:
                set_hold(shop.catalog, hold)
        else:
            sent = join(shop, connection, bare, store, steps, hold=hold or Hold.ALL)
    if password is not None:
        keep_password(bare, password)
    return sent


def leave_hub(shop: Shop, progress: ReportProgress = ignore_progress, *, unsent: bool = False) -> None:
    """Be a shop on its own again; all that is here stays, and the password is forgotten.

    Args:
        unsent: leave a hub that is away for good, without telling it; what waits stays here alone.

    Raises:
        KnownError: the shop has joined none, or the hub is away or refuses.
        Cancelled: ``progress`` asked to stop; the shop has not left then.
    """
    joined = require_membership(shop.catalog)
    if unsent:
        leave(shop, None)
    else:
        with reached_hub(joined, is_wanted=Steps(shop, progress).are_wanted) as connection:
            leave(shop, connection)
    forget_password(joined.url)


@contextmanager
def reached_hub(
    joined: Membership, *, statement_s: float | None = STATEMENT_S, is_wanted: Wanted = always_wanted
) -> Iterator["psycopg.Connection"]:
    """A connection to the hub that a shop has joined, with the password that was kept for it.

    Raises:
        Cancelled: it is not wanted any more.
        HubAwayError: it cannot be reached.
        HubRefusedError: it lets us in no more, or this computer's policy forbids it.
        KnownError: others can read the file of passwords.
    """
    require_allowed()
    secret = password_of(joined.url)
    with connected(joined.url, secret, statement_s=statement_s, is_wanted=is_wanted) as connection:
        yield connection


def require_allowed() -> None:
    """Speak to no hub where the administrator of this computer decided so.

    Raises:
        HubRefusedError: the policy forbids it.
    """
    if load_policy().join_hub is False:
        raise HubRefusedError(
            message("core", "The policy of this computer lets no shop speak to a hub: ask your IT.")
        )
