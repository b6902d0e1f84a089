"""What a backbone is: a network that turns pictures into vectors, whichever runtime carries it out."""

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.embedding.weights import Weights
from core.imaging.preprocess import Preprocessing


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a vector.

    Attributes:
        length: how many numbers.
        signed: whether they can be negative; what cannot (activations behind a ReLU, shares of a histogram)
            is better compared by its square roots.
    """

    length: int
    signed: bool = False


@dataclass(frozen=True, slots=True)
class BackboneSpec:
    """All that decides what a backbone's vectors mean.

    Attributes:
        name: how the program and its user call it.
        architecture: the network's name in timm; ``torchvision/NAME`` for one of torchvision's.
        parts: what the vector is made of, the pooled features of the last layer first. More than one
            part: see core/embedding/networks/detailed_vector.py.
        preprocessing: how a picture becomes the network's input.
        weights: where the learned parameters come from.
        code_version: raised by hand when the code changes what the same weights answer.
    """

    name: str
    architecture: str
    parts: tuple[Part, ...]
    preprocessing: Preprocessing
    weights: Weights
    code_version: int = 1

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return sum(part.length for part in self.parts)

    @property
    def fingerprint(self) -> str:
        """16 hex digits; two vectors may be compared only if the fingerprints of their makers are equal.

        Names and places do not count: the same network under another name gives the same vectors.
        """
        return _fingerprint(
            self.architecture, self.parts, self.preprocessing, self.weights.sha256, self.code_version
        )


@lru_cache(maxsize=16)  # asked for with each picture
def _fingerprint(
    architecture: str, parts: tuple[Part, ...], preprocessing: Preprocessing, weights: str, code_version: int
) -> str:
    decides = {
        "architecture": architecture,
        "parts": [asdict(part) for part in parts],
        "preprocessing": preprocessing.decides(),
        "weights": weights,
        "code": code_version,
    }
    return hashlib.sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()[:16]


class Backbone(Protocol):
    """A network that is loaded and ready. Safe to use from one thread at a time."""

    @property
    def spec(self) -> BackboneSpec:
        """What its vectors mean."""
        ...

    @property
    def device(self) -> str:
        """Where it computes: ``"CPU"`` or the name of the GPU."""
        ...

    def embed(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Pictures of shape (n, 3, side, side) to raw vectors of shape (n, dim), not normalised; n ≥ 0.

        Raises:
            KnownError: the runtime failed and could not be revived.
        """
        ...

    def close(self) -> None:
        """Free what it holds; may be called twice. Embedding afterwards is a bug."""
        ...
