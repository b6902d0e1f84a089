"""Brings a hub's tables up to date, and says whether this program and a hub fit together.

The hub is brought up to date first; tills of older versions go on with a newer hub, as long as it does not
say that it needs a newer one (``hub.needs``). A till does not go on with a hub that lacks steps it knows.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from core.hub.errors import HubRefusedError
from core.messages import message

if TYPE_CHECKING:
    import psycopg

SPEAKS = 1
"""What this program knows of how tills and hub talk: a hub that needs more refuses it."""
LEAST_SERVER = 160_000
"""PostgreSQL 16, as the server writes it: since then who makes roles need not be a superuser."""
_LOCK = 0x536E6170
"""One program at a time brings a hub up to date ("Snap")."""


@dataclass(frozen=True, slots=True)
class HubStep:
    """One numbered step: ``sql`` runs in one transaction together with the note that it did."""

    number: int
    name: str
    sql: str


@cache
def hub_steps() -> tuple[HubStep, ...]:
    """All steps in their order: the files of core/hub/schema."""
    found = sorted(file.name for file in files("core.hub.schema").iterdir() if file.name.endswith(".sql"))
    return tuple(
        HubStep(
            int(name[:4]), name.removesuffix(".sql"), (files("core.hub.schema") / name).read_text("utf-8")
        )
        for name in found
    )


def upgrade_hub(connection: "psycopg.Connection", steps: tuple[HubStep, ...] | None = None) -> list[str]:
    """Make the hub's tables, or bring them up to date; returns the names of the steps that were done.

    Each step is whole or not at all, and one program at a time does them, so it may be cut off and repeated.

    Raises:
        HubRefusedError: the server is too old, has no pgvector, or a newer program made the hub.
    """
    steps = hub_steps() if steps is None else steps
    if connection.info.server_version < LEAST_SERVER:
        raise HubRefusedError(
            message("core", "The hub's server is PostgreSQL {version}; 16 or later is needed."),
            version=connection.info.server_version // 10_000,
        )
    done: list[str] = []
    connection.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
    try:
        _prepare(connection)
        version = hub_version(connection)
        for step in steps:
            if step.number > version:
                with connection.transaction():
                    connection.execute(step.sql.encode())
                    connection.execute(
                        "INSERT INTO migrations (number, name) VALUES (%s, %s)", [step.number, step.name]
                    )
                done.append(step.name)
        _shut_to_strangers(connection)
    finally:
        connection.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
    require_fit(connection)
    return done


def _prepare(connection: "psycopg.Connection") -> None:
    if not connection.execute("SELECT FROM pg_available_extensions WHERE name = 'vector'").rowcount:
        raise HubRefusedError(
            message("core", "The hub's server has no pgvector; install it there (see the page for IT).")
        )
    with connection.transaction():
        connection.execute("CREATE SCHEMA IF NOT EXISTS snapshelf")
        if not connection.execute("SELECT FROM pg_extension WHERE extname = 'vector'").rowcount:
            _add_pgvector(connection)
        connection.execute(
            "CREATE TABLE IF NOT EXISTS snapshelf.migrations"
            " (number integer PRIMARY KEY, name text NOT NULL, done timestamptz NOT NULL DEFAULT now())"
        )


def _add_pgvector(connection: "psycopg.Connection") -> None:
    from psycopg.errors import InsufficientPrivilege

    try:
        connection.execute("CREATE EXTENSION vector WITH SCHEMA snapshelf")
    except InsufficientPrivilege as error:
        raise HubRefusedError(
            message(
                "core",
                "Only a superuser can switch pgvector on: let one run CREATE EXTENSION vector in the hub's "
                "database, then try again.",
            )
        ) from error


def _shut_to_strangers(connection: "psycopg.Connection") -> None:
    """Let nobody connect whom this hub did not let in: other hubs of the server have the same roles.

    Who was let in may connect, also where the hub was restored as another database.
    """
    from psycopg.sql import SQL, Identifier

    database = Identifier(connection.info.dbname)
    connection.execute(SQL("REVOKE CONNECT, TEMPORARY ON DATABASE {} FROM PUBLIC").format(database))
    let_in = connection.execute(
        "SELECT name FROM snapshelf.logins JOIN pg_roles ON rolname = name WHERE locked_out IS NULL"
    )
    for (name,) in let_in.fetchall():
        granted = SQL("GRANT CONNECT ON DATABASE {} TO {}")
        connection.execute(granted.format(database, Identifier(name)))


def renew_hub(connection: "psycopg.Connection") -> None:
    """Take a restored hub for another one: tills that knew it must join again."""
    connection.execute("UPDATE snapshelf.hub SET id = gen_random_uuid()")


def hub_version(connection: "psycopg.Connection") -> int:
    """The number of the last step that the hub has; 0 before the first."""
    ((number,),) = connection.execute("SELECT coalesce(max(number), 0) FROM snapshelf.migrations").fetchall()
    return int(number)


def require_fit(connection: "psycopg.Connection") -> None:
    """Refuse a hub that is too old for this program, or that needs a newer program.

    Raises:
        HubRefusedError: with who has to be brought up to date.
    """
    version = hub_version(connection)
    row = connection.execute("SELECT needs FROM snapshelf.hub").fetchone() if version else None
    if row is not None and row[0] > SPEAKS:
        raise HubRefusedError(
            message(
                "core",
                "The hub needs a newer version of this program: bring it up to date. Changes wait here until "
                "then.",
            )
        )
    if version < hub_steps()[-1].number:
        raise HubRefusedError(
            message(
                "core",
                "The hub was made by an older version (step {version} of {newest}). Run “hub init” of this "
                "version on it first; changes wait here until then.",
            ),
            version=version,
            newest=hub_steps()[-1].number,
        )
