"""What a quick lesson learns: a linear map of the backbone's vectors into a space that suits the shop.

First each part of the vector is brought to unit length, so that no part outweighs another; a part that
cannot be negative is replaced by its square roots before, which keeps a few strong channels from drowning
the others. Then the vector is centred and mapped. The result is compared by the usual measures.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import Part
from core.errors import KnownError
from core.files.arrays import as_archive, read_arrays
from core.files.atomic import write_atomically
from core.messages import message

MOST_DIMENSIONS = 256
_NO_LENGTH = 1e-12
_CODE_VERSION = 1  # raised by hand when the same numbers come to mean something else


@dataclass(frozen=True, eq=False)
class Projection:
    """A learned map.

    Attributes:
        backbone: fingerprint of the backbone whose vectors it takes.
        parts: what the vectors are made of.
        mean: (dim,) float32, of the balanced vectors.
        matrix: (dim, k) float32, k at most ``MOST_DIMENSIONS``.
    """

    backbone: str
    parts: tuple[Part, ...]
    mean: NDArray[np.float32]
    matrix: NDArray[np.float32]

    @property
    def dim(self) -> int:
        """Length of a projected vector."""
        return int(self.matrix.shape[1])

    @cached_property
    def fingerprint(self) -> str:
        """16 hex digits; vectors may be compared only if they were made under the same fingerprint."""
        content = hashlib.sha256(f"{_CODE_VERSION} {self.backbone} {self.parts} {self.matrix.shape}".encode())
        content.update(np.ascontiguousarray(self.mean, "<f4").tobytes())
        content.update(np.ascontiguousarray(self.matrix, "<f4").tobytes())
        return content.hexdigest()[:16]

    def apply(self, vectors: NDArray[Any]) -> NDArray[np.float32]:
        """Raw vectors, (dim,) or (n, dim) of any float type, to projected ones, (k,) or (n, k)."""
        return np.asarray((balanced(vectors, self.parts) - self.mean) @ self.matrix, np.float32)


def balanced(vectors: NDArray[Any], parts: Sequence[Part]) -> NDArray[np.float32]:
    """Roots of the parts that cannot be negative, then each part at unit length (or zeros); (…, dim)."""
    exact = np.asarray(vectors, np.float32)
    scaled = []
    start = 0
    for part in parts:
        numbers = exact[..., start : start + part.length]
        start += part.length
        if not part.signed:
            numbers = np.sqrt(np.maximum(numbers, 0))
        lengths = np.linalg.norm(numbers, axis=-1, keepdims=True)
        scaled.append(numbers / np.maximum(lengths, _NO_LENGTH))
    return np.asarray(np.concatenate(scaled, axis=-1), np.float32)


def write_projection(path: Path, projection: Projection) -> None:
    """Write ``projection`` as .npz without pickle, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    content = as_archive(
        backbone=np.array(projection.backbone),
        parts=np.array([[part.length, part.signed] for part in projection.parts], np.int64),
        mean=projection.mean,
        matrix=projection.matrix,
        fingerprint=np.array(projection.fingerprint),
    )
    write_atomically(path, content)


def read_projection(path: Path) -> Projection:
    """Read what :func:`write_projection` wrote.

    Raises:
        KnownError: the file is missing, damaged, or not what it says.
    """
    try:
        content = read_arrays(path)
        projection = Projection(
            str(content["backbone"]),
            tuple(Part(int(length), bool(signed)) for length, signed in content["parts"]),
            _floats(content["mean"], 1),
            _floats(content["matrix"], 2),
        )
        whole = str(content["fingerprint"]) == projection.fingerprint
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(path) from error
    if not whole or not sum(part.length for part in projection.parts) == len(projection.mean) == len(
        projection.matrix
    ):
        raise _damaged(path)
    return projection


def _floats(values: NDArray[Any], dimensions: int) -> NDArray[np.float32]:
    if values.dtype != np.float32 or values.ndim != dimensions or not np.isfinite(values).all():
        raise ValueError("not a projection's numbers")
    return values


def _damaged(path: Path) -> KnownError:
    return KnownError(
        message(
            "core", "The learned model {file} is missing or damaged. Use another lesson, or teach a new one."
        ),
        file=path,
    )
