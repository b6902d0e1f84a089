"""How a picture lies on a photo of ours: one perspective, by the points of both."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.copies.variants import Variant
from core.print.sift import Points
from core.print.verification import Agreement, agreement

LEAST_POINTS = 8
"""Chance agrees on seven now and then (core/search/witnesses/print.py)."""

_REFITS = (5.0, 3.5, 3.5)  # pixels of the photo as its points were looked at

Matrix = NDArray[np.floating]


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """A perspective that many points agree on.

    Attributes:
        to_photo: (3, 3), from pixels of the picture to those of the photo's variant, both as their points
            were looked at. Of a mirrored photo x counts from its right edge.
        points: how many agree.
    """

    to_photo: Matrix
    points: int
    variant: Variant


def align(picture: Points, photo: Points, variant: Variant) -> Alignment | None:
    """The alignment with a photo's variant that most points agree on; None where too few do."""
    turned = variant.of(photo)
    found = agreement(picture, turned)
    if found is None or len(found) < LEAST_POINTS:
        return None
    to_photo = _refined(picture, turned, found)
    if np.linalg.det(to_photo) * np.sign(to_photo[2, 2]) <= 0:  # a mirror image is another variant's
        return None
    return Alignment(to_photo, len(found), variant)


def moved(places: Matrix, by: Matrix) -> Matrix:
    """Places (n, 2) under a perspective (3, 3)."""
    lifted = np.concatenate([places, np.ones((len(places), 1))], axis=1) @ by.T
    flat: Matrix = lifted[:, :2] / lifted[:, 2:]
    return flat


def _refined(picture: Points, photo: Points, found: Agreement) -> Matrix:
    """The perspective fitted to those that agree most closely: what first found it was held stiff."""
    here, there = (
        picture.places[found.first].astype(np.float64),
        photo.places[found.second].astype(np.float64),
    )
    fitted: Matrix = found.perspective
    for tolerance in _REFITS:
        close = np.linalg.norm(moved(here, fitted) - there, axis=1) < tolerance
        if close.sum() < 2 * LEAST_POINTS:
            return fitted
        fitted = _perspective(here[close], there[close])
    return fitted


def _perspective(here: Matrix, there: Matrix) -> Matrix:
    """The perspective that brings ``here`` nearest to ``there``, (3, 3): the direct linear transform.

    R. Hartley and A. Zisserman, "Multiple View Geometry in Computer Vision", 2nd edition, section 4.1, with
    the places normalised as section 4.4 asks for.
    """
    from_here, from_there = _normalising(here), _normalising(there)
    x, y = moved(here, from_here).T
    u, v = moved(there, from_there).T
    one, nought = np.ones_like(x), np.zeros_like(x)
    rows = np.concatenate(
        [
            np.stack([x, y, one, nought, nought, nought, -u * x, -u * y, -u], axis=1),
            np.stack([nought, nought, nought, x, y, one, -v * x, -v * y, -v], axis=1),
        ]
    )
    fitted = np.linalg.svd(rows, full_matrices=False)[2][-1].reshape(3, 3)
    whole = np.linalg.inv(from_there) @ fitted @ from_here
    upright: Matrix = whole / whole[2, 2]
    return upright


def _normalising(places: Matrix) -> Matrix:
    middle = places.mean(axis=0)
    scale = np.sqrt(2) / max(float(np.linalg.norm(places - middle, axis=1).mean()), 1e-9)
    return np.array([[scale, 0, -scale * middle[0]], [0, scale, -scale * middle[1]], [0, 0, 1]])
