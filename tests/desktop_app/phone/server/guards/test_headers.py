"""Every answer keeps the browser safe, and shows what was typed as text."""

import pytest

from desktop_app.phone.server.guards.headers import HEADERS
from desktop_app.phone.wire import Message
from tests.desktop_app.phone.served import Browser, Served


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
