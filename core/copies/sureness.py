"""How sure it is that a picture was made of a photo.

Two things give a second photo away, however alike it is: its sides do not lie squarely on ours, and what
stands before or behind drifts. A copy that a program made lies squarely; one that was photographed from a
screen drifts nowhere. The more blocks say so, and the more of them are alike, the surer it is.

A logistic regression with the product of the first two, fitted to 800 pairs of a picture and a photo that lie
on one another, 256 of them copies, of products that are not reported on (docs/decisions/0040-copies.md). How
steep it is was set on what five parts of these said of one another, so that it is no surer than it should be.
"""

import math

from core.copies.fine_fit import FineFit
from core.copies.same_pixels import SamePixels
from core.copies.shape import deformation

_LEAST_DEFORMED, _DEFORMED = 0.0003, 0.02
_LEAST_DRIFT, _DRIFTED = 0.1, 0.4
_BLOCKS = 100
_LEAST_UNLIKE = 0.03

_NEITHER = -7.615
_FOR_DEFORMED, _FOR_DRIFT, _FOR_BOTH = -1.835, -4.958, -0.421
_FOR_BLOCKS, _FOR_UNLIKE = 2.211, -1.247


def sureness(fit: FineFit, shows: SamePixels, size: tuple[int, int]) -> float:
    """From 0 to 1; as a probability it is right where two of three such pairs are no copies.

    Args:
        shows: what was compared once they lay exactly on one another.
        size: of the photo, in pixels, as its points were looked at.

    Raises:
        LinAlgError: it is not known how they lie.
    """
    lies = deformation(fit.alignment, size).most
    deformed = math.log((lies + _LEAST_DEFORMED) / _DEFORMED)
    drift = math.log((fit.drift + _LEAST_DRIFT) / _DRIFTED)
    log_odds = (
        _NEITHER
        + _FOR_DEFORMED * deformed
        + _FOR_DRIFT * drift
        + _FOR_BOTH * deformed * drift
        + _FOR_BLOCKS * math.log(max(1, fit.fitting) / _BLOCKS)
        + _FOR_UNLIKE * math.log(1 - shows.alike + _LEAST_UNLIKE)
    )
    return 1 / (1 + math.exp(-min(max(log_odds, -30.0), 30.0)))
