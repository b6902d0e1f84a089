"""Whether two pictures show the same flat thing: matched SIFT points that one perspective explains.

Good for printed packages, whose print has points of its own; an apple has none. A match is kept if it is
mutual and clearly better than the second best (Lowe's ratio, 2004); the perspective is found by RANSAC
(M. A. Fischler and R. C. Bolles, 1981) in OpenCV's USAC form, which comes to the same judgements in a
hundredth of the time (R. Raguram et al., "USAC: A Universal Framework for Random Sample Consensus", 2013).
"""

import numpy as np

from core.classic import libraries
from core.classic.sift import Points

RATIO = 0.8
LEAST_MATCHES = 6
"""Four points always fit some perspective; fewer than six explain nothing."""

_TOLERANCE = 6.0  # pixels, in pictures of 480
_ATTEMPTS = 800


def agreeing_points(first: Points, second: Points) -> int:
    """How many matched points agree on one perspective; 0 where there are too few to tell.

    Raises:
        KnownError: OpenCV is not installed.
    """
    if len(first) < LEAST_MATCHES or len(second) < LEAST_MATCHES:
        return 0
    likeness = first.descriptors.astype(np.float32) @ second.descriptors.astype(np.float32).T
    best = likeness.argmax(axis=1)
    rows = np.arange(len(first))
    distance = np.sqrt(np.maximum(2 - 2 * np.partition(likeness, -2, axis=1)[:, -2:], 0))
    clear = distance[:, 1] < RATIO * distance[:, 0]
    mutual = likeness.argmax(axis=0)[best] == rows
    kept = np.flatnonzero(clear & mutual)
    if len(kept) < LEAST_MATCHES:
        return 0
    cv2 = libraries.load("cv2")
    _perspective, agrees = cv2.findHomography(
        first.places[kept], second.places[best[kept]], cv2.USAC_DEFAULT, _TOLERANCE, maxIters=_ATTEMPTS
    )
    count = 0 if agrees is None else int(agrees.sum())
    return count if count >= LEAST_MATCHES else 0
