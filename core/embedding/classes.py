"""What a network's own classifier says of a picture: the thousand classes of ImageNet that it was taught.

Our networks are exported without their last layer, for a shop's products are no such classes. That layer is a
matrix on the pooled features, the vector's first part, so that it can be asked of any vector that the catalog
keeps: no picture is opened for it. It lies beside the network, made with it at set-up (class_export.py).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core import paths
from core.embedding.backbone import BackboneSpec
from core.files.arrays import read_arrays

CLASSES = 1000


@dataclass(frozen=True, slots=True, eq=False)
class ClassHead:
    """The last layer of a network.

    Attributes:
        weights: (1000, length of the vector's first part) float32.
        bias: (1000,) float32.
    """

    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def shares(self, vectors: NDArray[Any]) -> NDArray[np.float32]:
        """Raw vectors, (n, dim) of any float type, to how probable each class is: (n, 1000), a row adds up
        to 1.
        """
        pooled = np.asarray(vectors[:, : self.weights.shape[1]], np.float32)
        logits = pooled @ self.weights.T + self.bias
        grown = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(grown / grown.sum(axis=1, keepdims=True), np.float32)


def class_head_path(spec: BackboneSpec, folder: Path | None = None) -> Path:
    """Where the last layer of a network of the program lies; by default among the program's own files."""
    return (folder or paths.resources() / "models") / f"{spec.name}.classes.npz"


def load_class_head(spec: BackboneSpec, folder: Path | None = None) -> ClassHead | None:
    """The last layer that belongs to ``spec``.

    Returns:
        None where there is none that fits: a network that a shop was given was taught other classes, and a
        file may be damaged.
    """
    try:
        content = read_arrays(class_head_path(spec, folder))
        of, weights, bias = content["of"], content["weights"], content["bias"]
    except (OSError, ValueError, KeyError):
        return None
    shape = (CLASSES, spec.parts[0].length)
    if str(of) != spec.weights.sha256 or weights.shape != shape or bias.shape != (CLASSES,):
        return None
    numbers = weights.astype(np.float32), bias.astype(np.float32)
    return ClassHead(*numbers) if all(np.isfinite(one).all() for one in numbers) else None
