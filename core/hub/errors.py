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


class HubAsksPasswordError(HubRefusedError):
    """The hub asks for a password, and none was given."""


_REFUSED = {
    "28P01": message("core", "The hub does not take this name and password: {reason}"),
    "28000": message("core", "The hub does not let this name in; it may have been locked out: {reason}"),
    "3D000": message("core", "There is no such database on the hub's server: {reason}"),
    "3F000": message("core", "This database is no hub of Snapshelf; make it one with “hub init”."),
    "42P01": message("core", "This database is no hub of Snapshelf; make it one with “hub init”."),
    "42501": message("core", "The hub does not allow that to this name: {reason}"),
    "SH001": message("core", "This till's name was locked out of the hub. Ask whoever looks after the hub."),
    "SH002": message("core", "The hub does not take changes of this store from this till: {reason}"),
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

_AWAY_OTHERWISE = message("core", "The hub cannot be reached: {reason}")
_CERTIFICATE = message(
    "core",
    "The hub's certificate is not the one that this computer trusts, so nothing was sent: {reason}. Name the "
    "authority's certificate with ?sslrootcert=FILE in the address, or ask whoever looks after the hub.",
)
_ADDRESS = message("core", "The hub's address is not understood: {reason}")
_SAID_BY_LIBPQ = (
    ("certificate", _CERTIFICATE),
    ("does not support SSL", message("core", "The hub does not encrypt, so nothing was sent: {reason}")),
    ("password authentication failed", _REFUSED["28P01"]),
    ("is not permitted to log in", _REFUSED["28000"]),
    ("pg_hba.conf", _REFUSED["28000"]),
    ("role ", _REFUSED["28P01"]),
    ("database ", _REFUSED["3D000"]),
    ("invalid connection option", _ADDRESS),
    ("for connection option", _ADDRESS),
    ("invalid sslmode value", _ADDRESS),
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
        return HubRefusedError(refused, reason=reason)
    if state[:2] in _AWAY_CLASSES:
        return HubAwayError(_AWAY_OTHERWISE, reason=reason)
    if state:
        return None
    if "no password supplied" in str(error):
        return HubAsksPasswordError(message("core", "The hub asks for a password, and none is known here."))
    for words, text in _SAID_BY_LIBPQ:
        if words in str(error):
            return HubRefusedError(text, reason=reason)
    lost = (psycopg.OperationalError, psycopg.InterfaceError, psycopg.InternalError)
    return HubAwayError(_AWAY_OTHERWISE, reason=reason) if isinstance(error, lost) else None


def _first_line(error: Exception) -> str:
    """What the driver says, without the lines of detail that follow."""
    lines = str(error).removeprefix("connection failed: ").strip().splitlines()
    return lines[0].removesuffix(".") if lines else type(error).__name__
