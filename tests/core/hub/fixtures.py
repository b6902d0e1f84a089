"""A real PostgreSQL for all tests of a session, and a database of its own for each; started when one asks.

tests/conftest.py names this file: rooms of the library and the window's pages and commands use one server.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from core.hub.connection import connected
from core.hub.logins import Role, let_in

if TYPE_CHECKING:
    from tests.core.hub.postgres import Postgres

LetIn = Callable[..., str]


@pytest.fixture(scope="session")
def postgres() -> Iterator["Postgres"]:
    """The server; tests that stop or kill it start one of their own (``running_postgres``)."""
    from tests.core.hub.postgres import running_postgres

    with running_postgres() as server:
        yield server


@pytest.fixture
def empty_database(postgres: "Postgres") -> str:
    """The owner's URL of a database in which nothing is yet."""
    return postgres.new_database()


@pytest.fixture
def hub(postgres: "Postgres") -> str:
    """The owner's URL of a finished hub."""
    return postgres.new_hub()


@pytest.fixture
def url_of(postgres: "Postgres", hub: str) -> LetIn:
    """``url_of(store)`` lets a till of that store in, ``url_of(store, role)`` another; with password."""
    from tests.core.hub.postgres import database_name

    database = database_name(hub)

    def let(store: str | None = None, role: Role = "till", name: str | None = None) -> str:
        with connected(hub) as connection:
            ((number,),) = connection.execute("SELECT count(*) FROM logins").fetchall()
            login = name or f"{database}_{role}{number}"
            password = let_in(connection, login, role, store)
        return postgres.url(database, login, password=password)

    return let


@pytest.fixture
def manager(url_of: LetIn) -> str:
    """The URL of a manager, who may join shops as any store."""
    return url_of(None, "manager")
