"""The last searches, each as it was left: what back and forward go through, and a list shows.

Here they are no longer than the window; what stays longer is pages/search/history/keeper.py's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QDateTime

from desktop_app.pages.search.desk.search import Search

MOST = 24
MOST_PICTURES = 48
"""Of all searches together: each holds a few megabytes, of the preview and of what was seen."""


@dataclass(slots=True, eq=False)
class Visit:
    """One turn of the desk: pictures that came in together, or words that were typed.

    Attributes:
        pictures, row, together, is_together, words: as in :class:`Searches`; below words lie the pictures
            from before.
        since: when it was begun.
        verdict, outcome: of an earlier day, whose answer is not here any more: what was claimed, and the
            title of the product that came first; "" if nothing was.
    """

    pictures: tuple[Search, ...]
    row: int
    together: Search | None
    is_together: bool
    words: Search | None
    since: QDateTime = field(default_factory=QDateTime.currentDateTime)
    verdict: str = ""
    outcome: str = ""

    @property
    def first(self) -> Search | None:
        """What was asked first in it, by which it is told from others; None if nothing is asked."""
        return self.words or next(iter(self.pictures), None)

    @property
    def search(self) -> Search | None:
        """What was on show last."""
        if self.words is not None:
            return self.words
        if self.is_together:
            return self.together
        return self.pictures[self.row] if 0 <= self.row < len(self.pictures) else None

    def searches(self) -> tuple[Search, ...]:
        """All that was asked."""
        return tuple(one for one in (*self.pictures, self.together, self.words) if one is not None)


class History:
    """Visits, the oldest first. A new one comes to the end, wherever one has gone back to: none is lost."""

    def __init__(self) -> None:
        self.visits: list[Visit] = []
        self.at_hand: Visit | None = None
        """Where the desk is; None where nothing is asked."""

    @property
    def earlier(self) -> Visit | None:
        """Where back leads."""
        place = len(self.visits) if self.at_hand is None else self.visits.index(self.at_hand)
        return self.visits[place - 1] if place > 0 else None

    @property
    def later(self) -> Visit | None:
        """Where forward leads."""
        place = len(self.visits) if self.at_hand is None else self.visits.index(self.at_hand) + 1
        return self.visits[place] if place < len(self.visits) else None

    def note(self, now: Visit) -> None:
        """The desk is like this now: a new visit, one that goes on, or one that it came back to."""
        left, known = self.at_hand, next((one for one in self.visits if one.first is now.first), None)
        if now.first is None:
            self.at_hand = None
        elif known is not None:
            known.pictures, known.row = now.pictures, now.row
            known.together, known.is_together = now.together, now.is_together
            self.at_hand = known
        else:
            self.visits.append(now)
            self.at_hand = now
        if left is not None and left is not self.at_hand and _said_nothing(left):
            self.visits.remove(left)
        self._forget_oldest()

    def put_before(self, visits: Sequence[Visit]) -> None:
        """These are from earlier days, the oldest first."""
        self.visits[:0] = visits
        self._forget_oldest()

    def _forget_oldest(self) -> None:
        def is_too_much() -> bool:
            pictures = {picture for visit in self.visits for picture in visit.pictures}  # words lie over some
            return len(self.visits) > MOST or len(pictures) > MOST_PICTURES

        while len(self.visits) > 1 and is_too_much() and self.visits[0] is not self.at_hand:
            del self.visits[0]


def _said_nothing(visit: Visit) -> bool:
    """Words that were gone before they were answered."""
    return visit.words is not None and visit.words.answer is None


def outcome_of(visit: Visit) -> tuple[str, str]:
    """What was claimed of what was on show last, after a closer look if there was one; the first title."""
    search = visit.search
    answer = (search.settled or search.answer) if search is not None else None
    if answer is None:
        return visit.verdict, visit.outcome
    return answer.verdict.value, answer.results[0].title if answer.results else ""
