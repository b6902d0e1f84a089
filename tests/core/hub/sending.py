"""Changes sent to a hub by hand, as a till sends them, for tests of what the hub takes."""

from uuid import UUID, uuid4

import psycopg


def send(connection: psycopg.Connection, till: UUID, store: str, key: str = "product") -> int:
    """Send one change; returns the number that the hub gave it."""
    rows = connection.execute(
        "INSERT INTO changes (id, store, till, clock, kind, key, body)"
        " VALUES (%s, %s, %s, 1, 'test', %s, '{}') RETURNING seq",
        [uuid4(), store, till, key],
    ).fetchall()
    return int(rows[0][0])
