"""What is likely of each pixel, made to agree with its neighbours where no edge lies between them.

The energy is that of the random walker with priors (L. Grady, "Multilabel Random Walker Image Segmentation
Using Prior Models", CVPR 2005): the sum over neighbours of w · (p - q)² and over pixels of c · (p - t)², with
w large between pixels of one colour. It has one lowest point, which conjugate gradients find within some
dozen passes over arrays.
"""

import numpy as np
from numpy.typing import NDArray

_Floats = NDArray[np.float64]

_STIFF = 12.0
"""How much a pair of one colour counts, beside a pixel of which all is certain."""
_LOOSE = 0.05
"""What a pair counts over the sharpest edge."""
_PASSES = 60
_ENOUGH = 1e-3


class Neighbours:
    """How strongly each pixel of a picture holds to the next one, to the right and below."""

    def __init__(self, lab: _Floats) -> None:
        """Of a picture (h, w, 3) in Lab."""
        down = ((lab[1:] - lab[:-1]) ** 2).sum(axis=2)
        across = ((lab[:, 1:] - lab[:, :-1]) ** 2).sum(axis=2)
        usual = float(np.concatenate([down.ravel(), across.ravel()]).mean()) + 1e-6
        self._down, self._across = (_STIFF * np.exp(-step / (2 * usual)) + _LOOSE for step in (down, across))
        held = np.zeros(lab.shape[:2])
        held[1:] += self._down
        held[:-1] += self._down
        held[:, 1:] += self._across
        held[:, :-1] += self._across
        self._held = held

    def spread(self, likely: _Floats, certainty: _Floats, begin: _Floats) -> _Floats:
        """The p of the lowest energy, for the t ``likely`` and the c ``certainty``; all of shape (h, w)."""
        diagonal = self._held + certainty
        p = begin
        rest = certainty * likely - self._times(p, diagonal)
        scaled = rest / diagonal
        way = scaled
        size = float((rest * scaled).sum())
        for _ in range(_PASSES):
            if size < _ENOUGH:
                break
            gone = self._times(way, diagonal)
            step = size / float((way * gone).sum())
            p = p + step * way
            rest = rest - step * gone
            scaled = rest / diagonal
            before, size = size, float((rest * scaled).sum())
            way = scaled + size / before * way
        return p

    def _times(self, values: _Floats, diagonal: _Floats) -> _Floats:
        product = diagonal * values
        product[1:] -= self._down * values[:-1]
        product[:-1] -= self._down * values[1:]
        product[:, 1:] -= self._across * values[:, :-1]
        product[:, :-1] -= self._across * values[:, 1:]
        return product
