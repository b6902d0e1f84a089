"""How a hub is: for people, and for whatever watches it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from core.hub.migrations import hub_steps, hub_version

if TYPE_CHECKING:
    import psycopg


@dataclass(frozen=True, slots=True)
class TableSize:
    """A table of the hub: about how many rows, and the bytes on the disk with its indexes."""

    name: str
    rows: int
    bytes: int


@dataclass(frozen=True, slots=True)
class TillState:
    """A shop that joined: when it was seen last, and how many changes it had not read then or got since."""

    id: str
    store: str
    login: str
    computer: str
    joined: datetime
    seen: datetime
    has_left: datetime | None
    behind: int


@dataclass(frozen=True, slots=True)
class LoginState:
    """Who was let in, whether locked out since, and how many changes bear the name."""

    name: str
    role: str
    store: str | None
    locked_out: datetime | None
    changes: int
    last_change: datetime | None


@dataclass(frozen=True, slots=True)
class HubStatus:
    """A hub as it is at this moment.

    Attributes:
        hub: its id.
        version: the last step that its tables have.
        newest: the last step that this program knows.
        server: the version of PostgreSQL.
        pgvector: the version of pgvector.
        changes: how many there are.
        last_change: when the last one came.
        bytes: of the whole database on the disk.
        tables: the largest first.
        stores: their names.
        tills: by store.
        logins: by name.
    """

    hub: str
    version: int
    newest: int
    server: str
    pgvector: str
    changes: int
    last_change: datetime | None
    bytes: int
    tables: tuple[TableSize, ...]
    stores: tuple[str, ...]
    tills: tuple[TillState, ...]
    logins: tuple[LoginState, ...]


def hub_status(connection: "psycopg.Connection") -> HubStatus:
    """Look at the hub; only its owner sees all logins.

    Raises:
        HubRefusedError: it is no hub.
    """
    version = hub_version(connection)
    ((hub,),) = connection.execute("SELECT id FROM hub").fetchall()
    ((server, pgvector, size),) = connection.execute(
        "SELECT current_setting('server_version'), extversion, pg_database_size(current_database())"
        " FROM pg_extension WHERE extname = 'vector'"
    ).fetchall()
    ((changes, last),) = connection.execute("SELECT count(*), max(received) FROM changes").fetchall()
    tables = connection.execute(
        "SELECT relname, greatest(reltuples, 0)::bigint, pg_total_relation_size(oid) AS size"
        " FROM pg_class WHERE relnamespace = 'snapshelf'::regnamespace AND relkind IN ('r', 'p')"
        " ORDER BY size DESC, relname"
    )
    tills = connection.execute(
        "SELECT id::text, store, login, computer, joined, seen, has_left,"
        " (SELECT count(*) FROM changes WHERE seq > cursor AND till <> tills.id)"
        " FROM tills ORDER BY store, joined"
    )
    logins = connection.execute(
        "SELECT name, role, logins.store, locked_out, count(seq), max(received)"
        " FROM logins LEFT JOIN changes ON login = name GROUP BY name ORDER BY name"
    )
    return HubStatus(
        hub=str(hub),
        version=version,
        newest=hub_steps()[-1].number,
        server=server,
        pgvector=pgvector,
        changes=changes,
        last_change=last,
        bytes=size,
        tables=tuple(TableSize(*row) for row in tables),
        stores=tuple(name for (name,) in connection.execute("SELECT name FROM stores ORDER BY name")),
        tills=tuple(TillState(*row) for row in tills),
        logins=tuple(LoginState(*row) for row in logins),
    )
