"""What a quick lesson learns: a linear map of the backbone's vectors into a space that suits the shop.

Each number of a vector is first replaced by its signed square root (which keeps a few strong channels from
drowning the others), then the vector is centred and mapped. The result is compared by the usual measures.
"""

import hashlib
import io
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.atomic_files import write_atomically
from core.errors import KnownError
from core.messages import message

MOST_DIMENSIONS = 256
_CODE_VERSION = 1  # raised by hand when the same numbers come to mean something else


@dataclass(frozen=True, eq=False)
class Projection:
    """A learned map.

    Attributes:
        backbone: fingerprint of the backbone whose vectors it takes.
        mean: (dim,) float32, of the rooted vectors.
        matrix: (dim, k) float32, k at most ``MOST_DIMENSIONS``.
    """

    backbone: str
    mean: NDArray[np.float32]
    matrix: NDArray[np.float32]

    @property
    def dim(self) -> int:
        """Length of a projected vector."""
        return int(self.matrix.shape[1])

    @cached_property
    def fingerprint(self) -> str:
        """16 hex digits; vectors may be compared only if they were made under the same fingerprint."""
        content = hashlib.sha256(f"{_CODE_VERSION} {self.backbone} {self.matrix.shape}".encode())
        content.update(np.ascontiguousarray(self.mean, "<f4").tobytes())
        content.update(np.ascontiguousarray(self.matrix, "<f4").tobytes())
        return content.hexdigest()[:16]

    def apply(self, vectors: NDArray[Any]) -> NDArray[np.float32]:
        """Raw vectors, (dim,) or (n, dim) of any float type, to projected ones, (k,) or (n, k)."""
        return np.asarray((rooted(vectors) - self.mean) @ self.matrix, np.float32)


def rooted(vectors: NDArray[Any]) -> NDArray[np.float32]:
    """The signed square root of every number."""
    exact = np.asarray(vectors, np.float32)
    roots: NDArray[np.float32] = np.sign(exact) * np.sqrt(np.abs(exact))
    return roots


def write_projection(path: Path, projection: Projection) -> None:
    """Write ``projection`` as .npz without pickle, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    buffer = io.BytesIO()
    np.savez(
        buffer,
        backbone=np.array(projection.backbone),
        mean=projection.mean,
        matrix=projection.matrix,
        fingerprint=np.array(projection.fingerprint),
    )
    write_atomically(path, buffer.getvalue())


def read_projection(path: Path) -> Projection:
    """Read what :func:`write_projection` wrote.

    Raises:
        KnownError: the file is missing, damaged, or not what it says.
    """
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as content:
            projection = Projection(
                str(content["backbone"]), _floats(content["mean"], 1), _floats(content["matrix"], 2)
            )
            whole = str(content["fingerprint"]) == projection.fingerprint
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise _damaged(path) from error
    if not whole or projection.matrix.shape[0] != len(projection.mean):
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
