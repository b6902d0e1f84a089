"""Whom a request is for and where it comes from.

Host must be one of the names that this server listens by: a stranger's name that was made to point here (DNS
rebinding) is refused. What writes must come from a page of ours: its Origin is this very host.
"""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from desktop_app.phone.server.guards.refused import Refused

_READING = {"GET", "HEAD"}
_WRITING = {"POST"}


class OwnOrigin:
    """Lets through what is for one of ``hosts`` ("192.168.1.5:48443") and, if it writes, comes from there."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on, or raise Refused."""
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            raise Refused(421, "another host")
        if scope["method"] not in _READING | _WRITING:
            raise Refused(405, "method")
        origins = headers.getlist("origin")
        if scope["method"] in _WRITING and origins != [f"https://{hosts[0].lower()}"]:
            raise Refused(403, "another origin")
        if origins and origins != [f"https://{hosts[0].lower()}"]:
            raise Refused(403, "another origin")
        await self._app(scope, receive, send)
