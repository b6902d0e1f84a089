"""What the picture tower of a shop's text–picture network may say of searches with pictures, as it was fitted
(core/learning/second_look.py); it lies beside the network."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from core.files.atomic import write_atomically
from core.files.hostile import parse_json

_FILE = "second-look.json"


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What was fitted.

    Attributes:
        model, version: what the shop was searched by then; with another one it means nothing.
        photos: how many photos there were that it could be fitted to.
        weight: what a deviation that a product stands above the others adds to the logarithm of its odds; 0
            where that was not proven to help.
    """

    model: str
    version: str | None
    photos: int
    weight: float


def read_second_look(folder: Path) -> SecondLook | None:
    """What was fitted for the network in ``folder``; None if nothing was, or it cannot be read."""
    try:
        found = parse_json((folder / _FILE).read_bytes())
        look = SecondLook(**found)
        return look if isinstance(look.weight, float) and isinstance(look.photos, int) else None
    except (OSError, ValueError, TypeError):
        return None


def write_second_look(folder: Path, look: SecondLook) -> None:
    """Keep it beside the network.

    Raises:
        OSError: the folder cannot be written to.
    """
    write_atomically(folder / _FILE, json.dumps(asdict(look)).encode())
