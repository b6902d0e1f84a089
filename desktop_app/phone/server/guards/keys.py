"""Who asks; and nobody is heard without a key, but for what a phone needs to get one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from desktop_app.phone.server.guards.refused import Refused
from desktop_app.phone.server.key import hash_of, key_of
from desktop_app.phone.server.plan import Known

_OPEN_PAGES = {"/pair", "/pair/asked"}
_OPEN_FILES = "/static/"
"""For everybody: pairing, and the look of its page, which holds nothing of the shop."""


class Recognising:
    """Says in ``state["phone"]`` which phone asks; None for a stranger."""

    def __init__(self, app: ASGIApp, phones: Callable[[], Mapping[str, Known]]) -> None:
        self._app = app
        self._phones = phones

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on."""
        key = key_of(HTTPConnection(scope))
        scope["state"]["phone"] = self._phones().get(hash_of(key)) if key else None
        await self._app(scope, receive, send)


class KeysOnly:
    """Sends strangers away with 401."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on, or raise Refused."""
        path: str = scope["path"]
        is_open = path in _OPEN_PAGES or path.startswith(_OPEN_FILES)
        if scope["state"]["phone"] is None and not is_open:
            raise Refused(401, "no key of ours")
        await self._app(scope, receive, send)
