"""What each witness's word counts in a shop: as it was fitted elsewhere, or to the shop's own searches.

The words of core/search/witnesses/ are logarithms of odds, each fitted on real photos of one shop. Where a
shop's clerks confirmed enough searches, these are multiplied by weights that were fitted to them
(core/learning/witness_weights.py):

    log odds(i) = sum over the witnesses of w_v * said_v(i)      log odds(none) = w_vector * said(none) + c

As the vector's word depends on what the shop had learned from, so do the weights. They lie beside the
lessons, as they outlive them.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from core.files.atomic import make_folder, write_atomically
from core.files.hostile import parse_json
from core.models.shop_model import TaughtBy

WEIGHED = ("vector", "print", "label")
"""The witnesses that are weighed; any other's word counts as it is."""

_FILE = "witness-weights.json"
_MOST = 10.0
"""No weight that was fitted comes near; a file that says more was not written by us."""


@dataclass(frozen=True, slots=True)
class WitnessWeights:
    """Weights as in the formula above, each at least 0; ``absent`` is c. As they come, nothing changes."""

    vector: float = 1.0
    print: float = 1.0
    label: float = 1.0
    absent: float = 0.0

    def of(self, witness: str) -> float:
        """What the word of the witness of that name is multiplied by."""
        weight: float = getattr(self, witness) if witness in WEIGHED else 1.0
        return weight


AS_THEY_COME = WitnessWeights()


def read_witness_weights(models: Path) -> dict[TaughtBy, WitnessWeights]:
    """Those of a shop, by what it had learned from; none where none were fitted, or they cannot be read.

    Args:
        models: the shop's folder of lessons.
    """
    try:
        document = parse_json((models / _FILE).read_bytes())
        found = {TaughtBy(name): WitnessWeights(**numbers) for name, numbers in document.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
    return found if all(_is_sound(weights) for weights in found.values()) else {}


def write_witness_weights(models: Path, weights: Mapping[TaughtBy, WitnessWeights]) -> None:
    """Keep them in place of what was kept before.

    Raises:
        OSError: the folder cannot be written to.
    """
    document = {taught_by.value: asdict(one) for taught_by, one in weights.items()}
    make_folder(models)
    write_atomically(models / _FILE, json.dumps(document, indent=1).encode())


def _is_sound(weights: WitnessWeights) -> bool:
    numbers = asdict(weights)
    return all(isinstance(number, float) for number in numbers.values()) and all(
        (-_MOST if name == "absent" else 0) <= number <= _MOST for name, number in numbers.items()
    )
