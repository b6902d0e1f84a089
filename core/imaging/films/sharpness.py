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

_OWN = 0.45
"""Blur of a frame by itself up to which it is sharp, however plain the thing is. Photos of a grocery shop and
of the demo come to 0.28 to 0.47; moved by a fiftieth of their side, to 0.43 to 0.58."""

_REBLURRED = 9


def sharpness(grey: NDArray[np.uint8]) -> float:
    """Variance of the Laplacian of a grey picture (height, width), each at least 3: higher is sharper.

    J. L. Pech-Pacheco et al., Diatom autofocusing in brightfield microscopy: a comparative study, ICPR 2000.
    """
    values = grey.astype(np.int16)
    middle = values[1:-1, 1:-1]
    laplacian = values[:-2, 1:-1] + values[2:, 1:-1] + values[1:-1, :-2] + values[1:-1, 2:] - 4 * middle
    return float(laplacian.var())


def blur(grey: NDArray[np.uint8]) -> float:
    """How blurred a grey picture (height, width; each at least 2) is by itself, from 0 to 1.

    What a further blur along a line takes from the differences along it: much of sharp ones, little of those
    that are blurred. The worse of both directions, for motion blurs along one. F. Crete et al., The blur
    effect: perception and estimation with a new no-reference perceptual blur metric, SPIE 6492, 2007.
    """
    worst = 0.0
    for values in (grey.astype(np.float32), grey.T.astype(np.float32)):
        sums = np.cumsum(np.pad(values, ((0, 0), (_REBLURRED, 0)), mode="edge"), axis=1)
        again = (sums[:, _REBLURRED:] - sums[:, :-_REBLURRED]) / _REBLURRED
        differences = np.abs(np.diff(values, axis=1))
        lost = np.maximum(0, differences - np.abs(np.diff(again, axis=1)))
        worst = max(worst, 1 - float(lost.sum()) / max(float(differences.sum()), 1e-9))
    return worst


@dataclass(slots=True)
class SharpEnough:
    """Judges the sharpest frame of each window: against a floor, the windows before, and by itself."""

    _before: deque[float] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    def __call__(self, value: float, grey: NDArray[np.uint8]) -> bool:
        """Whether a window has something to show whose sharpest frame is ``grey``, of sharpness ``value``."""
        is_sharp = self.would(value, grey)
        self._before.append(value)
        return is_sharp

    def would(self, value: float, grey: NDArray[np.uint8]) -> bool:
        """What it would say of such a window, which it does not remember."""
        usual = float(np.median(self._before)) if self._before else 0.0
        # Beside print an apple has few edges: then the frame is judged by itself.
        return value >= LEAST and (value >= _SHARE * usual or blur(grey) <= _OWN)
