"""Who may what at a hub, by PostgreSQL's own means."""

from uuid import uuid4

import psycopg
import pytest

from core.hub.connection import connected
from core.hub.errors import HubAwayError, HubRefusedError
from core.hub.logins import let_in, lock_out
from core.hub.migrations import upgrade_hub
from core.hub.tills import enter_till
from tests.core.hub.fixtures import LetIn
from tests.core.hub.postgres import OWNER, Postgres, database_name
from tests.core.hub.sending import send

FORBIDDEN = [
    "UPDATE changes SET body = '{\"forged\": 1}'",
    "DELETE FROM changes",
    "TRUNCATE changes",
    "ALTER TABLE changes DISABLE TRIGGER ALL",
    "CREATE TABLE public.mine (x int)",
    "CREATE TABLE snapshelf.mine (x int)",
    "CREATE TEMPORARY TABLE changes (x int)",
    "UPDATE hub SET needs = 99",
    "INSERT INTO logins (name, role) VALUES (session_user, 'manager')",
    "UPDATE tills SET store = 'Market'",
    "SET ROLE postgres",
    "COPY changes TO PROGRAM 'cat'",
    "CREATE ROLE another",
]


def test_a_till_writes_for_its_store_and_reads_all_stores(url_of: LetIn) -> None:
    main, market = uuid4(), uuid4()
    with connected(url_of("Main Street")) as connection:
        enter_till(connection, main, "Main Street")
        send(connection, main, "Main Street")
    with connected(url_of("Market")) as connection:
        enter_till(connection, market, "Market")
        send(connection, market, "Market")
        stores = connection.execute("SELECT store FROM changes ORDER BY seq").fetchall()
    assert stores == [("Main Street",), ("Market",)]


def test_a_till_joins_no_other_store_and_is_told_which_is_its_own(url_of: LetIn) -> None:
    url_of("Market")
    with (
        pytest.raises(HubRefusedError, match="of the store Main Street, not of Market"),
        connected(url_of("Main Street")) as connection,
    ):
        enter_till(connection, uuid4(), "Market")


def test_a_till_that_lies_about_its_store_or_its_name_is_refused(url_of: LetIn) -> None:
    till, others = uuid4(), uuid4()
    with connected(url_of("Market")) as connection:
        enter_till(connection, others, "Market")
    mine = url_of("Main Street")
    with connected(mine) as connection:
        enter_till(connection, till, "Main Street")
    for said_till, said_store in ((till, "Market"), (others, "Market"), (uuid4(), "Main Street")):
        with pytest.raises(HubRefusedError, match="does not take changes"), connected(mine) as connection:
            send(connection, said_till, said_store)


def test_the_hub_itself_notes_who_sent_a_change(url_of: LetIn) -> None:
    till = uuid4()
    with connected(url_of("Main Street")) as connection:
        enter_till(connection, till, "Main Street")
        send(connection, till, "Main Street")
        assert connection.execute("SELECT login FROM changes").fetchall() == [(connection.info.user,)]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("INSERT INTO changes (login) VALUES ('somebody')")


@pytest.mark.parametrize("role", ["till", "manager", "reader"])
def test_nobody_let_in_rewrites_the_past_or_makes_things(url_of: LetIn, role: str) -> None:
    with connected(url_of("Main Street", role)) as connection:
        for statement in FORBIDDEN:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement.encode())
        is_superuser = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = session_user")
        assert is_superuser.fetchall() == [(False,)]


def test_a_reader_reads_and_cannot_join(url_of: LetIn) -> None:
    with connected(url_of(role="reader")) as connection:
        assert connection.execute("SELECT count(*) FROM changes").fetchall() == [(0,)]
        with pytest.raises(HubRefusedError, match="is no till's name"):
            enter_till(connection, uuid4(), "Main Street")


def test_a_manager_speaks_for_any_store_also_a_new_one(url_of: LetIn) -> None:
    with connected(url_of(role="manager")) as connection:
        for store in ("Main Street", "New Quarter"):
            till = uuid4()
            enter_till(connection, till, store)
            send(connection, till, store)


def test_whoever_owns_the_hub_is_no_till(hub: str) -> None:
    with pytest.raises(HubRefusedError, match=f"{OWNER} is no till"), connected(hub) as connection:
        enter_till(connection, uuid4(), "Main Street")


def test_a_locked_out_till_is_thrown_out_at_once_and_what_it_sent_bears_its_name(
    hub: str, url_of: LetIn
) -> None:
    till, stolen = uuid4(), url_of("Main Street", name="stolen_till")
    with pytest.raises(HubAwayError), connected(stolen) as connection:  # its connection is cut
        enter_till(connection, till, "Main Street")
        send(connection, till, "Main Street", "A")
        with connected(hub) as owner:
            found = lock_out(owner, "stolen_till")
        assert (found.sessions, found.changes) == (1, 1)
        send(connection, till, "Main Street", "B")
    with pytest.raises(HubRefusedError, match="locked out"), connected(stolen):
        pass
    with connected(hub) as owner:
        assert owner.execute("SELECT key, login FROM changes").fetchall() == [("A", "stolen_till")]
        assert lock_out(owner, "stolen_till").sessions == 0
        with pytest.raises(HubRefusedError, match="taken"):
            let_in(owner, "stolen_till", "till", "Main Street")


def test_who_was_let_into_one_hub_does_not_come_into_another_of_the_same_server(
    postgres: Postgres, url_of: LetIn
) -> None:
    url_of("Main Street", name="let_in_here")
    elsewhere = database_name(postgres.new_hub())
    with connected(postgres.url(elsewhere)) as connection:
        upgrade_hub(connection)
    with pytest.raises(HubRefusedError), connected(postgres.url(elsewhere, "let_in_here")):
        pass


def test_the_server_limits_how_long_a_till_may_hold_something_up(url_of: LetIn) -> None:
    with psycopg.connect(url_of("Main Street")) as connection:
        shown = [
            connection.execute(f"SHOW {name}".encode()).fetchall()[0][0]
            for name in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
        ]
    assert shown == ["1min", "30s", "1min"]


def test_no_log_of_the_server_has_a_password(postgres: Postgres, hub: str) -> None:
    with connected(hub) as connection:
        connection.execute("SET log_statement = 'all'")
        password = let_in(connection, "told_to_the_log", "reader")
    assert "CREATE ROLE" in postgres.log
    assert password not in postgres.log


def test_a_name_that_cannot_be_one_is_told(hub: str) -> None:
    with connected(hub) as connection:
        for name in ("", "Ünal", "a b", "1st", "x" * 64, 'a"; DROP TABLE changes'):
            with pytest.raises(HubRefusedError, match="small letters"):
                let_in(connection, name, "reader")


def test_an_owner_who_is_no_superuser_runs_a_hub(postgres: Postgres, empty_database: str) -> None:
    database = database_name(empty_database)
    owner = f"owner_{database}"
    with connected(empty_database) as connection:
        connection.execute(f"CREATE ROLE {owner} LOGIN CREATEROLE".encode())
        connection.execute(f"ALTER DATABASE {database} OWNER TO {owner}".encode())
        for role in (
            "snapshelf_till",
            "snapshelf_manager",
            "snapshelf_reader",
        ):  # another hub's owner made them
            connection.execute(
                f"DO $$ BEGIN CREATE ROLE {role}; EXCEPTION WHEN duplicate_object THEN END $$".encode()
            )
            connection.execute(f"GRANT {role} TO {owner} WITH ADMIN OPTION".encode())
    with connected(postgres.url(database, owner)) as connection:
        with pytest.raises(HubRefusedError, match="CREATE EXTENSION vector"):
            upgrade_hub(connection)
        with connected(empty_database) as superuser:
            superuser.execute("CREATE EXTENSION vector SCHEMA public")
        upgrade_hub(connection)
        password = let_in(connection, f"till_{database}", "till", "Main Street")
        with connected(postgres.url(database, f"till_{database}", password=password)) as till:
            enter_till(till, uuid4(), "Main Street")
            assert lock_out(connection, f"till_{database}").sessions == 1
