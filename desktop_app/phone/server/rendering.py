"""Pages out of templates (resources/phone/templates): values are escaped, words are in the phone's language.

In a template ``_("…")`` is a text in that language, ``told(…)`` a sentence off the wire, ``token`` what every
form must carry in its field ``token``, ``phone`` the phone that asks or None.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from core.paths import resources
from desktop_app.phone.language import OWN_NAMES, TAGS, Words, language_of, load_words
from desktop_app.phone.server.key import key_of, token_of
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
            told=lambda said: words.sentence(from_wire(said)),
            language=words.code,
            languages=OWN_NAMES,
            tag=TAGS[words.code],
            phone=phone,
            token=token_of(key_of(request)) if phone is not None else "",
            **values,
        )
    )
    return HTMLResponse(page, status)


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(resources() / "phone" / "templates")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _words() -> dict[Any, Words]:
    return dict(load_words())
