"""One connection of a phone: uvicorn's, with a bound on how many there are and on how long one may dawdle.

uvicorn bounds the time between requests, not that before the first one or within its head; a connection that
sends a byte a second would stay for ever. Here every head has to be whole in time.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any, ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

MOST_OF_ONE, MOST = 16, 128
"""Connections of one address, and of all. A browser opens six."""
HEAD_WITHIN_S = 5.0


class BoundedConnection(H11Protocol):
    """Closes itself where it is one too many or its head does not come."""

    _open: ClassVar[Counter[str]] = Counter()
    """Of this process, which serves nothing else."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take it, or close it at once."""
        super().connection_made(transport)
        self._address = self.client[0] if self.client else ""
        self._open[self._address] += 1
        self._timer: asyncio.TimerHandle | None = None
        if self._open[self._address] > MOST_OF_ONE or self._open.total() > MOST:
            transport.abort()
        else:
            self._await_head()

    def data_received(self, data: bytes) -> None:
        """Stop the clock where this makes the head whole; start it with the first byte of a further one."""
        if self._timer is None and (self.cycle is None or self.cycle.response_complete):
            self._await_head()
        before = self.cycle
        super().data_received(data)
        if self.cycle is not before:
            self._stop_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        """It counts no more."""
        self._stop_clock()
        self._open[self._address] -= 1
        if self._open[self._address] <= 0:
            del self._open[self._address]
        super().connection_lost(exc)

    def _await_head(self) -> None:
        self._timer = self.loop.call_later(HEAD_WITHIN_S, self._too_slow)

    def _too_slow(self) -> None:
        self._timer = None
        self.transport.abort()

    def _stop_clock(self) -> None:
        timer: Any = self._timer
        if timer is not None:
            timer.cancel()
            self._timer = None
