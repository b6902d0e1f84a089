"""A hub is reached in safety or not at all, and whatever stands in the way is told in a sentence."""

import gc
import os
import socket
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from core.hub import connection as hub_connection
from core.hub.connection import connected
from core.hub.errors import HubAsksPasswordError, HubAwayError, HubRefusedError
from tests.core.hub.certificates import Authority, new_authority, sign
from tests.core.hub.encrypting_front import encrypting_front
from tests.core.hub.fixtures import LetIn
from tests.core.hub.postgres import Postgres, database_name
from tests.core.hub.silence import silenced

# A name of this computer that is not «localhost»: the address is given beside it, so nobody is asked for it.
ELSEWHERE = "hub.example"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return new_authority(tmp_path_factory.mktemp("authority"), "ours")


@pytest.fixture
def clerk(postgres: Postgres) -> None:
    """Somebody who comes in with the password «safe»."""
    with connected(postgres.url("postgres")) as connection:
        connection.execute(
            "DO $$ BEGIN CREATE ROLE clerk LOGIN PASSWORD 'safe'; EXCEPTION WHEN duplicate_object THEN END $$"
        )


def address(port: int, authority: Authority | None, *, host: str = ELSEWHERE) -> str:
    trusted = "" if authority is None else f"&sslrootcert={authority.file}"
    return f"postgresql://clerk@{host}:{port}/postgres?hostaddr=127.0.0.1{trusted}"


@pytest.fixture(autouse=True)
def far_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take 127.0.0.1 for another computer, as it stands in for one."""
    monkeypatch.setattr(hub_connection, "_LOCAL", ("", "localhost"))


@pytest.mark.usefixtures("clerk")
def test_a_hub_on_another_computer_is_spoken_to_encrypted(postgres: Postgres, authority: Authority) -> None:
    with (
        encrypting_front(postgres.port, *sign(authority, ELSEWHERE)) as port,
        connected(address(port, authority), "safe") as connection,
    ):
        assert connection.pgconn.ssl_in_use
        assert connection.execute("SELECT 1").fetchall() == [(1,)]


def test_a_wrong_certificate_is_refused_with_a_sentence(
    postgres: Postgres, authority: Authority, tmp_path: Path
) -> None:
    wrong = {
        "a strange authority": (sign(new_authority(tmp_path, "stranger"), ELSEWHERE), "verify failed"),
        "another name": (sign(authority, "other.example"), "other.example"),
        "has run out": (sign(authority, ELSEWHERE, valid=timedelta(days=-1)), "verify failed"),
    }
    for certificate, reason in wrong.values():
        with (
            encrypting_front(postgres.port, *certificate) as port,
            pytest.raises(HubRefusedError) as refused,
            connected(address(port, authority), "safe"),
        ):
            pass
        sentence = str(refused.value)
        assert "not the one that this computer trusts, so nothing was sent" in sentence
        assert reason in sentence


def test_without_a_named_authority_the_systems_own_are_asked(
    postgres: Postgres, authority: Authority
) -> None:
    with (
        encrypting_front(postgres.port, *sign(authority, ELSEWHERE)) as port,
        pytest.raises(HubRefusedError, match="certificate"),
        connected(address(port, None), "safe"),
    ):
        pass


def test_a_hub_that_does_not_encrypt_is_told_no_password(postgres: Postgres) -> None:
    with (
        pytest.raises(HubRefusedError, match="does not encrypt"),
        connected(address(postgres.port, None), "safe"),
    ):
        pass


def test_whoever_says_so_goes_without_encryption(postgres: Postgres, url_of: LetIn) -> None:
    url = url_of("Main Street") + "?sslmode=disable"
    with connected(url) as connection:
        assert not connection.pgconn.ssl_in_use


def test_a_wrong_password_a_missing_one_and_a_missing_database_are_told(
    postgres: Postgres, hub: str, url_of: LetIn
) -> None:
    url_of("Main Street", name="asked_clerk")
    bare = f"postgresql://asked_clerk@127.0.0.1:{postgres.port}/{database_name(hub)}?sslmode=disable"
    with pytest.raises(HubRefusedError, match="name and password"), connected(bare, "wrong"):
        pass
    with pytest.raises(HubAsksPasswordError), connected(bare):
        pass
    with pytest.raises(HubRefusedError, match="no such database"), connected(postgres.url("none")):
        pass


@pytest.mark.parametrize("end", ["b:port/?wrong=1", "127.0.0.1:port/shop", "127.0.0.1/shop?sslmode=off"])
def test_what_is_no_address_is_told(end: str) -> None:
    with pytest.raises(HubRefusedError, match="not understood"), connected(f"postgresql://a@{end}"):
        pass


def test_a_hub_that_is_not_there_is_away() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (
        pytest.raises(HubAwayError, match="cannot be reached"),
        connected(f"postgresql://x@127.0.0.1:{port}/x"),
    ):
        pass


def test_a_connection_that_falls_silent_is_given_up(
    hub: str, postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As behind a router that forgot the connection: bytes are taken and nothing comes back."""
    monkeypatch.setattr(hub_connection, "_SILENCE_S", 1)
    with connected(hub) as owner:
        owner.execute("ALTER ROLE postgres PASSWORD 'safe'")
    with silenced(postgres.port) as (port, silence):
        url = f"postgresql://postgres@127.0.0.1:{port}/{database_name(hub)}?sslmode=disable"
        with pytest.raises(HubAwayError), connected(url, "safe", statement_s=1) as connection:
            silence.set()
            connection.execute("SELECT 1")


def test_a_statement_that_takes_too_long_is_stopped_by_the_hub(hub: str) -> None:
    with pytest.raises(HubAwayError, match="took too long"), connected(hub, statement_s=0.2) as connection:
        connection.execute("SELECT pg_sleep(60)")


def test_a_hub_that_can_only_be_read_is_away_for_changes(hub: str) -> None:
    with pytest.raises(HubAwayError, match="only be read"), connected(hub) as connection:
        connection.execute("SET default_transaction_read_only = on")
        connection.execute("INSERT INTO stores (name) VALUES ('x')")


def test_a_hub_whose_disk_is_full_is_away_for_changes(hub: str) -> None:
    with pytest.raises(HubAwayError, match="disk is full"), connected(hub) as connection:
        connection.execute("DO $$ BEGIN RAISE 'no room' USING ERRCODE = '53100'; END $$")


def test_a_fault_of_ours_stays_one(hub: str) -> None:
    with pytest.raises(psycopg.errors.SyntaxError), connected(hub) as connection:
        connection.execute("SELEC 1")


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_connection_whose_backend_is_killed_is_away(hub: str) -> None:
    with pytest.raises(HubAwayError), connected(hub) as connection:
        with connected(hub) as other:
            other.execute("SELECT pg_terminate_backend(%s)", [connection.info.backend_pid])
        connection.execute("SELECT 1")


def test_a_connection_that_breaks_before_it_is_handed_over_is_closed(hub: str) -> None:
    with pytest.raises(psycopg.errors.InvalidParameterValue), connected(hub, statement_s=1e9):
        pass
    left = [one for one in gc.get_objects() if isinstance(one, psycopg.Connection) and not one.closed]
    assert left == []
