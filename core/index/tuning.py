"""Every number that was chosen by measurement; docs/decisions/0004-index.md has the measurements."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Tuning:
    """When the index scans, when it asks Annoy, and how hard it asks.

    Attributes:
        exact_elements: a generation of at most this many numbers (photos times dimensions) is scanned.
        tree_dims: Annoy sees the vectors' first so many principal components.
        trees: trees of one Annoy file.
        candidates: how many photos Annoy proposes for the exact re-rank, at least.
        search_effort: Annoy inspects this many nodes for each candidate.
        tail_elements: so many numbers in the fresh tail ask for a new generation…
        tail_share: …unless they are less than this share of the generation.
        dead_share: so large a share of removed photos asks for a new generation.
    """

    exact_elements: int = 5_000_000
    tree_dims: int = 64
    trees: int = 32
    candidates: int = 1_000
    search_effort: int = 10
    tail_elements: int = 2_000_000
    tail_share: float = 0.05
    dead_share: float = 0.2

    def scans(self, count: int, dim: int) -> bool:
        """Whether a generation of ``count`` vectors is searched without Annoy."""
        return count * dim <= self.exact_elements

    def row_type(self, count: int, dim: int) -> np.dtype[np.floating]:
        """How vectors are kept: single precision where they are scanned (NumPy has no fast half-precision
        product, and the file is small), half precision where few of them are read for the re-rank.
        """
        return np.dtype(np.float32 if self.scans(count, dim) else np.float16)
