"""Changes made here go to the hub, in the order in which they were made.

A batch is one transaction there; only after it is it crossed out here. Cut off in between, it is sent again,
and the hub, which knows each change by its id, takes it once.
"""

from typing import TYPE_CHECKING

from core.catalog.database.catalog import Catalog
from core.catalog.database.change_ids import clock_of
from core.hub.membership import require_membership, waiting_changes
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report

if TYPE_CHECKING:
    import psycopg

_STAGE = message("core", "Sending changes to the hub")
_BATCH = 500


def send_changes(
    catalog: Catalog, connection: "psycopg.Connection", progress: ReportProgress = ignore_progress
) -> int:
    """Send what waits; how many changes that was.

    Raises:
        Cancelled: ``progress`` asked to stop; what was acknowledged is crossed out.
    """
    sent, waiting = 0, waiting_changes(catalog)
    joined = require_membership(catalog)
    while rows := catalog.db.execute(
        "SELECT n, id, kind, key, body FROM outbox ORDER BY n LIMIT ?", [_BATCH]
    ).fetchall():
        report(progress, _STAGE, sent, max(waiting, sent + len(rows)))
        with connection.transaction():
            connection.execute(
                "INSERT INTO changes (id, store, till, clock, kind, key, body)"
                " SELECT id, %(store)s, %(till)s, clock, kind, key, body FROM unnest(%(ids)s::uuid[],"
                "  %(clocks)s::bigint[], %(kinds)s::text[], %(keys)s::text[], %(bodies)s::jsonb[])"
                "  WITH ORDINALITY AS made (id, clock, kind, key, body, n) ORDER BY n"
                " ON CONFLICT (id) DO NOTHING",
                {
                    "store": joined.store,
                    "till": joined.till,
                    "ids": [row[1] for row in rows],
                    "clocks": [clock_of(row[1]) for row in rows],
                    "kinds": [row[2] for row in rows],
                    "keys": [row[3] for row in rows],
                    "bodies": [row[4] for row in rows],
                },
            )
        with catalog.transaction() as db:
            db.execute("DELETE FROM outbox WHERE n <= ?", [rows[-1][0]])
        sent += len(rows)
    return sent
