"""Which kind of goods a photo shows, and of which material, by the network's thousand classes.

The classes are those of core/embedding/classes.py; the vocabulary puts them into words of a shop. A term is
as sure as its classes are probable together; what the network is in doubt about is left out.
"""

import functools
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.vocabulary import Sort, terms_of, vocabulary
from core.embedding.classes import CLASSES, ClassHead

LEAST_SHARE = 0.12
"""Of the probability: below, a word is more often wrong than of use."""


def kind_words(head: ClassHead, vectors: NDArray[Any]) -> list[Mapping[str, float]]:
    """For each raw vector, (n, dim), the kinds and materials with how sure each is, by the terms' keys."""
    keys, classes = _classes()
    said: list[Mapping[str, float]] = []
    for row in head.shares(vectors) @ classes:
        words = {
            key: round(float(share), 3) for key, share in zip(keys, row, strict=True) if share >= LEAST_SHARE
        }
        for key, share in list(words.items()):
            for parent in vocabulary()[key].also:
                words[parent] = max(words.get(parent, 0.0), share)
        said.append(words)
    return said


@functools.cache
def _classes() -> tuple[tuple[str, ...], NDArray[np.float32]]:
    """The keys of the terms, and which classes each is told by, (1000, n)."""
    terms = [*terms_of(Sort.KIND), *terms_of(Sort.MATERIAL)]
    own: NDArray[np.float32] = np.zeros((CLASSES, len(terms)), np.float32)
    for column, term in enumerate(terms):
        own[[int(number) for number in term.told_by], column] = 1
    return tuple(term.key for term in terms), own
