"""What strangers of the network may try against the server, over real TLS: refused, and counted."""

import contextlib
import gzip
import multiprocessing
import random
import socket
import string
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop_app.phone.server import places
from desktop_app.phone.server.guards import bounds
from desktop_app.phone.server.guards.headers import HEADERS
from desktop_app.phone.server.key import COOKIE, ONCE, TOKEN, new_key, token_of
from desktop_app.phone.server.routes.all import ROUTES
from desktop_app.phone.wire import Message
from tests.desktop_app.phone.served import RUN, SHOP, Browser, Served, answer, serving

OPEN = {"/pair", "/pair/asked"}
PATHS = sorted({route.path.replace("{", "").replace("}", "").replace(":int", "") for route in ROUTES})
_PAIR = b"GET /pair HTTP/1.1\r\nHost: HERE\r\n\r\n"
"""What a stranger may ask for; HERE is where the server is."""
WRITES = sorted({route.path for route in ROUTES if "POST" in (route.methods or ())} - OPEN)


def test_a_phone_that_is_let_in_is_heard(phone: Browser, served: Served) -> None:
    assert phone.get("/find?text=tea").status == 303
    said = served.asked[-1]
    assert (said.name, said.values) == ("find", {"phone": "phone", "text": "tea"})


# Keys


def test_nobody_without_a_key_hears_anything(stranger: Browser, served: Served) -> None:
    before = len(served.asked)
    refused = [stranger.get(path).status for path in PATHS if path not in OPEN]
    assert set(refused) == {401}
    written = [stranger.post(path) for path in WRITES[:5]]
    assert {(one.status, b"This phone is not let in" in one.body) for one in written} == {(401, True)}
    assert len(served.asked) == before


@pytest.mark.parametrize(
    "key", ["k" * 43, "x", "%00", "phone", "a" * 64, "a" * 5000, "\u00fc", '"', "../../phones.json"]
)
def test_a_key_that_is_none_of_ours_is_no_key(served: Served, phone: Browser, key: str) -> None:
    assert served.browser(key).get("/").status == 401
    assert phone.get("/").status == 200


def test_a_key_counts_in_its_cookie_alone(phone: Browser, stranger: Browser) -> None:
    assert stranger.get(f"/?key={phone.key}").status == 401
    assert stranger.get("/", Authorization=f"Bearer {phone.key}").status == 401
    assert stranger.get("/", Cookie=f"key={phone.key}").status == 401


def test_a_phone_that_was_put_out_is_not_heard_any_more(served: Served) -> None:
    first, second = served.browser(new_key()), served.browser(new_key())
    served.let_in(first=first.key, second=second.key)
    assert (first.get("/").status, second.get("/").status) == (200, 200)
    served.let_in(second=second.key)
    assert (first.get("/").status, second.get("/").status) == (401, 200)


def test_another_phones_key_cannot_say_that_it_is_this_one(served: Served) -> None:
    first, second = served.browser(new_key()), served.browser(new_key())
    served.let_in(first=first.key, second=second.key)
    second.get("/find?text=tea&phone=first")
    assert served.asked[-1].values["phone"] == "second"


# Pairing


def test_a_code_that_the_window_does_not_know_opens_nothing(served: Served, stranger: Browser) -> None:
    served.answers["pair"] = answer({"ticket": "", "number": ""})
    refused = stranger.post("/pair", b"code=guessed&name=x")
    assert (refused.status, refused.cookies) == (403, [])


def test_a_key_is_given_for_a_yes_alone(served: Served, stranger: Browser) -> None:
    for decided in ("waiting", "no"):
        served.answers["paired"] = answer({"decided": decided})
        assert not any(cookie.startswith(COOKIE) for cookie in stranger.post("/pair/asked").cookies)
    served.answers["paired"] = answer({"decided": "yes"})
    given = next(cookie for cookie in stranger.post("/pair/asked").cookies if cookie.startswith(COOKIE))
    assert {"HttpOnly", "Secure", "SameSite=strict", "Path=/"} <= set(given.split("; "))
    assert "Domain" not in given


def test_a_body_of_a_stranger_is_small(served: Served, stranger: Browser) -> None:
    before = len(served.asked)
    assert stranger.post("/pair", b"code=" + b"x" * bounds.MOST_STRANGERS_BYTES).status == 413
    assert len(served.asked) == before


# Who asks, and from where


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "localhost:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "",
        "127.0.0.2:{port}",
        "127.0.0.1.:{port}",
        "127.1:{port}",
        "0x7f000001:{port}",
        "[::ffff:127.0.0.1]:{port}",
        "evil@127.0.0.1:{port}",
        "127.0.0.1:{port},evil.example",
    ],
)
def test_a_name_that_was_made_to_point_here_is_refused(phone: Browser, host: str) -> None:
    port = phone.served.host.split(":")[1]
    assert phone.get("/", Host=host.format(port=port) or " ").status in (400, 421)


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "", "http://{host}", "https://{host}.evil.example", "https://127.0.0.1"],
)
def test_no_page_of_another_site_can_write(phone: Browser, served: Served, origin: str) -> None:
    before = len(served.asked)
    fields = f"{TOKEN}={token_of(phone.key, SHOP)}".encode()
    assert phone.post("/search", fields, Origin=origin.format(host=served.host)).status == 403
    assert phone.post("/pair", fields, Origin=origin.format(host=served.host)).status == 403
    assert len(served.asked) == before


@pytest.mark.parametrize("path", WRITES)
def test_no_write_is_heard_without_the_phones_token(phone: Browser, served: Served, path: str) -> None:
    before = len(served.asked)
    there = "/".join("1" if "{" in part else part for part in path.split("/"))
    for token in ("", token_of(new_key(), SHOP), token_of(phone.key, "another shop"), phone.key):
        refused = phone.post(there, f"{TOKEN}={token}".encode())
        assert (refused.status, b"Open it again" in refused.body) == (403, True)
    assert len(served.asked) == before


def test_no_write_is_heard_without_an_id_by_which_it_is_heard_once(phone: Browser, served: Served) -> None:
    before = len(served.asked)
    assert phone.write("/product/7/book", kind="sold", once="").status == 400
    assert len(served.asked) == before
    phone.write("/product/7/book", kind="sold", once="run.a")
    assert served.asked[-1].values["form"] == "run.a"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_other_methods_are_refused(phone: Browser, method: str) -> None:
    assert phone.send(method, "/", None, {"Origin": phone.served.origin}).status == 405


# Every answer


@pytest.mark.parametrize(
    "path", ["/", "/pair", "/static/style.css", "/none", "/search/1", "/static/../key.pem"]
)
def test_every_answer_keeps_the_browser_safe(phone: Browser, stranger: Browser, path: str) -> None:
    for browser in (phone, stranger):
        found = browser.get(path)
        assert {name: found.headers.get(name.lower()) for name in HEADERS} == HEADERS
        assert "server" not in found.headers
        assert "access-control-allow-origin" not in found.headers


def test_a_page_loads_nothing_from_elsewhere(phone: Browser) -> None:
    page = phone.get("/").body.decode()
    assert "http:" not in page.replace("http://www.w3.org/", "")
    assert "https:" not in page
    assert " style=" not in page
    assert " onclick=" not in page


def test_what_a_phone_typed_is_text_on_its_page(phone: Browser, served: Served) -> None:
    usual = served.answers.pop("find")
    served.answers["find"] = lambda said: Message("failed", {"text": "No {text}", "values": said.values})
    page = phone.get("/find?text=%3Cscript%3Ealert(1)%3C/script%3E").body
    served.answers["find"] = usual
    assert b"<script>alert" not in page
    assert b"&lt;script&gt;alert" in page


def test_no_file_but_the_pages_own_is_handed_out(stranger: Browser) -> None:
    for path in (
        "/static/../templates/base.html",
        "/static/%2e%2e/%2e%2e/settings.json",
        "/static//etc/passwd",
        "/static/",
    ):
        assert stranger.get(path).status == 404


# Too much, too slow


def test_a_body_that_says_it_is_too_large_is_not_read(phone: Browser) -> None:
    for length in (str(bounds.MOST_BYTES + 1), "99999999999999999999", "-1", "1e3", "9" * 5000):
        head = f"POST /search HTTP/1.1\r\nHost: {phone.served.host}\r\nOrigin: {phone.served.origin}\r\n"
        head += f"Cookie: {COOKIE}={phone.key}\r\nContent-Length: {length}\r\n\r\n"
        assert _status(phone, head.encode()) in (b"413", b"")


def test_a_body_that_grows_without_saying_so_is_cut_off(stranger: Browser) -> None:
    head = f"POST /pair HTTP/1.1\r\nHost: {stranger.served.host}\r\nOrigin: {stranger.served.origin}\r\n"
    head += "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"1000\r\n" + b"x" * 4096 + b"\r\n"
    assert _status(stranger, head.encode() + chunk * 4) == b"413"


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01 no TLS any more",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 7000 + b"\r\n",
        _PAIR[:-2] + b"Cookie: " + b"x" * 100_000 + b"\r\n\r\n",
        _PAIR[:-2] + b"a:\r\n" * 60_000 + b"\r\n",
        b"POST /pair HTTP/1.1\r\nHost: HERE\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        b"POST /pair HTTP/1.1\r\nHost: HERE\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
        b"GET / HTTP/A\r\n\r\n",
        b"\0" * 100,
    ],
    ids=range(11),
)
def test_what_is_no_request_is_not_answered(stranger: Browser, phone: Browser, sent: bytes) -> None:
    assert _status(stranger, sent) == b""
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
        _status(phone, b"no HTTP\r\n\r\n")
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
        assert _status(stranger, head.encode() + b"x") == b"200"
    assert phone.get("/find?text=tea").status == 303
    assert not any(said.name == "bug" for said in served.told)


def test_a_referer_that_is_no_address_leads_back_to_the_first_page(phone: Browser) -> None:
    fields = f"{TOKEN}={token_of(phone.key, SHOP)}&{ONCE}={RUN}.a".encode()
    failed = phone.post("/count/back", fields, Referer="https://[")
    assert (failed.status, b'href="/"' in failed.body) == (422, True)


def test_whoever_dawdles_is_let_go(stranger: Browser) -> None:
    silent, dawdling = stranger.bare(), stranger.raw()
    dawdling.sendall(b"GET /pair HTTP/1.1\r\n")
    for one in (silent, dawdling):
        assert _rest(one) == b""  # closed without a word, before the client's own patience ends


def test_one_address_holds_few_connections(served: Served, stranger: Browser, phone: Browser) -> None:
    held = [stranger.raw() for _ in range(places.MOST_OF_ONE)]
    assert _status(stranger, _PAIR) == b""  # one too many: closed
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
    assert _status(served.browser(), _PAIR) == b"200"  # nor a phone that wants to be let in
    for one in held:
        one.close()


@pytest.mark.parametrize("requests", [120, pytest.param(1000, marks=pytest.mark.long)])
def test_a_flood_is_refused_and_keeps_no_phone_out(tmp_path: Path, requests: int) -> None:
    with serving(tmp_path) as served:
        phone, floods = served.browser(new_key()), [served.browser() for _ in range(4)]
        served.let_in(phone=phone.key)
        before = len(served.asked)

        def flood(stranger: Browser) -> list[bytes]:
            return [_status(stranger, _PAIR) for _ in range(requests // len(floods))]

        with ThreadPoolExecutor(len(floods)) as pool:
            flooding = [pool.submit(flood, stranger) for stranger in floods]
            heard = [phone.get("/").status for _ in range(10)]
            statuses = [status for one in flooding for status in one.result()]
        assert heard == [200] * 10
        assert set(statuses) <= {b"200", b"429", b""}  # how many of each tells how fast this machine floods
        assert len(served.asked) == before


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


def _status(browser: Browser, sent: bytes) -> bytes:
    """The status that these bytes are answered with; b"" where the connection was closed."""
    try:
        with browser.raw() as bare:
            bare.sendall(sent.replace(b"HERE", browser.served.host.encode()))
            first = bare.recv(64)
    except TimeoutError:
        raise
    except OSError:
        return b""
    return first.split(b" ")[1] if first.startswith(b"HTTP/") else b""


def _rest(bare: socket.socket) -> bytes:
    """What still comes until it is closed; a client that has to wait for longer than its patience fails."""
    try:
        return bare.recv(64)
    except TimeoutError:
        raise
    except OSError:
        return b""
    finally:
        bare.close()
