"""The hub's log of changes can be read by number alone: nothing appears behind what was read."""

import threading
from uuid import uuid4

import psycopg
import pytest

from core.hub.connection import connected
from core.hub.tills import enter_till
from tests.core.hub.fixtures import LetIn
from tests.core.hub.sending import send


def test_whoever_sends_waits_for_the_one_before_so_that_no_number_is_passed_by(url_of: LetIn) -> None:
    url, till = url_of("Main Street"), uuid4()
    second: list[int] = []

    def send_second() -> None:
        with connected(url) as connection:
            second.append(send(connection, till, "Main Street"))

    thread = threading.Thread(target=send_second)
    with connected(url) as connection, connected(url) as reader:
        enter_till(connection, till, "Main Street")
        with connection.transaction():
            first = send(connection, till, "Main Street")
            thread.start()
            waits = "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
            while not reader.execute(waits).rowcount:
                assert thread.is_alive()
            assert reader.execute("SELECT seq FROM changes").fetchall() == []
        thread.join()
        assert first < second[0]
        assert reader.execute("SELECT seq FROM changes ORDER BY seq").fetchall() == [(first,), (second[0],)]


def test_a_change_that_was_sent_twice_is_there_once(url_of: LetIn) -> None:
    till, change = uuid4(), uuid4()
    again = (
        "INSERT INTO changes (id, store, till, clock, kind, key, body)"
        " VALUES (%s, 'Main Street', %s, 1, 'test', '', '{}') ON CONFLICT (id) DO NOTHING"
    )
    with connected(url_of("Main Street")) as connection:
        enter_till(connection, till, "Main Street")
        assert [connection.execute(again, [change, till]).rowcount for _ in range(2)] == [1, 0]
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute(again.partition(" ON CONFLICT")[0].encode(), [change, till])
