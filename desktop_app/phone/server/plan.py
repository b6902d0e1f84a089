"""What the server is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.policy import TrustedName


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
        shop: tells the shop that is open from others. A form shown of another one is not heard: its product
            5 is another product here.
        run: what tells this run of the window from others; the ids of forms begin with it.
        trusted: a name of this computer that phones trust; None for the certificate that is made here.
    """

    addresses: tuple[str, ...]
    port: int
    folder: Path
    shop: str
    run: str = ""
    trusted: TrustedName | None = None
