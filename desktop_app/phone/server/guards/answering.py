"""The outermost guard: a refused request gets its status, a failed one its sentence, and the log a number.

Of what was refused only the reason and how often is written down, now and then: no address, no path, nothing
that a stranger sent, and no line for each of a thousand requests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desktop_app.phone.server.guards.refused import Refused

Explain = Callable[[Request, int], Awaitable[Response | None]]
"""A page that says in words why a status; None where the status is enough."""


class Answering:
    """Answers what the others refuse; counts it in :attr:`refused`."""

    def __init__(self, app: ASGIApp, refused: Counter[str], explain: Explain) -> None:
        self._app = app
        self._refused = refused
        self._explain = explain

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on."""
        if scope["type"] != "http":  # no WebSocket is opened here
            return
        scope.setdefault("state", {})
        has_begun = False

        async def watched(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Refused as refused:
            self._refused[f"{refused.status} {refused.why}"] += 1
            if has_begun:
                raise
            request = Request(scope)
            response = await self._explain(request, refused.status)
            if response is None:
                response = PlainTextResponse(HTTPStatus(refused.status).phrase, refused.status)
            response.headers["Connection"] = "close"  # what is left of a body is not read
            await response(scope, receive, send)
