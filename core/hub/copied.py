"""A shop folder that was copied, or brought back from a backup, goes on as a till of its own.

Two folders with one till's id end up alike as any two tills do, for each takes the other's changes. But the
hub would see one where there are two: the one that leaves would leave for both.
"""

import uuid
from typing import TYPE_CHECKING

from core.catalog.database.catalog import Catalog
from core.hub.membership import Membership
from core.hub.tills import enter_till, tell_leaving

if TYPE_CHECKING:
    import psycopg


def part_from_copy(catalog: Catalog, connection: "psycopg.Connection", joined: Membership) -> bool:
    """Enter the folder as another till if its till has read further elsewhere; whether that was so.

    The old till counts as one that left, until it is here again: after a restore it never will be.

    Raises:
        HubRefusedError: the login may not speak for this store any more.
    """
    till = uuid.UUID(joined.till)
    row = connection.execute("SELECT cursor FROM tills WHERE id = %s", [till]).fetchone()
    if row is None or row[0] <= joined.place:
        return False
    another = uuid.uuid4()
    enter_till(connection, another, joined.store)
    with catalog.transaction() as db:
        db.execute("UPDATE hub_state SET till = ?", [str(another)])
    tell_leaving(connection, till)
    return True
