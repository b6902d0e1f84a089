"""A real PostgreSQL for all tests of a session, and a database of its own for each."""

from collections.abc import Iterator

import pytest

from tests.core.hub.postgres import Postgres, running_postgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server; tests that stop or kill it start one of their own (``running_postgres``)."""
    with running_postgres() as server:
        yield server


@pytest.fixture
def empty_database(postgres: Postgres) -> str:
    """The owner's URL of a database in which nothing is yet."""
    return postgres.new_database()


@pytest.fixture
def hub(postgres: Postgres) -> str:
    """The owner's URL of a finished hub."""
    return postgres.new_hub()
