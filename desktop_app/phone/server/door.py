"""The door before TLS: who comes is counted first, and has to say in time that it speaks TLS.

asyncio's own way to serve over TLS tells of a connection when its handshake is over. Until then, a minute,
whoever says nothing holds a descriptor and 256 KB, and nobody counts them.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import Counter
from typing import Any

from desktop_app.phone.server.connections import BoundedConnection
from desktop_app.phone.server.places import Place, Places

HANDSHAKE_WITHIN_S = 5.0
GOODBYE_WITHIN_S = 2.0
"""What is still to be sent to somebody who does not read it is dropped then."""


class Door(asyncio.Protocol):
    """One connection until it speaks TLS; from then on it is a :class:`BoundedConnection`.

    Args:
        context: of TLS.
        places: of all connections.
        refused: counts who is turned away here, by the reason.
        of_uvicorn: what uvicorn gives to each connection.
    """

    def __init__(
        self,
        context: ssl.SSLContext,
        places: Places,
        refused: Counter[str],
        **of_uvicorn: Any,
    ) -> None:
        self._context, self._places, self._refused = context, places, refused
        self._of_uvicorn = of_uvicorn
        self._came_early = b""
        self._inside: BoundedConnection | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take it, or close it at once."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101  (of a stream of TCP)
        self._transport = transport
        transport.pause_reading()  # what comes is for TLS
        address = str((transport.get_extra_info("peername") or ("",))[0])
        self._place = Place(address, transport.abort, self._is_phones)
        if self._places.take(self._place):
            self._entering = asyncio.get_running_loop().create_task(self._enter())
        else:
            self._refused["too many connections"] += 1
            transport.abort()

    def data_received(self, data: bytes) -> None:
        """Keep what comes in one piece with the end of the handshake."""
        self._came_early += data

    async def _enter(self) -> None:
        secure: asyncio.Transport | None = None
        try:
            secure = await asyncio.get_running_loop().start_tls(
                self._transport,
                self,
                self._context,
                server_side=True,
                ssl_handshake_timeout=HANDSHAKE_WITHIN_S,
                ssl_shutdown_timeout=GOODBYE_WITHIN_S,
            )
        except OSError:  # no TLS, too slow, or gone
            self._refused["no TLS"] += 1
        if secure is None or secure.is_closing():
            self._transport.abort()
            self._places.leave(self._place)
            return
        self._inside = BoundedConnection(
            lambda: self._places.leave(self._place), self._refused, **self._of_uvicorn
        )
        secure.set_protocol(self._inside)
        self._inside.connection_made(secure)
        if self._came_early:
            self._inside.data_received(self._came_early)

    def _is_phones(self) -> bool:
        return self._inside is not None and self._inside.is_phones
