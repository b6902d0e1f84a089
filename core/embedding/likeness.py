"""Whether a picture shows what another one showed already, by what the network sees.

Compared are the square roots of the pooled features, at unit length, by their cosine. Measured on the 2,640
shop photos of the grocery set: two different photos come to 0.985 at most (one true double apart), a photo
saved anew as a JPEG of quality 70 to 0.995 at least, one moved by 2 in a hundred of its side mostly to more
than 0.987. Of different photos 5 in a hundred come above 0.97, and of one moved by 5 to 10 in a hundred most.
"""

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import BackboneSpec

ALIKE = 0.985
"""Above it two pictures are the same one, saved or cropped anew."""

SAME_VIEW = 0.97
"""Above it two frames of one film show the same from the same place."""

SAME_THING = 0.88
"""Above it two pictures probably show the same thing: of 320 shop photos of 40 grocery products, 785 in
1,000 of such pairs did; gathered by it, nine in ten photos lay with their own kind, and a quarter alone."""


def compared(spec: BackboneSpec, vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    """What is compared of raw ``vectors`` (n, dim) of the backbone ``spec``: (n, length), of unit length."""
    part = spec.parts[0]
    pooled = np.asarray(vectors, np.float32)[:, : part.length]
    if not part.signed:
        pooled = np.sqrt(np.maximum(pooled, 0))
    lengths = np.linalg.norm(pooled, axis=1, keepdims=True)
    unit: NDArray[np.float32] = pooled / np.maximum(lengths, 1e-12)
    return unit


class SeenBefore:
    """The pictures that are there, and those that come; not safe between threads."""

    def __init__(self, spec: BackboneSpec, vectors: NDArray[np.floating]) -> None:
        """Begin with raw ``vectors`` (n, dim) of the backbone ``spec``, or none of whatever shape."""
        self._spec = spec
        self._rows = np.empty((max(64, len(vectors)), spec.parts[0].length), np.float32)
        self._count = len(vectors)
        if self._count:
            self._rows[: self._count] = compared(self._spec, vectors)

    def is_new(self, vector: NDArray[np.floating], same: float = ALIKE) -> bool:
        """Whether no picture so far comes above ``same`` with this raw vector (dim,); then it joins them."""
        row = compared(self._spec, vector[np.newaxis])[0]
        if self._count and float((self._rows[: self._count] @ row).max()) > same:
            return False
        if self._count == len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        self._rows[self._count] = row
        self._count += 1
        return True
