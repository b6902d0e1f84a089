"""How much a request may bring, and in what time."""

from __future__ import annotations

import asyncio

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desktop_app.phone.server.guards.refused import Refused

MOST_BYTES = 64 * 2**20
"""Of a body: a dozen photos as phones take them."""
MOST_STRANGERS_BYTES = 8 * 1024
"""Of a body of somebody who has no key."""
_WITHOUT_BODY = frozenset({"GET", "HEAD"})
WITHIN_S = 60.0
"""So long a body may take: 64 MB over a slow wireless network."""
MOST_PATH = 1024
"""Bytes of a path with its query."""


class BoundedBody:
    """Lets bodies through up to a size and for a time; what is longer or slower is refused."""

    def __init__(self, app: ASGIApp, within_s: float = WITHIN_S) -> None:
        self._app = app
        self._within_s = within_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on, or raise Refused."""
        most = MOST_BYTES if scope["state"].get("phone") is not None else MOST_STRANGERS_BYTES
        if len(scope["raw_path"]) + len(scope["query_string"]) > MOST_PATH:
            raise Refused(414, "path too long")
        said = Headers(scope=scope).get("content-length", "0")
        if not said.isdecimal() or int(said) > most:
            raise Refused(413, "body too large")
        loop = asyncio.get_running_loop()
        until, got, is_whole, is_answered = loop.time() + self._within_s, 0, False, False

        async def watched(message: Message) -> None:
            nonlocal is_answered
            is_answered = True
            await send(message)

        async def bounded() -> Message:
            nonlocal got, is_whole
            if is_whole:  # whoever waits on waits for the phone to leave
                return await receive()
            try:
                async with asyncio.timeout_at(until):
                    message = await receive()
            except TimeoutError as error:
                raise Refused(408, "body too slow") from error
            if message["type"] == "http.disconnect":
                if scope["method"] in _WITHOUT_BODY:  # left while its answer was on the way, as anybody may
                    return message
                raise Refused(400, "left in the middle of a body")
            got += len(message.get("body", b""))
            is_whole = not message.get("more_body", False)
            if got > most:
                raise Refused(413, "body too large")
            return message

        async def heard() -> Message:
            try:
                return await bounded()
            except Refused:
                if not is_answered:
                    raise
                return {"type": "http.disconnect"}  # a file is sent without a look at the body

        await self._app(scope, heard, watched)
