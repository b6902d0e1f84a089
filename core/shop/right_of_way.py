"""Searches go first: bulk work lets them pass between two photos.

A clerk who searches waits at a counter; an import does not mind being a little later. Bulk work calls
:meth:`RightOfWay.give_way` before each small step, and waits there while somebody searches.
"""

import contextlib
import threading
import time
from collections.abc import Iterator

LONGEST_WAIT = 0.25
"""Seconds that one step of bulk work waits at most: it goes on, slowly, however much is searched."""


class RightOfWay:
    """Who is searching now. Every method may be called from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._searches = 0

    @contextlib.contextmanager
    def searching(self) -> Iterator[None]:
        """For the length of a search. One inside another counts as part of it."""
        with self._changed:
            self._searches += 1
        try:
            yield
        finally:
            with self._changed:
                self._searches -= 1
                if not self._searches:
                    self._changed.notify_all()

    def give_way(self, longest: float = LONGEST_WAIT) -> float:
        """Wait until nobody searches, at most ``longest`` seconds; returns the seconds waited."""
        if not self._searches:  # read without the lock: at worst a step goes before a search that begins
            return 0.0
        start = time.monotonic()
        with self._changed:
            self._changed.wait_for(lambda: not self._searches, longest)
        return time.monotonic() - start
