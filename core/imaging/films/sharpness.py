"""How sharp a frame is, and which frames of a film are worth a look."""

from collections import deque
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

SHARPNESS_SIDE = 320
"""Pixels of the longer side that is measured: on fewer nothing is blurred, on more the noise counts."""

LEAST = 12.0
"""Below it a frame shows nothing: a hand before the lens, the floor in passing, darkness."""

_SHARE = 0.4
"""Of the usual sharpness of the last windows: less is motion blur."""

_REMEMBERED = 30


def sharpness(grey: NDArray[np.uint8]) -> float:
    """Variance of the Laplacian of a grey picture (height, width), each at least 3: higher is sharper.

    J. L. Pech-Pacheco et al., Diatom autofocusing in brightfield microscopy: a comparative study, ICPR 2000.
    """
    values = grey.astype(np.int16)
    middle = values[1:-1, 1:-1]
    laplacian = values[:-2, 1:-1] + values[2:, 1:-1] + values[1:-1, :-2] + values[1:-1, 2:] - 4 * middle
    return float(laplacian.var())


@dataclass(slots=True)
class SharpEnough:
    """Judges the sharpest frame of each window, against a floor and against the windows before."""

    _before: deque[float] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    def __call__(self, value: float) -> bool:
        """Whether a window whose sharpest frame measures ``value`` has something to show."""
        usual = float(np.median(self._before)) if self._before else 0.0
        self._before.append(value)
        return value >= max(LEAST, _SHARE * usual)
