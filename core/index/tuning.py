"""Every number that was chosen by measurement; docs/decisions/0004-index.md has the measurements."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Tuning:
    """How a search finds its candidates, by the size of the generation. Their order is exact in any case.

    Attributes:
        candidates: how many photos are ranked exactly, at least.
        candidate_share: at least this share of a generation is ranked exactly.
        covered_numbers: a generation of up to so many numbers has Annoy's file over its vectors, and Annoy is
            asked for all of them, so that none can be missed. A photo counts as its dimensions and
            ``covered_each`` more: what Annoy takes for it is in that proportion.
        covering_trees: trees in Annoy's file of such a small generation.
        exact_numbers: above that, and up to so many numbers (photos times dimensions), every vector is
            scanned.
        leading_numbers: above that, and up to so many leading components in all, those are scanned;
            beyond, Annoy searches them.
        leading_share: the leading components hold this share of the variance…
        leading_limit: …unless it takes more of them than this.
        trees: trees in Annoy's file of such a large generation.
        effort: Annoy inspects so many nodes for each candidate: all of them, where it is asked for every
            photo and has no more trees than this.
        tail_numbers: so many numbers in the fresh tail ask for a new generation…
        tail_share: …unless they are less than this share of the generation. One that Annoy covers asks for
            a new one at this share…
        made_at_once: …and where it has so few photos that it is made in a moment, at any photo in the tail.
        dead_share: so large a share of removed photos asks for a new generation.
    """

    candidates: int = 1_000
    candidate_share: float = 0.002
    covered_numbers: int = 2_500_000
    covered_each: int = 300
    covering_trees: int = 4
    exact_numbers: int = 5_000_000
    leading_numbers: int = 1 << 27
    leading_share: float = 0.8
    leading_limit: int = 96
    trees: int = 32
    effort: int = 50
    tail_numbers: int = 2_000_000
    tail_share: float = 0.05
    made_at_once: int = 1_000
    dead_share: float = 0.2

    def covers(self, count: int, dim: int) -> bool:
        """Whether ``count`` vectors are few enough for Annoy to be asked for each."""
        return count * (dim + self.covered_each) <= self.covered_numbers

    def scans_all(self, count: int, dim: int) -> bool:
        """Whether ``count`` vectors are few enough to look at each."""
        return count * dim <= self.exact_numbers

    def scans_leading(self, count: int, leading_dims: int) -> bool:
        """Whether so many leading components are scanned; if not, Annoy searches them."""
        return count * leading_dims <= self.leading_numbers

    def tail_limit(self, count: int, dim: int) -> int:
        """How many fresh numbers are not worth a new generation yet, of ``count`` photos in all."""
        share = int(self.tail_share * count * dim)
        if self.covers(count, dim):
            return 0 if count <= self.made_at_once else share
        return max(self.tail_numbers, share)

    def proposals(self, size: int, wanted: int) -> int:
        """How many of a generation of ``size`` photos to look at closely when ``wanted`` are asked for."""
        return max(self.candidates, int(size * self.candidate_share), 4 * wanted)

    def row_type(self, count: int, dim: int) -> np.dtype[np.floating]:
        """How vectors are kept: in single precision where all are looked at (NumPy's half-precision product
        is slow, and the file is small), in half precision where few are read.
        """
        every_one = self.covers(count, dim) or self.scans_all(count, dim)
        return np.dtype(np.float32 if every_one else np.float16)
