"""What the world does to a hub: it is away for a while, or it refuses; everything else is a fault of ours.

Away means: wait and try again, nothing is lost. Refused means: the same again will be refused again, until
somebody does what the sentence says.
"""

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.errors import KnownError
from core.messages import message

if TYPE_CHECKING:
    import psycopg


class HubAwayError(KnownError):
    """The hub cannot be reached, or cannot write, at the moment."""


class HubRefusedError(KnownError):
    """The hub, or this program, says no until somebody changes something."""


class HubPasswordError(HubRefusedError):
    """The hub does not take the password that it was given."""


class HubAsksPasswordError(HubPasswordError):
    """The hub asks for a password, and none was given."""


_WRONG_PASSWORD = message(
    "core",
    "The hub does not take this name and password: {reason}. A till whose password is another one by now "
    "joins once more, with the same address and store and the new password.",
)
_NOT_LET_IN = message(
    "core",
    "The hub does not let this name in; it may have been locked out: {reason}. Ask whoever looks after the "
    "hub for a new name, leave without the hub (“leave --unsent”), and join under the new name.",
)
_NO_DATABASE = message(
    "core", "There is no such database on the hub's server: {reason}. Look at the end of the address."
)
_NO_HUB = message("core", "This database is no hub of Snapshelf; make it one with “hub init”.")
_ASKS_PASSWORD = message(
    "core",
    "The hub asks for a password, and none is known here. A till joins once more, with the same address and "
    "store and the password; “hub” commands ask at a terminal, or take PGPASSWORD.",
)
_REFUSED = {
    "28P01": _WRONG_PASSWORD,
    "28000": _NOT_LET_IN,
    "3D000": _NO_DATABASE,
    "3F000": _NO_HUB,
    "42P01": _NO_HUB,
    "42501": message(
        "core",
        "The hub does not allow that to this name: {reason}. Use a manager's name or the owner's, or "
        "ask whoever looks after the hub.",
    ),
    "SH001": message(
        "core",
        "This till's name was locked out of the hub. Ask whoever looks after the hub for a new name, leave "
        "without the hub (“leave --unsent”), and join under the new name.",
    ),
    "SH002": message(
        "core",
        "The hub does not take changes of this store from this till: {reason}. Ask whoever looks after the "
        "hub; a till that is of another store now leaves, and joins as that.",
    ),
}
"""SQLSTATE to what is told (https://www.postgresql.org/docs/current/errcodes-appendix.html); ``SH`` are ours,
raised by the hub's own functions."""

_AWAY = {
    "53100": message("core", "The hub's disk is full; changes wait here until it has room."),
    "25006": message("core", "The hub can only be read at the moment; changes wait here."),
    "57014": message("core", "The hub took too long and was stopped; it is tried again."),
    "55P03": message("core", "The hub is busy with somebody else's changes; it is tried again."),
    "53300": message("core", "The hub has no connection left for this computer; it is tried again."),
}
_AWAY_CLASSES = ("08", "40", "53", "57", "58")
"""Connection lost, transaction rolled back, no resources, stopped by somebody, the system's errors."""

CANNOT_BE_REACHED = message(
    "core",
    "The hub cannot be reached: {reason}. A till that has joined tries again by itself, and loses nothing. "
    "If it stays so, look at this computer's network and at the hub's address, then ask whoever looks after "
    "the hub.",
)
_CERTIFICATE = message(
    "core",
    "The hub's certificate is not the one that this computer trusts, so nothing was sent: {reason}. Name the "
    "authority's certificate with ?sslrootcert=FILE in the address, or ask whoever looks after the hub.",
)
_NOT_ENCRYPTED = message(
    "core",
    "The hub does not encrypt, so nothing was sent: {reason}. Switch encryption on there; only in a network "
    "that nobody else is in, say ?sslmode=disable in the address.",
)
BAD_ADDRESS = message(
    "core",
    "The hub's address is not understood: {reason}. It looks like postgresql://name@computer/database.",
)
_SAID_BY_LIBPQ = (
    ("certificate", _CERTIFICATE),
    ("does not support SSL", _NOT_ENCRYPTED),
    ("password authentication failed", _WRONG_PASSWORD),
    ("is not permitted to log in", _NOT_LET_IN),
    ("pg_hba.conf", _NOT_LET_IN),
    ("role ", _WRONG_PASSWORD),
    ("database ", _NO_DATABASE),
    ("invalid connection option", BAD_ADDRESS),
    ("for connection option", BAD_ADDRESS),
    ("invalid sslmode value", BAD_ADDRESS),
)
"""A connection that does not come about has no SQLSTATE; these words of libpq and the server tell why."""


@contextlib.contextmanager
def told_in_words() -> Iterator[None]:
    """Let what the driver raises in the block come out as one of the two errors above, with a sentence.

    Raises:
        HubAwayError: connection, resources, a time limit.
        HubRefusedError: certificate, name, password, rights, no hub.
        psycopg.Error: what we did not foresee, a fault of ours.
    """
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        known = _known(error)
        if known is None:
            raise
        raise known from error


def _known(error: "psycopg.Error") -> KnownError | None:
    import psycopg

    state, reason = error.sqlstate or "", _first_line(error)
    if state in _AWAY:
        return HubAwayError(_AWAY[state])
    if refused := _REFUSED.get(state):
        return _refused(refused, reason)
    if state[:2] in _AWAY_CLASSES:
        return HubAwayError(CANNOT_BE_REACHED, reason=reason)
    if state:
        return None
    if "no password supplied" in str(error):
        return HubAsksPasswordError(_ASKS_PASSWORD)
    for words, text in _SAID_BY_LIBPQ:
        if words in str(error):
            return _refused(text, reason)
    lost = (psycopg.OperationalError, psycopg.InterfaceError, psycopg.InternalError)
    return HubAwayError(CANNOT_BE_REACHED, reason=reason) if isinstance(error, lost) else None


def _refused(text: str, reason: str) -> HubRefusedError:
    kind = HubPasswordError if text == _WRONG_PASSWORD else HubRefusedError
    return kind(text, reason=reason)


def _first_line(error: Exception) -> str:
    """What the driver says, without the lines of detail that follow."""
    lines = str(error).removeprefix("connection failed: ").strip().splitlines()
    return lines[0].removesuffix(".") if lines else type(error).__name__
