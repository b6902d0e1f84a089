"""Too many connections, and too slow ones: over real TLS, refused, while phones are heard."""

import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop_app.phone.server import places
from desktop_app.phone.server.key import new_key
from tests.desktop_app.phone.served import Browser, Served, serving
from tests.desktop_app.phone.server.bare import PAIR, rest, status


def test_whoever_dawdles_is_let_go(stranger: Browser) -> None:
    silent, dawdling = stranger.bare(), stranger.raw()
    dawdling.sendall(b"GET /pair HTTP/1.1\r\n")
    for one in (silent, dawdling):
        assert rest(one) == b""  # closed without a word, before the client's own patience ends


def test_one_address_holds_few_connections(served: Served, stranger: Browser, phone: Browser) -> None:
    held = [stranger.raw() for _ in range(places.MOST_OF_ONE)]
    assert status(stranger, PAIR) == b""  # one too many: closed
    assert phone.get("/").status == 200
    for one in held:
        one.close()


def test_sockets_that_never_speak_tls_are_few_and_keep_nobody_out(served: Served, phone: Browser) -> None:
    [process] = [child for child in multiprocessing.active_children() if child.name == "phones"]
    descriptors = Path(f"/proc/{process.pid}/fd")
    before = len(list(descriptors.iterdir()))
    silent = [served.browser().bare() for _ in range(2 * places.MOST)]
    assert phone.get("/").status == 200
    assert len(list(descriptors.iterdir())) <= before + places.MOST + 1
    for one in silent:
        one.close()


def test_idle_connections_of_many_addresses_keep_nobody_out(served: Served, phone: Browser) -> None:
    strangers = [served.browser() for _ in range(9)]
    held = [stranger.raw() for stranger in strangers for _ in range(places.MOST_OF_ONE)]
    assert phone.get("/").status == 200
    assert status(served.browser(), PAIR) == b"200"  # nor a phone that wants to be let in
    for one in held:
        one.close()


@pytest.mark.parametrize("requests", [120, pytest.param(1000, marks=pytest.mark.long)])
def test_a_flood_is_refused_and_keeps_no_phone_out(tmp_path: Path, requests: int) -> None:
    with serving(tmp_path) as served:
        phone, floods = served.browser(new_key()), [served.browser() for _ in range(4)]
        served.let_in(phone=phone.key)
        before = len(served.asked)

        def flood(stranger: Browser) -> list[bytes]:
            return [status(stranger, PAIR) for _ in range(requests // len(floods))]

        with ThreadPoolExecutor(len(floods)) as pool:
            flooding = [pool.submit(flood, stranger) for stranger in floods]
            heard = [phone.get("/").status for _ in range(10)]
            statuses = [status for one in flooding for status in one.result()]
        assert heard == [200] * 10
        assert set(statuses) <= {b"200", b"429", b""}  # how many of each tells how fast this machine floods
        assert len(served.asked) == before
