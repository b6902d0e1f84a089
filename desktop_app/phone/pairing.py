"""Letting phones in: codes that work once and for two minutes, and phones that wait for a yes.

In memory alone; the keys of phones that were let in are kept by phones.py. No clock and no chance of its own,
so that every step can be tested.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from core.plain_text import plain_line

CODE_S = 120.0
"""Seconds that a code works, and that a phone waits for its yes."""
_CODE_BYTES = 16
_LONGEST_NAME = 40
_MOST_WAITING = 4

Decision = Literal["waiting", "yes", "no"]


@dataclass(frozen=True, slots=True)
class AskingPhone:
    """A phone that has brought the code and asks to be let in.

    Attributes:
        id: of this wish.
        name: what it calls itself; a stranger's text, in one plain line.
        address: where it asks from.
        number: four digits that it shows as well: so the right one of two is let in.
    """

    id: str
    name: str
    address: str
    number: str


@dataclass(slots=True)
class _Wish:
    asking: AskingPhone
    until: float
    decision: Decision = "waiting"


class Pairing:
    """One code at a time, and the phones that brought one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._code_hash: bytes | None = None
        self._code_until = 0.0
        self._wishes: dict[str, _Wish] = {}

    @property
    def seconds_left(self) -> float:
        """Of the code that is on show; 0 where there is none."""
        return max(0.0, self._code_until - self._clock()) if self._code_hash is not None else 0.0

    def new_code(self) -> str:
        """A code in place of the one before: 128 random bits, as it stands in a URL."""
        code = secrets.token_urlsafe(_CODE_BYTES)
        self._code_hash, self._code_until = _digest(code), self._clock() + CODE_S
        return code

    def forget_code(self) -> None:
        """It is no longer on show, and works no more."""
        self._code_hash = None

    def ask(self, code: str, name: str, address: str) -> tuple[str, AskingPhone] | None:
        """A phone brings a code: its ticket and its wish, or None where the code is none, old or used."""
        self._drop_old()
        is_right = (
            self._code_hash is not None
            and hmac.compare_digest(_digest(code), self._code_hash)
            and self.seconds_left > 0
        )
        if not is_right or len(self._wishes) >= _MOST_WAITING:
            return None
        self._code_hash = None
        ticket = secrets.token_urlsafe(_CODE_BYTES)
        id_ = _digest(ticket).hex()
        number = f"{int.from_bytes(_digest('number' + ticket)[:4]) % 10_000:04d}"
        asking = AskingPhone(id_, plain_line(name)[:_LONGEST_NAME].strip(), address, number)
        self._wishes[id_] = _Wish(asking, self._clock() + CODE_S)
        return ticket, asking

    def decide(self, asking_id: str, *, let_in: bool) -> None:
        """Somebody at the computer said yes or no; nothing where the phone has waited too long."""
        wish = self._wishes.get(asking_id)
        if wish is not None and wish.decision == "waiting":
            wish.decision = "yes" if let_in else "no"

    def take(self, ticket: str) -> tuple[Decision, AskingPhone | None]:
        """What was decided about the phone with ``ticket``; a yes or a no is told once."""
        self._drop_old()
        id_ = _digest(ticket).hex()
        wish = self._wishes.get(id_)
        if wish is None:
            return "no", None
        if wish.decision != "waiting":
            del self._wishes[id_]
        return wish.decision, wish.asking

    def _drop_old(self) -> None:
        now = self._clock()
        self._wishes = {id_: wish for id_, wish in self._wishes.items() if wish.until > now}


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()
