"""Pages out of templates (resources/phone/templates): values are escaped, words are in the phone's language.

In a template ``_("…")`` is a text in that language, ``told(…)`` a sentence off the wire, ``say`` puts facts
into words, ``icon(…)`` draws, ``here`` is the page's own address, ``token`` what every form must carry in its
field ``token`` and ``new_id()`` what it must carry in ``once``, ``phone`` the phone that asks or None.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from core.paths import resources
from desktop_app.phone.language import OWN_NAMES, TAGS, Words, language_of, load_words
from desktop_app.phone.server.key import key_of, new_id, token_of
from desktop_app.phone.server.wording import Wording
from desktop_app.phone.told import from_wire

LANGUAGE = "__Host-language"
"""The cookie that says which language was chosen on this phone."""


def words_of(request: Request) -> Words:
    """The language of whoever asks: the one chosen on this phone, or what its browser asks for."""
    chosen = request.cookies.get(LANGUAGE, "")
    code = next((code for code in OWN_NAMES if code == chosen), None)
    return _words()[code or language_of(request.headers.get("accept-language", ""))]


def render(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """The page of ``template`` with ``values``."""
    words = words_of(request)
    phone = request.scope["state"].get("phone")
    page = (
        _templates()
        .get_template(template)
        .render(
            _=words,
            say=Wording(words),
            icon=icon,
            here=_here(request),
            new_id=lambda: new_id(request.app.state.run),
            told=lambda said: words.sentence(from_wire(said)),
            language=words.code,
            languages=OWN_NAMES,
            tag=TAGS[words.code],
            phone=phone,
            token=token_of(key_of(request), request.app.state.shop) if phone is not None else "",
            **values,
        )
    )
    return HTMLResponse(page, status)


@cache
def icon(name: str) -> Markup:
    """One of the program's own drawings (resources/icons), to stand within a page; it says nothing aloud."""
    drawing = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return Markup(drawing.replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1))  # noqa: S704


def _here(request: Request) -> str:
    search = request.query_params.get("search", "")
    return f"{request.url.path}?search={search}" if search.isdecimal() else request.url.path


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(resources() / "phone" / "templates")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _words() -> dict[Any, Words]:
    return dict(load_words())
