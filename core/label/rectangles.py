"""The smallest rectangle around points, in whatever direction it lies."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.label.lines import Corners


@dataclass(frozen=True, slots=True, eq=False)
class Rectangle:
    """A turned rectangle.

    Attributes:
        centre: x and y.
        along: unit vector of its width, within 45° of pointing right.
        width, height: pixels, along that vector and across.
    """

    centre: NDArray[np.float64]
    along: NDArray[np.float64]
    width: float
    height: float

    def grown(self, by: float) -> "Rectangle":
        """Larger by so many pixels on every side."""
        return Rectangle(self.centre, self.along, self.width + 2 * by, self.height + 2 * by)

    def corners(self) -> Corners:
        """Above left, above right, below right, below left; as the picture is turned."""
        right = self.along * self.width / 2
        down = np.array([-self.along[1], self.along[0]]) * self.height / 2
        spread = (-right - down, right - down, right + down, down - right)
        first, second, third, fourth = (
            (float(self.centre[0] + x), float(self.centre[1] + y)) for x, y in spread
        )
        return first, second, third, fourth


def smallest_rectangle(points: NDArray[np.float64]) -> Rectangle:
    """The rectangle of least area around ``points``, (n, 2).

    One of its sides lies on the convex hull's (H. Freeman and R. Shapira, "Determining the
    minimum-area encasing rectangle for an arbitrary closed curve", Comm. ACM 18, 1975): each is tried.
    """
    hull = _hull(points)
    edges = np.diff(np.vstack([hull, hull[:1]]), axis=0)
    lengths = np.hypot(edges[:, 0], edges[:, 1])
    directions = edges[lengths > 0] / lengths[lengths > 0][:, None]
    if not len(directions):
        return Rectangle(hull[0], np.array([1.0, 0.0]), 0.0, 0.0)
    across = np.stack([-directions[:, 1], directions[:, 0]], axis=1)
    along_hull, across_hull = hull @ directions.T, hull @ across.T  # (hull, directions)
    width, height = np.ptp(along_hull, axis=0), np.ptp(across_hull, axis=0)
    best = int(np.argmin(width * height))
    middle_along = (along_hull[:, best].max() + along_hull[:, best].min()) / 2
    middle_across = (across_hull[:, best].max() + across_hull[:, best].min()) / 2
    centre = middle_along * directions[best] + middle_across * across[best]
    return _rightwards(centre, directions[best], float(width[best]), float(height[best]))


def _rightwards(
    centre: NDArray[np.float64], along: NDArray[np.float64], width: float, height: float
) -> Rectangle:
    """The same rectangle with the side for its width that is within 45° of pointing right."""
    if abs(along[0]) < abs(along[1]):
        along, width, height = np.array([-along[1], along[0]]), height, width
    return Rectangle(centre, along if along[0] > 0 else -along, width, height)


def _hull(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Corners of the convex hull in order (A. M. Andrew, Information Processing Letters 9, 1979)."""
    ordered = sorted({(float(x), float(y)) for x, y in points})
    if len(ordered) < 3:
        return np.array(ordered)
    chain = [*_half(ordered)[:-1], *_half(ordered[::-1])[:-1]]
    return np.array(chain)


def _half(ordered: list[tuple[float, float]]) -> list[tuple[float, float]]:
    half: list[tuple[float, float]] = []
    for point in ordered:
        while len(half) > 1 and _turn(half[-2], half[-1], point) <= 0:
            half.pop()
        half.append(point)
    return half


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
