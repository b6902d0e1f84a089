"""How a shop stands with its hub: plain data that both clients show; nothing heavy is imported with it."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from core.catalog.database.catalog import Catalog
from core.hub.membership import membership, waiting_changes
from core.messages import Sentence

if TYPE_CHECKING:
    from core.hub.synchronising import Synchronised


class Standing(Enum):
    """How a shop stands with its hub."""

    IN_STEP = "in step"
    AWAY = "away"
    """It cannot be reached, or cannot write, for now: changes wait here, and it is tried again."""
    REFUSED = "refused"
    """Nothing goes on until somebody does what the reason says."""


@dataclass(frozen=True, slots=True)
class HubState:
    """How a joined shop stands.

    Attributes:
        store: the store that it is a till of.
        computer: where the hub is; "" for this computer.
        waiting: changes made here that the hub has not acknowledged.
        standing: as the last round left it; None before the first.
        reason: why it is away or refuses.
        to_look_at: values of people that gave way to other tills, and SKUs that were made twice.
        done: what the last round did; None where there was none, or it was cut off.
        hold: which products it is to hold (:class:`core.hub.holding.Hold`).
        lacks_password: whether the hub refuses for want of the right password: it can be given again.
    """

    store: str
    computer: str
    waiting: int
    standing: Standing | None = None
    reason: Sentence | None = None
    to_look_at: int = 0
    done: "Synchronised | None" = None
    lacks_password: bool = False
    hold: str = "all"


def hub_state(catalog: Catalog) -> HubState | None:
    """How the shop stands before a round; None for one that has joined no hub. Opens no connection."""
    joined = membership(catalog)
    if joined is None:
        return None
    computer = urlsplit(joined.url).hostname or ""
    return HubState(joined.store, computer, waiting_changes(catalog), hold=joined.hold)
