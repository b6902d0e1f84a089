"""The phone's pages behind their guards, as one ASGI application."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Collection

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from core.messages import Sentence, message
from core.paths import resources
from desktop_app.phone.server.guards.answering import Answering
from desktop_app.phone.server.guards.bounds import BoundedBody
from desktop_app.phone.server.guards.headers import SafeHeaders
from desktop_app.phone.server.guards.keys import KeysOnly, Recognising
from desktop_app.phone.server.guards.origin import OwnOrigin
from desktop_app.phone.server.guards.rates import BoundedRate
from desktop_app.phone.server.guards.refused import Refused
from desktop_app.phone.server.rendering import render
from desktop_app.phone.server.routes.all import ROUTES
from desktop_app.phone.server.routing import came_from
from desktop_app.phone.server.window_link import Busy, Failed, WindowLink
from desktop_app.phone.told import to_wire

_NOT_DONE = "failed.html"
_BUSY = message("phone", "The computer is busy. Try again in a moment.")
_OLD_PAGE = message("phone", "This page is not of the shop that is open now. Open it again.")
_OUR_FAULT = message("core", "Something went wrong in the program at the computer. Try again.")


def build_app(
    link: WindowLink,
    shop: str,
    run: str,
    hosts: Collection[str],
    fingerprint: str,
    refused: Counter[str],
) -> SafeHeaders:
    """The application.

    Args:
        link: the way to the window.
        shop: the one that is open, as ServerPlan has it.
        run: of the window, as ServerPlan has it.
        hosts: what requests may be for, each with its port.
        fingerprint: of the certificate, for the page on which a phone asks to be let in.
        refused: counts what is refused, by its reason.
    """
    app = Starlette(
        routes=[*ROUTES, Mount("/static", StaticFiles(directory=resources() / "phone" / "static"))],
        middleware=[
            Middleware(Answering, refused=refused, explain=_explain),
            Middleware(Recognising, phones=lambda: link.phones),
            Middleware(BoundedRate),
            Middleware(OwnOrigin, hosts=hosts),
            Middleware(KeysOnly),
            Middleware(BoundedBody),
        ],
        exception_handlers={
            Failed: _failed,
            Busy: _busy,
            Refused: _pass_on,
            HTTPException: _plain,
            Exception: _bug,
        },
    )
    app.state.link = link
    app.state.shop = shop
    app.state.fingerprint = fingerprint
    app.state.run = run
    return SafeHeaders(
        app
    )  # around all of it: what answers for a mistake of ours stands outside of the guards


async def _explain(request: Request, status: int) -> Response | None:
    """Who comes without a key is told how to get one; a phone with a page of another shop, that it is old."""
    if status == 401:
        return render(request, "stranger.html", status)
    if status == 403 and request.scope["state"].get("phone") is not None:
        return render(request, _NOT_DONE, status, said=to_wire(Sentence(_OLD_PAGE)), back="/")
    return None


async def _failed(request: Request, error: Exception) -> Response:
    """What the shop said: no picture, read-only, …."""
    assert isinstance(error, Failed)  # noqa: S101  (by the table above)
    return render(request, _NOT_DONE, 422, said=error.said, back=came_from(request))


async def _busy(request: Request, _error: Exception) -> Response:
    return render(request, _NOT_DONE, 503, said=to_wire(Sentence(_BUSY)), back="/")


async def _pass_on(_request: Request, error: Exception) -> Response:
    """For the guard that answers what is refused: pages refuse, too."""
    raise error


async def _plain(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    return PlainTextResponse(error.detail, error.status_code)


async def _bug(request: Request, error: Exception) -> Response:
    """A mistake of ours: the window writes it down, the phone hears that it was one."""
    await request.app.state.link.tell("bug", {"trace": "".join(traceback.format_exception(error))})
    return render(request, _NOT_DONE, 500, said=to_wire(Sentence(_OUR_FAULT)), back="/")
