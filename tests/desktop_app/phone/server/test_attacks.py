"""What strangers of the network may send to the server, over real TLS: refused, and counted."""

import contextlib
import gzip
import random
import string
import time
from pathlib import Path

import pytest

from desktop_app.phone.server.guards import bounds
from desktop_app.phone.server.guards.headers import HEADERS
from desktop_app.phone.server.key import COOKIE, ONCE, TOKEN, new_key, token_of
from tests.desktop_app.phone.served import RUN, SHOP, Browser, Served, answer, serving
from tests.desktop_app.phone.server.bare import PAIR, status


def test_a_body_that_says_it_is_too_large_is_not_read(phone: Browser) -> None:
    for length in (str(bounds.MOST_BYTES + 1), "99999999999999999999", "-1", "1e3", "9" * 5000):
        head = f"POST /search HTTP/1.1\r\nHost: {phone.served.host}\r\nOrigin: {phone.served.origin}\r\n"
        head += f"Cookie: {COOKIE}={phone.key}\r\nContent-Length: {length}\r\n\r\n"
        assert status(phone, head.encode()) in (b"413", b"")


def test_a_body_that_grows_without_saying_so_is_cut_off(stranger: Browser) -> None:
    head = f"POST /pair HTTP/1.1\r\nHost: {stranger.served.host}\r\nOrigin: {stranger.served.origin}\r\n"
    head += "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"1000\r\n" + b"x" * 4096 + b"\r\n"
    assert status(stranger, head.encode() + chunk * 4) == b"413"


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01 no TLS any more",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 7000 + b"\r\n",
        PAIR[:-2] + b"Cookie: " + b"x" * 100_000 + b"\r\n\r\n",
        PAIR[:-2] + b"a:\r\n" * 60_000 + b"\r\n",
        b"POST /pair HTTP/1.1\r\nHost: HERE\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        b"POST /pair HTTP/1.1\r\nHost: HERE\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
        b"GET / HTTP/A\r\n\r\n",
        b"\0" * 100,
    ],
    ids=range(11),
)
def test_what_is_no_request_is_not_answered(stranger: Browser, phone: Browser, sent: bytes) -> None:
    assert status(stranger, sent) == b""
    assert phone.get("/").status == 200


def test_a_request_hides_no_other_one(served: Served, phone: Browser, stranger: Browser) -> None:
    served.answers["pair"] = answer({"ticket": "", "number": ""})
    hidden = f"GET /find?text=hidden HTTP/1.1\r\nHost: HERE\r\nCookie: {COOKIE}={phone.key}\r\n\r\n".encode()
    head = f"POST /pair HTTP/1.1\r\nHost: HERE\r\nOrigin: {served.origin}\r\n".encode()
    for framing in (b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"\r\n"):
        with stranger.raw() as bare:
            bare.sendall((head + framing + hidden).replace(b"HERE", served.host.encode()))
            answered = b"".join(iter(lambda: bare.recv(65536), b""))
        assert answered.count(b"HTTP/1.1 ") == 1
        assert answered.startswith(b"HTTP/1.1 403")
    assert served.asked[-1].values.get("text") != "hidden"


def test_what_waits_behind_a_request_is_little(phone: Browser, served: Served) -> None:
    """A whole head of any size would be read at once when its turn comes."""
    before = len(served.asked)
    with phone.raw() as bare:
        one = f"GET /find?text=tea HTTP/1.1\r\nHost: {served.host}\r\nCookie: {COOKIE}={phone.key}\r\n"
        bare.sendall(one.encode() + b"\r\n" + one.encode() + b"a:\r\n" * 10_000 + b"\r\n")
        with contextlib.suppress(ConnectionError):
            while bare.recv(65536):
                pass
    assert len(served.asked) <= before + 1


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_no_connection_becomes_another_protocols(phone: Browser, stranger: Browser, method: str) -> None:
    for protocol in ("websocket", "h2c"):
        wanted = {"Connection": "Upgrade", "Upgrade": protocol, "Sec-WebSocket-Version": "13"}
        assert phone.send(method, "/", None, wanted | {"Cookie": f"{COOKIE}={phone.key}"}).status == 200
        assert stranger.send(method, "/", None, wanted).status == 401


def test_a_packed_body_is_not_unpacked(phone: Browser, served: Served) -> None:
    before = len(served.asked)
    form = f"{TOKEN}={token_of(phone.key, SHOP)}&text=tea".encode()
    packed = {"Content-Encoding": "gzip"}
    assert phone.post("/count/enter", gzip.compress(form), **packed).status == 403
    assert len(served.asked) == before


def test_parts_of_a_file_are_few(stranger: Browser) -> None:
    whole = len(stranger.get("/static/style.css").body)
    for said in (",".join(["0-"] * 99), ",".join(f"{n}-{n}" for n in range(1500)), "-", f"0-{'9' * 9000}"):
        answered = stranger.get("/static/style.css", Range=f"bytes={said}")
        assert answered.status in (200, 206, 400)
        assert len(answered.body) <= whole + 1000


def test_a_mistake_of_ours_keeps_the_browser_safe_and_nothing_is_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(tmp_path) as served:
        phone = served.browser(new_key())
        served.let_in(phone=phone.key)
        served.answers["find"] = answer({})  # none that the page understands
        found = phone.get("/find?text=tea")
        assert found.status == 500
        assert {name: found.headers.get(name.lower()) for name in HEADERS} == HEADERS
        status(phone, b"no HTTP\r\n\r\n")
        phone.get("/", Connection="Upgrade", Upgrade="websocket")
        phone.post("/pair", b"x", "multipart/form-data; boundary=y")
        while not any(said.name == "bug" for said in served.told):
            time.sleep(0.05)
        served.told.clear()
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("encoding", ["undefined", "punycode", "raw_unicode_escape", "utf-16"])
def test_a_form_in_another_encoding_is_refused(phone: Browser, served: Served, encoding: str) -> None:
    before = len(served.asked)
    form = (
        f'--x\r\nContent-Disposition: form-data; name="{TOKEN}"\r\n\r\n{token_of(phone.key, SHOP)}\r\n'
        '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n\\ud800\r\n--x--\r\n'
    )
    kind = f"multipart/form-data; boundary=x; charset={encoding}"
    assert phone.post("/count/enter", form.encode(), kind).status == 415
    assert len(served.asked) == before


def test_whoever_leaves_in_the_middle_of_a_body_that_nobody_wanted_is_no_mistake_of_ours(
    served: Served, stranger: Browser, phone: Browser
) -> None:
    """Each was a page of traces in the log; where one comes the server's fixture fails."""
    head = f"GET /static/style.css HTTP/1.1\r\nHost: {served.host}\r\nContent-Length: 5000\r\n\r\n"
    for _ in range(3):
        assert status(stranger, head.encode() + b"x") == b"200"
    assert phone.get("/find?text=tea").status == 303
    assert not any(said.name == "bug" for said in served.told)


def test_a_referer_that_is_no_address_leads_back_to_the_first_page(phone: Browser) -> None:
    fields = f"{TOKEN}={token_of(phone.key, SHOP)}&{ONCE}={RUN}.a".encode()
    failed = phone.post("/count/back", fields, Referer="https://[")
    assert (failed.status, b'href="/"' in failed.body) == (422, True)


def test_routes_that_are_none_lead_nowhere(phone: Browser) -> None:
    chosen = random.Random(1)
    for _ in range(60):
        path = "/" + "".join(
            chosen.choices(string.ascii_letters + string.digits + "/.%2e_-~;", k=chosen.randint(1, 80))
        )
        found = phone.get(path)
        assert found.status in (303, 307, 400, 404, 405), path


@pytest.mark.parametrize("number", ["-1", "99999999999999999999999", "1e9", "%00", ".."])
def test_numbers_that_are_none_lead_nowhere(phone: Browser, number: str) -> None:
    assert phone.get(f"/search/{number}").status in (404, 422)
