"""A picture brought onto a photo, so that the two can be compared pixel by pixel."""

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from core.copies.alignment import Alignment, Matrix, upright

Plane = NDArray[np.float32]


class Brought:
    """Two pictures in greys, laid on one another in the size of the smaller.

    Args:
        picture, photo: in the size in which their points were found.
        least_side: pixels, below which nothing is made smaller.
        blur, least_blur: of both, for each pixel of the longer side and at least, in pixels.

    Attributes:
        size: width and height in which they lie on one another.
        ours: the photo, as it lies in its variant, (height, width).
        to_photo: from pixels of the picture to those of the photo as it lies, (3, 3): x from the left.
        to_size: from these on to pixels of ``size``, (3, 3).

    Raises:
        LinAlgError: the points lie on one line.
    """

    def __init__(
        self,
        picture: Image.Image,
        photo: Image.Image,
        alignment: Alignment,
        least_side: int,
        blur: float,
        least_blur: float,
    ) -> None:
        self._picture = picture
        self._is_negative = alignment.variant.is_negative
        if alignment.variant.is_mirrored:
            photo = photo.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        self.to_photo = upright(alignment, photo.width)
        self._enlarged = _enlarged(np.linalg.inv(self.to_photo), photo.width / 2, photo.height / 2)
        self._shrunk = max(min(1.0, self._enlarged), least_side / max(photo.size))
        width, height = (max(1, round(side * self._shrunk)) for side in photo.size)
        self.size = (width, height)
        self.to_size = np.diag([width / photo.width, height / photo.height, 1.0])
        self._blur = ImageFilter.GaussianBlur(max(least_blur, blur * max(self.size)))
        small = photo.resize(self.size, Image.Resampling.BOX, reducing_gap=2.0).filter(self._blur)
        self.ours: Plane = np.asarray(small, np.float32)

    @property
    def picture_share(self) -> float:
        """How much of the picture the whole photo would take."""
        area = self.size[0] * self.size[1] * (self._enlarged / self._shrunk) ** 2
        return area / (self._picture.width * self._picture.height)

    def theirs(self, onto: Matrix) -> tuple[Plane, Plane]:
        """The picture as ``onto`` (3, 3), from its pixels to those of :attr:`size`, lays it on the photo;
        and where it lies there (above 0): (height, width) each.
        """
        picture, back = self._picture, np.linalg.inv(onto)
        shrunk = 2 ** max(0, round(math.log2(max(self._enlarged / self._shrunk, 1e-9))))
        if shrunk > 1:  # so that no detail between the pixels is lost
            picture = picture.reduce(shrunk)
            back = np.diag([1 / shrunk, 1 / shrunk, 1.0]) @ back
        ways = tuple((back / back[2, 2]).ravel()[:8].tolist())
        perspective = Image.Transform.PERSPECTIVE
        brought = picture.transform(self.size, perspective, ways, Image.Resampling.BICUBIC).filter(self._blur)
        everywhere = Image.new("L", picture.size, 255)
        inside = everywhere.transform(self.size, perspective, ways, Image.Resampling.NEAREST)
        light = np.asarray(brought, np.float32)
        return 255 - light if self._is_negative else light, np.asarray(inside, np.float32)


def in_blocks(plane: Plane, side: int) -> Plane:
    """(height, width) to (rows, columns, pixels of a block); what is left over at the edges is left out."""
    rows, columns = plane.shape[0] // side, plane.shape[1] // side
    cut = plane[: rows * side, : columns * side].reshape(rows, side, columns, side)
    return cut.transpose(0, 2, 1, 3).reshape(rows, columns, side * side)


def _enlarged(to_picture: Matrix, x: float, y: float) -> float:
    """How many pixels of the picture one of the photo's has, along a side, at a place of the photo."""
    places = np.array([[x, y, 1], [x + 1, y, 1], [x, y + 1, 1]]) @ to_picture.T
    flat = places[:, :2] / places[:, 2:]
    across, down = flat[1] - flat[0], flat[2] - flat[0]
    return float(np.sqrt(abs(across[0] * down[1] - across[1] * down[0])))
