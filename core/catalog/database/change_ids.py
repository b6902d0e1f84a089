"""Names of changes: UUIDs of version 7 that carry a hybrid logical clock, so that their order is the
changes'.

A clock is one number of 64 bits: 48 of milliseconds since 1970 (UTC) above 16 that count what happened within
one. It never goes back, whatever the computer's clock does, and is moved on by every change that comes from
elsewhere, so that an answer to a change is later than it, however wrong either clock is (Kulkarni et al.,
"Logical Physical Clocks", 2014). In the id (RFC 9562, section 5.7) the upper twelve bits of the count follow
the version, the lower four the variant; what is left is random and settles between changes of one clock.
"""

import hashlib
import secrets
import time
import uuid

_COUNT_BITS = 16
_RANDOM_BITS = 58


def ticked(clock: int) -> int:
    """The clock for a change that is made now, by one that stood at ``clock``."""
    return max(clock + 1, time.time_ns() // 1_000_000 << _COUNT_BITS)


def change_id(clock: int) -> str:
    """A new id of a change that is made at ``clock``, as 36 lower-case characters."""
    milliseconds, count = divmod(clock, 1 << _COUNT_BITS)
    value = milliseconds << 80 | 7 << 76 | (count >> 4) << 64
    value |= 0b10 << 62 | (count & 0xF) << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
    return str(uuid.UUID(int=value))


def clock_of(change: str) -> int:
    """The clock at which a change was made.

    Raises:
        ValueError: ``change`` is no UUID.
    """
    value = uuid.UUID(change).int
    return (value >> 80) << _COUNT_BITS | (value >> 64 & 0xFFF) << 4 | value >> _RANDOM_BITS & 0xF


def undoing_id(undone: str, clock: int) -> str:
    """The id of the undoing of a movement: whoever undoes one says the same, so that it counts once.

    It is the id of what is undone, with another version; the undoing of an undoing has an id of its own.
    """
    return taken_back_by(undone) if undone[14:15] == "7" else change_id(clock)


def taken_back_by(change: str) -> str:
    """The id that the undoing of a movement has; SQL that says the same is in
    :mod:`core.catalog.merged_stock`."""
    return f"{change[:14]}8{change[15:]}"


def carried_id(change: str, to: str, round_: int) -> str:
    """The id of a movement that carries another one over: whoever carries it says the same, so that it counts
    once.

    It has the clock of what it carries.

    Args:
        to: the uid of the product that is booked on.
        round_: how often that was done, and taken back, before.
    """
    digest = hashlib.sha256(f"{change} {to} {round_}".encode()).digest()
    drawn = int.from_bytes(digest[:8]) & (1 << _RANDOM_BITS) - 1
    return str(uuid.UUID(int=uuid.UUID(change).int >> _RANDOM_BITS << _RANDOM_BITS | drawn))
