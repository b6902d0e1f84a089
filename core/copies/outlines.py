"""Where a photo lies in the picture that was made of it, and which part of the photo shows there."""

import numpy as np
from PIL import Image

from core.copies.alignment import Alignment, Matrix, moved, upright
from core.copies.alike_part import WHOLE, AlikePart


class Placing:
    """The way between pixels of a picture and of a photo, both whole, as their points were aligned.

    Args:
        sides: pixels of the longer side of picture and photo as their points were looked at.
        shows: the part of the photo that the picture was made of.
    """

    def __init__(
        self,
        picture: Image.Image,
        photo: Image.Image,
        alignment: Alignment,
        sides: tuple[int, int],
        shows: AlikePart = WHOLE,
    ) -> None:
        looked, held = (side / max(image.size) for side, image in zip(sides, (picture, photo), strict=True))
        width = photo.width * held
        onto = upright(alignment, round(width))
        if alignment.variant.is_mirrored:
            onto = np.array([[-1.0, 0, width], [0, 1, 0], [0, 0, 1]]) @ onto
        self._to_photo = np.diag([1 / held, 1 / held, 1.0]) @ onto @ np.diag([looked, looked, 1.0])
        self._size = np.array(picture.size, np.float64)
        left, top, right, bottom = (
            side * share
            for side, share in zip(
                2 * photo.size, (shows.left, shows.top, shows.right, shows.bottom), strict=True
            )
        )
        self._photo = np.array([[left, top], [right, top], [right, bottom], [left, bottom]])

    @property
    def outline(self) -> Matrix:
        """The corners of what shows in pixels of the picture, (4, 2), clockwise from the photo's top left.

        They may lie beyond the picture's edge; of a mirrored photo they run the other way round.
        """
        return moved(self._photo, np.linalg.inv(self._to_photo))

    def is_over(self, other: "Placing") -> bool:
        """Whether this lies in the picture where ``other`` does."""
        return _middle_lies_in(self.outline, other.outline)

    @property
    def part(self) -> Matrix:
        """The part of the photo that shows in the picture, in pixels of the photo: (3 and more, 2).

        Empty, (0, 2), where there is none.
        """
        return moved(_cut(self.outline, self._size), self._to_photo)


def _middle_lies_in(polygon: Matrix, other: Matrix) -> bool:
    """Whether the middle of a polygon lies in another, both convex."""
    middle = polygon.mean(axis=0)
    before, after = other - middle, np.roll(other, -1, axis=0) - middle
    sides = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    return bool((sides >= 0).all() or (sides <= 0).all())


def _cut(polygon: Matrix, size: Matrix) -> Matrix:
    """What of a convex polygon (n, 2) lies in the rectangle from (0, 0) to ``size``, (m, 2).

    I. E. Sutherland and G. W. Hodgman, "Reentrant Polygon Clipping", Communications of the ACM 17(1), 1974.
    """
    for axis in (0, 1):
        for limit, sign in ((0.0, 1.0), (float(size[axis]), -1.0)):
            inside = sign * (polygon[:, axis] - limit) >= 0
            kept = []
            for place in range(len(polygon)):
                here, there = polygon[place - 1], polygon[place]
                if inside[place - 1] != inside[place]:
                    share = (limit - here[axis]) / (there[axis] - here[axis])
                    kept.append(here + share * (there - here))
                if inside[place]:
                    kept.append(there)
            if not kept:
                return np.empty((0, 2))
            polygon = np.array(kept)
    return polygon
