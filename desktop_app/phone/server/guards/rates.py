"""How often one address may ask. Token buckets: so many at once, and so many a second after that."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Receive, Scope, Send

from desktop_app.phone.server.guards.refused import Refused

_MOST_ADDRESSES = 1024
"""Whose buckets are remembered: a local network has no more. A forger's are forgotten, the oldest first."""


@dataclass(frozen=True, slots=True)
class Rate:
    """``burst`` at once, ``per_s`` a second from then on."""

    burst: float
    per_s: float


PHONE = Rate(200, 40)
"""Of one phone: the page of an answer with all its pictures, again and again."""
ADDRESS = Rate(40, 2)
"""Of one address of strangers: the pages of pairing."""
STRANGERS = Rate(100, 10)
"""Of all strangers together: a forger of addresses keeps nobody out who has a key."""


class Buckets:
    """One bucket for each name."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, name: str) -> bool:
        """Count one; False if that is too many."""
        left = self._now(name)
        self._left[name] = (left - 1 if left >= 1 else left, self._clock())
        self._left.move_to_end(name)
        if len(self._left) > _MOST_ADDRESSES:
            self._left.popitem(last=False)
        return left >= 1

    def _now(self, name: str) -> float:
        left, at = self._left.get(name, (self._rate.burst, self._clock()))
        return min(self._rate.burst, left + (self._clock() - at) * self._rate.per_s)


class BoundedRate:
    """Refuses with 429 what comes too often: of a phone by its key, of a stranger by the address."""

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._phones, self._addresses, self._strangers = (
            Buckets(rate, clock) for rate in (PHONE, ADDRESS, STRANGERS)
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on, or raise Refused."""
        phone = scope["state"]["phone"]
        address = (scope["client"] or ("",))[0]
        may_ask = (
            self._phones.take(phone.id)
            if phone is not None
            else self._addresses.take(address) and self._strangers.take("")
        )
        if not may_ask:
            raise Refused(429, "too often")
        await self._app(scope, receive, send)
