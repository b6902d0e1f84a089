"""Every number that was chosen by measurement; docs/decisions/0004-index.md has the measurements."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Tuning:
    """How a search finds its candidates, by the size of the generation. Their order is exact in any case.

    Attributes:
        exact_numbers: up to so many numbers (photos times dimensions), every vector is scanned.
        leading_numbers: above that, and up to so many leading components in all, those are scanned;
            beyond, Annoy searches them.
        leading_share: the leading components hold this share of the variance…
        leading_limit: …unless it takes more of them than this.
        trees: trees in Annoy's file.
        candidates: how many photos are re-ranked exactly, at least…
        candidate_share: …and at least this share of the generation.
        effort: Annoy inspects so many nodes for each candidate.
        tail_numbers: so many numbers in the fresh tail ask for a new generation…
        tail_share: …unless they are less than this share of the generation.
        dead_share: so large a share of removed photos asks for a new generation.
    """

    exact_numbers: int = 5_000_000
    leading_numbers: int = 1 << 27
    leading_share: float = 0.8
    leading_limit: int = 96
    trees: int = 32
    candidates: int = 1_000
    candidate_share: float = 0.002
    effort: int = 50
    tail_numbers: int = 2_000_000
    tail_share: float = 0.05
    dead_share: float = 0.2

    def scans_all(self, count: int, dim: int) -> bool:
        """Whether ``count`` vectors are few enough to look at each."""
        return count * dim <= self.exact_numbers

    def scans_leading(self, count: int, leading_dims: int) -> bool:
        """Whether so many leading components are scanned; if not, Annoy searches them."""
        return count * leading_dims <= self.leading_numbers

    def proposals(self, size: int, wanted: int) -> int:
        """How many of a generation of ``size`` photos to look at closely when ``wanted`` are asked for."""
        return max(self.candidates, int(size * self.candidate_share), 4 * wanted)

    def row_type(self, count: int, dim: int) -> np.dtype[np.floating]:
        """How vectors are kept: in single precision where all are scanned (NumPy's half-precision product
        is slow, and the file is small), in half precision where few are read.
        """
        return np.dtype(np.float32 if self.scans_all(count, dim) else np.float16)
