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


def upright(alignment: Alignment, photo_width: int) -> Matrix:
    """From pixels of the picture to those of the photo as its variant lies: x from the left, (3, 3)."""
    return _from_left(alignment.variant, photo_width) @ alignment.to_photo


def lying(to_photo: Matrix, points: int, variant: Variant, photo_width: int) -> Alignment:
    """The alignment of which ``to_photo`` is :func:`upright`."""
    return Alignment(np.linalg.inv(_from_left(variant, photo_width)) @ to_photo, points, variant)


def _from_left(variant: Variant, photo_width: int) -> Matrix:
    """In a mirrored photo x counts from the right edge, and is negative."""
    return np.array([[1.0, 0, photo_width if variant.is_mirrored else 0], [0, 1, 0], [0, 0, 1]])


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
        fitted = perspective(here[close], there[close])
    return fitted


def perspective(
    here: Matrix, there: Matrix, weights: Matrix | None = None, *, is_affine: bool = False
) -> Matrix:
    """The perspective that brings ``here`` nearest to ``there``, (3, 3): the direct linear transform.

    R. Hartley and A. Zisserman, "Multiple View Geometry in Computer Vision", 2nd edition, section 4.1, with
    the places normalised as section 4.4 asks for.

    Args:
        weights: of the places, (n,); all the same without.
        is_affine: whether lines that are parallel shall stay so.
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
    if weights is not None:
        rows *= np.sqrt(np.concatenate([weights, weights]))[:, None]
    if is_affine:
        fitted = np.append(np.linalg.lstsq(rows[:, :6], -rows[:, 8], rcond=None)[0], [0.0, 0.0, 1.0])
    else:
        fitted = np.linalg.svd(rows, full_matrices=False)[2][-1]
    whole = np.linalg.inv(from_there) @ fitted.reshape(3, 3) @ from_here
    scaled: Matrix = whole / whole[2, 2]
    return scaled


def _normalising(places: Matrix) -> Matrix:
    middle = places.mean(axis=0)
    scale = np.sqrt(2) / max(float(np.linalg.norm(places - middle, axis=1).mean()), 1e-9)
    return np.array([[scale, 0, -scale * middle[0]], [0, scale, -scale * middle[1]], [0, 0, 1]])
