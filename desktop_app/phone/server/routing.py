"""How a page is declared: what is read is a page, what changes or sends something is a write.

A write hears nothing before its form is read within bounds and carries the token of the phone that sends it
and an id of its own, which goes with what is asked of the window; there is no other way to declare one, so
none can forget it. Handlers are given what they need and nothing of
the guards::

    ROUTES = (page("/search", show), write("/search", search))

    async def search(request: Request, form: FormData) -> Response:
        answer = await ask(request, "search", {}, await pictures_of(form))
        return render(request, "answer.html", answer=answer.values)
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from desktop_app.phone.server.guards.refused import Refused
from desktop_app.phone.server.key import ONCE, TOKEN, is_token, key_of
from desktop_app.phone.server.plan import Known
from desktop_app.phone.server.window_link import WindowLink
from desktop_app.phone.wire import Message

MOST_PICTURES = 12
_MOST_FIELDS, _MOST_FIELD = 64, 16 * 1024

_LONGEST_NUMBER = 19
_OWN_PAGE = re.compile(r"(/[a-z0-9]+)*/?(\?search=\d+)?")

Show = Callable[[Request], Awaitable[Response]]
Write = Callable[[Request, FormData], Awaitable[Response]]


def page(path: str, show: Show) -> Route:
    """What is only read."""
    return Route(path, show, methods=["GET"])


def write(path: str, do: Write) -> Route:
    """What changes or sends something: a form with the phone's token and an id."""

    async def checked(request: Request) -> Response:
        async with read_form(request) as form:
            if not is_token(form.get(TOKEN), key_of(request), request.app.state.shop):
                raise Refused(403, "no token")
            request.state.form = field(form, ONCE)
            if not request.state.form:
                raise Refused(400, "no id of a form")
            return await do(request, form)

    return Route(path, checked, methods=["POST"])


def read_form(request: Request) -> Any:
    """The form of a request, within bounds; to be used with ``async with``.

    Raises:
        Refused: it is written in anything but UTF-8: no page of ours sends that, and Python knows encodings
            that make what is no text of it.
    """
    _, options = parse_options_header(request.headers.get("content-type"))
    if options.get(b"charset", b"utf-8").lower() != b"utf-8":
        raise Refused(415, "another encoding")
    return request.form(max_files=MOST_PICTURES, max_fields=_MOST_FIELDS, max_part_size=_MOST_FIELD)


async def pictures_of(form: FormData, field: str = "picture") -> tuple[bytes, ...]:
    """The files that a form brings in ``field``, as they are: nobody has looked at them yet."""
    files = [found for found in form.getlist(field) if isinstance(found, UploadFile)]
    contents = [await file.read() for file in files]
    return tuple(content for content in contents if content)


def field(form: FormData, name: str) -> str:
    """What was typed into a field; "" where nothing was."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def whole(form: FormData, name: str) -> int:
    """A whole number that a page of ours put into a field; 0 where there is none."""
    text = field(form, name)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _LONGEST_NUMBER else 0


def own_page(form: FormData) -> str:
    """The page of ours that a form names in ``back``; the first page for anything else."""
    back = field(form, "back")
    return back if _OWN_PAGE.fullmatch(back) else "/"


def came_from(request: Request) -> str:
    """The page of ours that a write was sent from; the first page for anything else."""
    try:
        said = urlsplit(request.headers.get("referer", ""))
    except ValueError:  # such as https://[
        return "/"
    page_ = f"{said.path}?{said.query}" if said.query else said.path
    return page_ if request.method == "POST" and _OWN_PAGE.fullmatch(page_) else "/"


def phone_of(request: Request) -> Known:
    """The phone that asks; the guard of keys has seen to it that there is one."""
    phone: Known = request.scope["state"]["phone"]
    return phone


async def ask(
    request: Request,
    name: str,
    values: Mapping[str, Any] | None = None,
    parts: tuple[bytes, ...] = (),
) -> Message:
    """What the window answers to this phone: see :meth:`WindowLink.ask`."""
    form = {"form": request.state.form} if request.method == "POST" else {}
    return await link_of(request).ask(name, {**(values or {}), **form}, parts, phone_of(request).id)


def link_of(request: Request) -> WindowLink:
    """The way to the window."""
    link: WindowLink = request.app.state.link
    return link
