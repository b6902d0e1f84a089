"""A picture's points as they would be found in its mirror image, and in its negative, without looking again.

A SIFT descriptor is read on a grid that stands along the point's own direction (core/print/sift.py): four
cells across, four down, eight directions each, counted from the point's own. A mirror turns the cells that
lie to one side of that direction over to the other, and every direction's sign. In a negative every gradient
points the other way, and the point's own direction with them: the grid stands on its head, and what is
counted from the point's direction stays.
"""

from dataclasses import dataclass

import numpy as np

from core.print.sift import Points

_CELLS = 4
_DIRECTIONS = 8


@dataclass(frozen=True, slots=True)
class Variant:
    """How a photo was turned before it was used."""

    is_mirrored: bool = False
    is_negative: bool = False

    def of(self, points: Points) -> Points:
        """The points of such a variant of the picture that ``points`` were found in."""
        turned = _negative(points) if self.is_negative else points
        return _mirrored(turned) if self.is_mirrored else turned


USUAL = (Variant(), Variant(is_mirrored=True))
RARE = (Variant(is_negative=True), Variant(is_mirrored=True, is_negative=True))


def _mirrored(points: Points) -> Points:
    """The points of the picture mirrored left to right; x counts from the right edge and is negative."""
    places, poses = points.places.copy(), points.poses.copy()
    places[:, 0] = -places[:, 0]
    poses[:, 1] = np.float32(np.pi) - poses[:, 1]
    turned = points.descriptors.reshape(-1, _CELLS, _CELLS, _DIRECTIONS)[:, ::-1]
    turned = turned[..., -np.arange(_DIRECTIONS) % _DIRECTIONS]
    return Points(places, poses, np.ascontiguousarray(turned.reshape(points.descriptors.shape)))


def _negative(points: Points) -> Points:
    """The points of the picture with light and dark exchanged."""
    poses = points.poses.copy()
    poses[:, 1] += np.float32(np.pi)
    turned = points.descriptors.reshape(-1, _CELLS, _CELLS, _DIRECTIONS)[:, ::-1, ::-1]
    return Points(points.places, poses, np.ascontiguousarray(turned.reshape(points.descriptors.shape)))
