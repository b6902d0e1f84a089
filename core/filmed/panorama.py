"""How the frames of a film along a shelf lie side by side: one plane on which each has its place.

Two frames are laid on one another by their SIFT points: what most of them agree on (core/print), refined to a
similarity, which a camera that is carried along a shelf hardly leaves and which does not go astray when many
follow one another (S. Umeyama, "Least-squares estimation of transformation parameters between two point
patterns", TPAMI 13(4), 1991). A frame is laid on the earliest one that it overlaps: whoever walks back comes
to where the shelf was, and not to another one beside it.

Where a frame fits none before, because the camera was torn round or the film was cut, a new plane begins.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.print.sift import Points
from core.print.verification import agreement

LEAST_POINTS = 12
"""That must agree: two shelves of alike packages agree on a few by chance."""
_REFITS = (6.0, 4.0, 3.0)  # pixels of a frame as its points were looked at
_LARGEST_STEP = 2.0
"""How much larger or smaller a frame may show the shelf than the one that it is laid on."""
_CLOSES = 0.35
"""Least share of a frame that an earlier one must overlap to be tried."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A frame with its place.

    Attributes:
        points: of the frame; places in pixels as it was looked at.
        size: width and height in those pixels.
        plane: which plane it lies on, from 0.
        to_plane: (3, 3), from those pixels to the plane's, which are those of its first frame.
    """

    points: Points
    size: tuple[int, int]
    plane: int
    to_plane: Matrix

    def on_plane(self, box: Matrix) -> Matrix:
        """The bounds on the plane of a box (left, top, right, bottom) in the frame."""
        return bounds(moved(_corners(box), self.to_plane))

    def in_frame(self, box: Matrix) -> Matrix:
        """The bounds in the frame of a box on the plane."""
        back: Matrix = np.asarray(np.linalg.inv(self.to_plane), np.float64)
        return bounds(moved(_corners(box), back))


@dataclass(slots=True)
class Panorama:
    """The frames that were kept, and where the next one lies."""

    kept: list[Placed] = field(default_factory=list)
    _last: Placed | None = None

    def place(self, points: Points, size: tuple[int, int]) -> Placed:
        """Where a frame lies: on what was kept, or else on the frame before, or on a plane of its own."""
        placed = None
        for other in (self.kept[-1] if self.kept else None, self._last):
            if placed is None and other is not None:
                placed = _laid_on(other, points, size)
        placed = self._on_the_earliest(placed) if placed is not None else self._anywhere(points, size)
        self._last = placed
        return placed

    def keep(self, placed: Placed) -> None:
        """Let later frames be laid on this one."""
        self.kept.append(placed)

    def away(self, placed: Placed) -> float:
        """How far a frame lies from the nearest one that was kept, in shares of its sides; 1 at most."""
        width, height = placed.size
        whole = placed.on_plane(np.array([0.0, 0.0, width, height]))
        nearest = 1.0
        for one in self.kept:
            if one.plane == placed.plane:
                shift = np.abs(one.in_frame(whole) - np.array([0.0, 0.0, *one.size]))
                nearest = min(nearest, float(max(shift[[0, 2]].max() / width, shift[[1, 3]].max() / height)))
        return nearest

    def _on_the_earliest(self, placed: Placed) -> Placed:
        for other in self.kept[:-1]:
            if other.plane == placed.plane and _overlap(other, placed) >= _CLOSES:
                closer = _laid_on(other, placed.points, placed.size)
                if closer is not None:
                    return closer
        return placed

    def _anywhere(self, points: Points, size: tuple[int, int]) -> Placed:
        """On any frame that was kept, where the camera comes back after a cut; else on a new plane."""
        for other in self.kept:
            placed = _laid_on(other, points, size)
            if placed is not None:
                return placed
        plane = 1 + max((one.plane for one in self.kept), default=-1)
        return Placed(points, size, plane, np.eye(3))


def moved(places: Matrix, by: Matrix) -> Matrix:
    """Places (n, 2) under an affine map (3, 3)."""
    return np.asarray(places @ by[:2, :2].T + by[:2, 2])


def bounds(places: Matrix) -> Matrix:
    """Left, top, right, bottom of places (n, 2)."""
    return np.concatenate([places.min(axis=0), places.max(axis=0)])


def similarity(here: Matrix, there: Matrix) -> Matrix:
    """The turn, scale and shift, (3, 3), that bring ``here`` (n, 2) nearest to ``there``; Umeyama 1991."""
    x, y = (places[:, 0] + 1j * places[:, 1] for places in (here, there))
    x_mean, y_mean = x.mean(), y.mean()
    spread = np.square(np.abs(x - x_mean)).sum()
    turned = (np.conj(x - x_mean) * (y - y_mean)).sum() / max(float(spread), 1e-9)
    shift = y_mean - turned * x_mean
    return np.array(
        [[turned.real, -turned.imag, shift.real], [turned.imag, turned.real, shift.imag], [0, 0, 1]]
    )


def _laid_on(other: Placed, points: Points, size: tuple[int, int]) -> Placed | None:
    """A frame laid on another one; None where they do not fit."""
    found = agreement(points, other.points)
    if found is None or len(found) < LEAST_POINTS:
        return None
    here = points.places[found.first].astype(np.float64)
    there = other.points.places[found.second].astype(np.float64)
    fitted = similarity(here, there)
    close = np.ones(len(here), np.bool_)
    for tolerance in _REFITS:
        close = np.linalg.norm(moved(here, fitted) - there, axis=1) < tolerance
        if close.sum() < LEAST_POINTS:
            return None
        fitted = similarity(here[close], there[close])
    scale = float(np.hypot(fitted[0, 0], fitted[1, 0]))
    if not 1 / _LARGEST_STEP < scale < _LARGEST_STEP:
        return None
    return Placed(points, size, other.plane, other.to_plane @ fitted)


def _overlap(one: Placed, other: Placed) -> float:
    """How much of ``other`` lies on ``one``, 0 to 1."""
    width, height = other.size
    box = one.in_frame(other.on_plane(np.array([0.0, 0.0, width, height])))
    shared = np.minimum(box[2:], np.array(one.size)) - np.maximum(box[:2], 0)
    own = np.prod(box[2:] - box[:2])
    return float(np.prod(np.maximum(shared, 0)) / max(float(own), 1e-9))


def _corners(box: Matrix) -> Matrix:
    left, top, right, bottom = box
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
