"""Who comes into a hub: logins of PostgreSQL itself, each with one of three roles, let in and locked out.

A till writes changes of its store and reads all stores'; a manager writes for any store; a reader reads. None
of them is a superuser, makes tables, or changes what was sent. The hub's owner lets in and locks out.
"""

import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from core.hub.errors import HubRefusedError
from core.messages import message

if TYPE_CHECKING:
    import psycopg

Role = Literal["till", "manager", "reader"]
_NAME = re.compile("[a-z][a-z0-9_]{0,62}")
_LIMITS = {
    "statement_timeout": "60s",
    "lock_timeout": "30s",
    "idle_in_transaction_session_timeout": "60s",
}
"""What holds for a login from its start: a till that hangs holds nobody up for long."""
_CONNECTIONS = 5


@dataclass(frozen=True, slots=True)
class LockedOut:
    """What a lock-out found.

    Attributes:
        sessions: how many connections were ended.
        changes: how many changes the login had sent; they stay, under its name.
    """

    sessions: int
    changes: int


def let_in(connection: "psycopg.Connection", name: str, role: Role, store: str | None = None) -> str:
    """Make a login of ``role``, a till's for its store; returns its password, which is kept nowhere.

    The password goes to the server as a verifier alone, so that no log of the server's has it.

    Raises:
        HubRefusedError: the name cannot be one or is taken, or a till lacks its store.
    """
    from psycopg.sql import SQL, Identifier, Literal

    if not _NAME.fullmatch(name):
        raise HubRefusedError(
            message(
                "core", "A name at the hub has small letters a–z, digits and _, and begins with a letter."
            )
        )
    if role == "till" and not store:
        raise HubRefusedError(message("core", "Say which store the till is in: --store NAME."))
    password = secrets.token_urlsafe(24)
    verifier = connection.pgconn.encrypt_password(password.encode(), name.encode(), b"scram-sha-256").decode()
    login = Identifier(name)
    with connection.transaction():
        if connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [name]).rowcount:
            raise HubRefusedError(message("core", "The name {name} is taken; choose another."), name=name)
        if store:
            connection.execute("INSERT INTO stores (name) VALUES (%s) ON CONFLICT DO NOTHING", [store])
        connection.execute(
            "SET LOCAL createrole_self_grant = 'inherit'"
        )  # or its sessions could not be ended
        made = SQL("CREATE ROLE {} LOGIN CONNECTION LIMIT {} PASSWORD {}")
        connection.execute(made.format(login, Literal(_CONNECTIONS), Literal(verifier)))
        for setting, limit in _LIMITS.items():
            limited = SQL("ALTER ROLE {} SET {} = {}")
            connection.execute(limited.format(login, Identifier(setting), Literal(limit)))
        connection.execute(SQL("GRANT {} TO {}").format(Identifier(f"snapshelf_{role}"), login))
        database = Identifier(connection.info.dbname)
        connection.execute(SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, login))
        connection.execute("INSERT INTO logins (name, role, store) VALUES (%s, %s, %s)", [name, role, store])
    return password


def lock_out(connection: "psycopg.Connection", name: str) -> LockedOut:
    """Let a login in no more, for good, and end its connections; what it sent stays and bears its name.

    Raises:
        HubRefusedError: nobody let it in.
    """
    from psycopg.sql import SQL, Identifier

    with connection.transaction():
        row = connection.execute(
            "UPDATE logins SET locked_out = coalesce(locked_out, now()) WHERE name = %s RETURNING role",
            [name],
        ).fetchone()
        if row is None:
            raise HubRefusedError(
                message("core", "The hub knows no {name}; “hub status” says whom it knows."), name=name
            )
        connection.execute("UPDATE tills SET has_left = now() WHERE login = %s AND has_left IS NULL", [name])
        login = Identifier(name)
        connection.execute(SQL("ALTER ROLE {} NOLOGIN").format(login))
        connection.execute(SQL("REVOKE {} FROM {}").format(Identifier(f"snapshelf_{row[0]}"), login))
    ended = connection.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = %s", [name]
    )
    ((changes,),) = connection.execute("SELECT count(*) FROM changes WHERE login = %s", [name]).fetchall()
    return LockedOut(ended.rowcount, int(changes))
