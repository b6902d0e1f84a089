"""A question of a phone, the answer to it, and what the window's process remembers of each caller.

Questions come from a process that strangers speak to: what is not of its kind is refused, whoever made it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from core.answer import Answer, AskedText, Seen
from core.errors import KnownError
from core.feedback import NOTHING_SAID, Feedback
from core.messages import message
from core.settings import Settings

_SEARCHES = 6
"""Of each phone: its pictures are kept with them."""
_FORMS = 4096
"""Of each phone: of how many it is remembered where they led."""
_WAYS_BACK = ("step", "doubt", "ended", "search")
"""Of what was told: what a page needs for its button "Undo"."""
LONGEST = 500
"""Characters of anything that is typed."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question: plain values, and the bytes of pictures."""

    values: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[bytes, ...] = ()

    def text(self, name: str) -> str:
        """What was typed; "" where nothing was."""
        value = self.values.get(name, "")
        if not isinstance(value, str) or len(value) > LONGEST:
            raise not_understood()
        return value.strip()

    def key(self, name: str) -> int:
        """The key of a product, a step, a count."""
        value = self.values.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**63:
            raise not_understood()
        return value


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer.

    Attributes:
        values: what JSON can say.
        parts: bytes of pictures.
        changed: the shop is another than before: the window's pages are to look again.
        at_desk: pictures that the window is to search, too.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[bytes, ...] = ()
    changed: bool = False
    at_desk: tuple[bytes, ...] = ()


@dataclass(slots=True, eq=False)
class PhoneSearch:
    """One search of a caller.

    Attributes:
        pictures: what was searched with, as it came.
        first: the answer before anything was said.
        before: what had been said before each word, and the word's key in the shop's log.
        log_key: the search's in the shop's log; None as long as it stands in none.
    """

    key: int
    asked: Seen | AskedText
    pictures: tuple[bytes, ...]
    first: Answer
    feedback: Feedback = NOTHING_SAID
    before: list[tuple[Feedback, int]] = field(default_factory=list)
    log_key: int | None = None

    @property
    def scanned(self) -> str:
        """The number that was typed, or read in the pictures; "" for none."""
        return self.asked.text if isinstance(self.asked, AskedText) else self.first.barcode


class Caller:
    """One paired phone, as long as the window runs.

    Args:
        who: what stands beside its steps in the shop's log.
        settings: the user's, as they are now.
        run: what the ids of forms begin with that this run of the window remembers.

    Attributes:
        is_let_in: False as soon as it was put out.
    """

    def __init__(self, who: str, settings: Callable[[], Settings], run: str = "") -> None:
        self.who = who
        self.settings = settings
        self.run = run
        self.is_let_in = True
        self.last_told: Mapping[str, Any] = {}
        """What was done last, shown or not."""
        self._lock = Lock()
        self._searches: OrderedDict[int, PhoneSearch] = OrderedDict()
        self._number = 0
        self._told: Mapping[str, Any] = {}
        self._forms: OrderedDict[bytes, tuple[Reply, Mapping[str, Any]]] = OrderedDict()

    def keep(self, asked: Seen | AskedText, pictures: tuple[bytes, ...], answer: Answer) -> PhoneSearch:
        """Remember a search; the oldest one is forgotten for it."""
        with self._lock:
            self._number += 1
            search = PhoneSearch(self._number, asked, pictures, answer)
            self._searches[search.key] = search
            while len(self._searches) > _SEARCHES:
                self._searches.popitem(last=False)
            return search

    def search(self, key: int) -> PhoneSearch:
        """The search with this key.

        Raises:
            KnownError: it was long ago.
        """
        with self._lock:
            found = self._searches.get(key)
        if found is None:
            raise KnownError(message("phone", "This search was too long ago. Take the picture again."))
        return found

    def tell(self, told: Mapping[str, Any]) -> None:
        """What was done, for the next page that the phone shows."""
        with self._lock:
            self._told = self.last_told = told

    def told(self) -> Mapping[str, Any]:
        """What was done and not shown yet; told once."""
        with self._lock:
            told, self._told = self._told, {}
            return told

    def remember(self, form: bytes, reply: Reply, told: Mapping[str, Any]) -> None:
        """Where a form led, and what was told then; the oldest one is forgotten for it."""
        with self._lock:
            self._forms[form] = (Reply(reply.values), told)
            while len(self._forms) > _FORMS:
                self._forms.popitem(last=False)

    def heard(self, form: bytes) -> Reply | None:
        """Where a form led that was heard before; None for a new one.

        The next page then shows what was told, with the way back, and that it was done before, unless nobody
        has seen yet that it was done at all.
        """
        with self._lock:
            reply, told = self._forms.get(form, (None, {}))
            if reply is not None and told and not self._told:
                self._told = {"kind": "again", **{name: told[name] for name in _WAYS_BACK if name in told}}
            return reply


def not_understood() -> KnownError:
    """What to raise for a question that no page of ours asks."""
    return KnownError(message("phone", "This was not understood. Open the page again."))
