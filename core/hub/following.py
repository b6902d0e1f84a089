"""An open shop and its hub, with the password that is kept for it: joining, rounds, leaving."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from core.catalog.clean_text import clean_line
from core.errors import Cancelled, KnownError
from core.hub.connection import STATEMENT_S, connected
from core.hub.errors import HubAwayError, HubRefusedError
from core.hub.joining import join, leave
from core.hub.made_twice import made_twice
from core.hub.membership import Membership, membership, require_membership
from core.hub.overridden import overridden
from core.hub.passwords import forget_password, keep_password, password_of, split_password
from core.hub.standing import HubState, Standing, hub_state
from core.hub.synchronising import synchronise
from core.messages import message
from core.policy import load_policy
from core.progress import Progress, ReportProgress, ignore_progress
from core.shop.shop import Shop

if TYPE_CHECKING:
    import psycopg


def follow(shop: Shop, progress: ReportProgress = ignore_progress) -> HubState:
    """Do one round with the hub and let searches pass; the shop can be used as ever, whatever the hub does.

    Raises:
        KnownError: the shop has joined none.
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    joined = require_membership(shop.catalog)

    def give_way(reached: Progress) -> bool | None:
        shop.right_of_way.give_way()
        return progress(reached)

    standing, reason, done = Standing.IN_STEP, None, None
    try:
        with reached_hub(joined) as connection:
            done = synchronise(shop, connection, give_way)
    except HubAwayError as error:
        standing, reason = Standing.AWAY, error.sentence
    except KnownError as error:
        standing, reason = Standing.REFUSED, error.sentence
    state = hub_state(shop.catalog)
    if state is None:
        raise Cancelled  # somebody left it meanwhile
    to_look_at = len(overridden(shop.catalog)) + len(made_twice(shop.catalog))
    return replace(state, standing=standing, reason=reason, to_look_at=to_look_at, done=done)


def join_hub(
    shop: Shop, url: str, password: str | None, store: str, progress: ReportProgress = ignore_progress
) -> int:
    """Join a hub as a till of ``store``; this user keeps the password, the shop the address without it.

    A shop that came from another computer is a till already; with its address, its store and the password
    that is missing here it goes on as one.

    Returns:
        how many changes told the hub what there is.

    Args:
        url: with or without a password.
        password: instead of the address's; None for that, or for one that libpq knows.

    Raises:
        KnownError: the policy forbids it, the hub is away or refuses, or the shop has joined one.
        Cancelled: ``progress`` asked to stop.
    """
    require_allowed()
    bare, written = split_password(url)
    password = password or written
    joined = membership(shop.catalog)
    is_back = joined is not None and (joined.url, joined.store) == (bare, clean_line(store))
    with connected(bare, password) as connection:
        if is_back and password is not None and password_of(bare) is None:
            sent = 0
        else:
            sent = join(shop, connection, bare, store, progress)
    if password is not None:
        keep_password(bare, password)
    return sent


def leave_hub(shop: Shop, *, unsent: bool = False) -> None:
    """Be a shop on its own again; all that is here stays, and the password is forgotten.

    Args:
        unsent: leave a hub that is away for good, without telling it; what waits stays here alone.

    Raises:
        KnownError: the shop has joined none, or the hub is away or refuses.
    """
    joined = require_membership(shop.catalog)
    if unsent:
        leave(shop, None)
    else:
        with reached_hub(joined) as connection:
            leave(shop, connection)
    forget_password(joined.url)


@contextmanager
def reached_hub(
    joined: Membership, *, statement_s: float | None = STATEMENT_S
) -> Iterator["psycopg.Connection"]:
    """A connection to the hub that a shop has joined, with the password that was kept for it.

    Raises:
        HubAwayError: it cannot be reached.
        HubRefusedError: it lets us in no more, or this computer's policy forbids it.
        KnownError: others can read the file of passwords.
    """
    require_allowed()
    with connected(joined.url, password_of(joined.url), statement_s=statement_s) as connection:
        yield connection


def require_allowed() -> None:
    """Speak to no hub where the administrator of this computer decided so.

    Raises:
        HubRefusedError: the policy forbids it.
    """
    if load_policy().join_hub is False:
        raise HubRefusedError(message("core", "The policy of this computer lets no shop speak to a hub."))
