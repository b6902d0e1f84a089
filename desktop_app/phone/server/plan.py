"""What the server is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Known:
    """A phone that was let in.

    Attributes:
        id: by which the window knows it.
        name: what the shop calls it.
        key_hash: SHA-256 of its key, in hexadecimal: the key itself is kept by the phone alone.
    """

    id: str
    name: str
    key_hash: str


@dataclass(frozen=True, slots=True)
class ServerPlan:
    """Where the server listens, and as who.

    Attributes:
        addresses: of this computer in its local networks, one socket each.
        port: tried first; the next ones after it where it is taken. 0 for any, in tests.
        folder: the certificate made here, and its key, lie in it.
        name: the computer's name, for the pages.
        host: a name under which this computer can be reached and that a certificate of IT's vouches for; ""
            where there is none.
        certificate: of IT's, PEM; None for the one that is made here.
        key: to that certificate, PEM, without a password.
    """

    addresses: tuple[str, ...]
    port: int
    folder: Path
    name: str = ""
    host: str = ""
    certificate: Path | None = None
    key: Path | None = None
