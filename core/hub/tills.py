"""A till's place at a hub: entered when a shop joins, and brought up to date at each synchronising."""

import platform
from typing import TYPE_CHECKING
from uuid import UUID

from core.hub.errors import HubRefusedError
from core.hub.membership import Membership
from core.hub.migrations import require_fit
from core.messages import message

if TYPE_CHECKING:
    import psycopg


_LEAST_LETTERS = 8


def enter_till(connection: "psycopg.Connection", till: UUID, store: str) -> UUID:
    """Make a shop folder a till of ``store``; returns the hub's id. Entering again changes nothing.

    Raises:
        HubRefusedError: hub and program do not fit, or the login may not speak for this store.
    """
    require_fit(connection)
    row = connection.execute("SELECT role, store FROM logins WHERE name = session_user").fetchone()
    if row is None or row[0] == "reader":
        raise HubRefusedError(
            message(
                "core",
                "{name} is no till's name at the hub. Whoever looks after the hub makes one: “hub let-in”.",
            ),
            name=connection.info.user,
        )
    if row[0] == "till" and row[1] != store:
        raise HubRefusedError(
            message(
                "core",
                "{name} is a till of the store {own}, not of {store}: join as {own}, or ask for a name of "
                "{store} (“hub let-in”).",
            ),
            name=connection.info.user,
            own=row[1],
            store=store,
        )
    with connection.transaction():
        if row[0] == "manager":
            connection.execute("INSERT INTO stores (name) VALUES (%s) ON CONFLICT DO NOTHING", [store])
        connection.execute(
            "INSERT INTO tills (id, store, computer) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
            [till, store, platform.node()],
        )
    ((hub,),) = connection.execute("SELECT id FROM hub").fetchall()
    return UUID(str(hub))


def require_same_hub(connection: "psycopg.Connection", joined: Membership) -> None:
    """Refuse a hub that is another one, or that lacks the change up to which this till has read.

    Raises:
        HubRefusedError: with what to do.
    """
    ((hub, change),) = connection.execute(
        "SELECT id::text, (SELECT id::text FROM changes WHERE seq = %s) FROM hub", [joined.place]
    ).fetchall()
    if hub != joined.hub or (joined.place and change != joined.place_change):
        raise HubRefusedError(
            message(
                "core",
                "The hub is not the one that this shop knew: it was restored from an older backup, or "
                "another one took its place. Leave it and join again; all that is here stays.",
            )
        )


def tell_place(connection: "psycopg.Connection", till: UUID, place: int) -> None:
    """Say that a till is here and has read the changes up to ``place``; the hub's status shows it."""
    connection.execute(
        "UPDATE tills SET seen = now(), cursor = %s, has_left = NULL WHERE id = %s", [place, till]
    )


def tell_leaving(connection: "psycopg.Connection", till: UUID) -> None:
    """Say that a till has left; what it sent stays."""
    connection.execute("UPDATE tills SET seen = now(), has_left = now() WHERE id = %s", [till])


def forget_till(connection: "psycopg.Connection", till: str) -> None:
    """Count a till whose folder is gone as one that left; should it come again, it is there again.

    Args:
        till: its id, or the beginning of it.

    Raises:
        HubRefusedError: no till or more than one begins so, or the login may not.
    """
    found = connection.execute(
        "SELECT id FROM tills WHERE starts_with(id::text, %s) AND has_left IS NULL", [till.lower()]
    ).fetchall()
    if len(till) < _LEAST_LETTERS or len(found) != 1:
        raise HubRefusedError(
            message("core", "“{till}” is no till that is there: “hub status” shows their ids."), till=till
        )
    if not connection.execute("UPDATE tills SET has_left = now() WHERE id = %s", found[0]).rowcount:
        raise HubRefusedError(
            message("core", "Only the hub's owner can forget another one's till: use the owner's name.")
        )
