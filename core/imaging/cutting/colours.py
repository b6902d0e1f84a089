"""Which colours a thing has: a mixture of a few normal distributions, as GrabCut describes thing and ground.

After C. Rother, V. Kolmogorov, A. Blake, "GrabCut: Interactive Foreground Extraction using Iterated Graph
Cuts", SIGGRAPH 2004, section 3; the distributions are those of k-means' clusters.
"""

import numpy as np
from numpy.typing import NDArray

from core.imaging.regions import clusters

_DISTRIBUTIONS = 5
_SAMPLE = 3000
"""Pixels that are looked at, evenly spread."""
_LEAST_PIXELS = 6
_NOISE = 6.0
"""Variance that every colour has at least, in Lab's units squared: what a camera's noise makes of one."""


class ColourModel:
    """The distribution of some colours."""

    def __init__(self, colours: NDArray[np.float64]) -> None:
        """Fit to ``colours``, (n, 3); n is 6 or more."""
        some = colours[:: max(1, len(colours) // _SAMPLE)]
        numbers = clusters(some, _DISTRIBUTIONS)[1]
        parts = [some[numbers == number] for number in range(_DISTRIBUTIONS)]
        whole = [part for part in parts if len(part) >= _LEAST_PIXELS] or [some]
        self._shares = np.array([len(part) for part in whole]) / len(some)
        self._means = np.stack([part.mean(axis=0) for part in whole])
        spread = np.stack([np.cov(part.T) + np.eye(3) * _NOISE for part in whole])
        self._inverse = np.linalg.inv(spread)
        self._sizes = np.linalg.slogdet(spread)[1]

    def likelihoods(self, colours: NDArray[np.float64]) -> NDArray[np.float64]:
        """The logarithm of each colour's density, (..., 3) to (...), but for a constant."""
        off = colours[..., None, :] - self._means
        distances = np.einsum("...ki,kij,...kj->...k", off, self._inverse, off)
        parts = np.log(self._shares) - (distances + self._sizes) / 2
        highest = parts.max(axis=-1)
        densities: NDArray[np.float64] = highest + np.log(np.exp(parts - highest[..., None]).sum(axis=-1))
        return densities
