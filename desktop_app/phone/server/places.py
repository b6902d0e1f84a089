"""How many connections there are at a time, counted from the moment a stranger is at the door, before TLS.

Of one address only so many are taken. Where all places are taken, a newcomer gets that of a stranger: of the
address that holds most of them, the one that has been there longest. Who has shown a phone's key stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.phone.server.guards.rates import Buckets, Rate

MOST_OF_ONE, MOST = 16, 128
"""Connections of one address, and of all. A browser opens six."""
COMING = Rate(80, 10)
"""Of one address: each costs a handshake. A page with its pictures needs six and keeps them."""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """One connection.

    Attributes:
        address: whose it is.
        give_up: ends it.
        is_phones: whether it has brought a phone's key.
    """

    address: str
    give_up: Callable[[], None]
    is_phones: Callable[[], bool]


class Places:
    """Of one server; lives on its event loop."""

    def __init__(self, coming: Buckets | None = None) -> None:
        self._coming = coming or Buckets(COMING)
        self._taken: dict[Place, None] = {}
        """The one that came first comes first."""

    def take(self, place: Place) -> bool:
        """Whether there is one for it; somebody else may have to give up theirs."""
        if not self._coming.take(place.address):
            return False
        of_each = Counter(taken.address for taken in self._taken)
        if of_each[place.address] >= MOST_OF_ONE:
            return False
        if len(self._taken) >= MOST:
            strangers = [taken for taken in self._taken if not taken.is_phones()]
            if not strangers:
                return False
            leaving = max(strangers, key=lambda taken: of_each[taken.address])
            self.leave(leaving)
            leaving.give_up()
        self._taken[place] = None
        return True

    def leave(self, place: Place) -> None:
        """It is free again; nothing where it was already."""
        self._taken.pop(place, None)
