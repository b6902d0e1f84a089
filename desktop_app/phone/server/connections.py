"""One connection over TLS: uvicorn's, with a bound on how long one may dawdle and on how large a head may be.

uvicorn bounds the time between requests, not that before the first one or within its head; a connection that
sends a byte a second would stay for ever. Here every head has to be whole in time. And it bounds a head by
what is still missing of it: 240 KB that come at once were read, a fifth of a second for 60,000 headers.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_WITHIN_S = 5.0
FIRST_HEAD_WITHIN_S = 12.0
"""Browsers open connections in advance, and let go of them unused after ten seconds. Ended by us at one
moment they can fail one after another under a request, which a browser gives up after the third."""
MOST_HEAD = 16 * 1024
"""Bytes of a head while it is not whole: so it is twice that at most, as no larger pieces are looked at."""


class BoundedConnection(H11Protocol):
    """Closes itself where its head does not come, or what comes is no HTTP.

    Args:
        leave: called once when it is gone.
        refused: counts what was no HTTP.
        of_uvicorn: what uvicorn gives to each connection.
    """

    def __init__(self, leave: Callable[[], None], refused: Counter[str], **of_uvicorn: Any) -> None:
        super().__init__(**of_uvicorn)
        self._leave, self._refused = leave, refused
        self._timer: asyncio.TimerHandle | None = None

    @property
    def is_phones(self) -> bool:
        """Whether its last request brought a phone's key."""
        scope: Any = self.scope  # None before the first one
        return scope is not None and scope["state"].get("phone") is not None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for the first head."""
        super().connection_made(transport)
        self._await_head(FIRST_HEAD_WITHIN_S)

    def data_received(self, data: bytes) -> None:
        """Stop the clock where this makes the head whole; start it with the first byte of a further one."""
        if self._timer is None and (self.cycle is None or self.cycle.response_complete):
            self._await_head(HEAD_WITHIN_S)
        before = self.cycle
        for start in range(0, len(data), MOST_HEAD):
            super().data_received(data[start : start + MOST_HEAD])
            waits = self.conn.their_state is h11.DONE  # behind a request that is not answered yet
            if waits and len(self.conn.trailing_data[0]) > MOST_HEAD:
                self.send_400_response("")
            if self.transport.is_closing():
                break
        if self.cycle is not before:
            self._stop_clock()

    def send_400_response(self, msg: str) -> None:
        """Close without a word what does not speak HTTP; uvicorn's has none of our headers."""
        self._refused["no HTTP"] += 1
        self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """It counts no more."""
        self._stop_clock()
        self._leave()
        super().connection_lost(exc)

    def _await_head(self, seconds: float) -> None:
        self._timer = self.loop.call_later(seconds, self._too_slow)

    def _too_slow(self) -> None:
        self._timer = None
        self.transport.abort()

    def _stop_clock(self) -> None:
        timer: Any = self._timer
        if timer is not None:
            timer.cancel()
            self._timer = None
