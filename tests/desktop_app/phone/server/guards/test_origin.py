"""Who asks, and from where: other names, other sites, writes without the phone's token, other methods."""

import pytest

from desktop_app.phone.server.key import TOKEN, new_key, token_of
from desktop_app.phone.server.routes.all import ROUTES
from tests.desktop_app.phone.served import SHOP, Browser, Served

OPEN = {"/pair", "/pair/asked"}
WRITES = sorted({route.path for route in ROUTES if "POST" in (route.methods or ())} - OPEN)


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
