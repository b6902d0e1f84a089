"""Whether a picture and a photo that lie on one another are the same light, not only the same thing.

Two photos of one package agree in its print; a copy agrees in everything that was not painted over: in the
background, the shadows and the glare too. So the picture is brought onto the photo, both are cut into small
blocks, and in each block that has structure the two are correlated, whatever their brightness and contrast.

What the limits are worth was measured on photos of the same packages, which are no copies
(docs/decisions/0040-copies.md).
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from core.copies.alignment import Alignment, Matrix

_BLOCK = 16
"""Pixels of a photo of 480."""
_LEAST_STRUCTURE = 4.0
"""Deviation of greys, 0 to 255, below which a block is plain and says nothing."""
_ALIKE, _VERY_ALIKE = 0.7, 0.85
"""Correlations of a block."""
_BLUR = 1.5
_LEAST_SIDE = 48

_EXCUSED = 0.7
"""Of a block that is plain in the picture where the photo has structure: something may have been laid over.
Whoever takes another photo of the same thing has other structure there, seldom none."""
_LEAST_BLOCKS = 12
_LEAST_SAME = 0.75
_WHOLE = 0.9
_LEAST_SAME_OF_PARTS = 0.9


@dataclass(frozen=True, slots=True, eq=False)
class SamePixels:
    """What the blocks say.

    Attributes:
        blocks: how many have structure in the photo and lie in both.
        alike, very_alike: shares of those that correlate; what is covered hardly counts.
        covered: share that is plain in the picture.
        photo_share, picture_share: how much of each lies in the other.
        lighter: how much lighter the picture is than the photo where they are alike, -255 to 255.
    """

    blocks: int
    alike: float
    very_alike: float
    covered: float
    photo_share: float
    picture_share: float
    lighter: float

    @property
    def changed(self) -> float:
        """Share that is not alike, what is covered with it."""
        return 1 - self.alike * (1 - _EXCUSED * self.covered)

    @property
    def is_copy(self) -> bool:
        """Whether one was made of the other.

        Where neither lies in the other whole, only the part that both show can be alike, and of a package
        that is its print: there more is asked for.
        """
        if self.blocks < _LEAST_BLOCKS or self.alike < _LEAST_SAME:
            return False
        is_whole = max(self.photo_share, self.picture_share) >= _WHOLE
        return is_whole or self.very_alike >= _LEAST_SAME_OF_PARTS


def same_pixels(picture: Image.Image, photo: Image.Image, alignment: Alignment) -> SamePixels:
    """Compare two pictures in greys, both in the size in which their points were found."""
    if alignment.variant.is_mirrored:
        photo = photo.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    to_picture = np.linalg.inv(upright(alignment, photo.width))
    enlarged = _enlarged(to_picture, photo.width / 2, photo.height / 2)
    shrunk = max(min(1.0, enlarged), _LEAST_SIDE / max(photo.size))
    size = (max(1, round(photo.width * shrunk)), max(1, round(photo.height * shrunk)))
    ours = photo.resize(size, Image.Resampling.BOX, reducing_gap=2.0).filter(ImageFilter.GaussianBlur(_BLUR))
    onto = to_picture @ np.diag([photo.width / size[0], photo.height / size[1], 1.0])
    theirs, inside = _brought(picture, onto, size, enlarged / shrunk)
    if alignment.variant.is_negative:
        theirs = 255 - theirs
    a, b, lies_in = (_blocks(plane) for plane in (theirs, np.asarray(ours, np.float32), inside))
    mean_a, mean_b = a.mean(axis=-1), b.mean(axis=-1)
    a, b = a - mean_a[..., None], b - mean_b[..., None]
    structure, their_structure = b.std(axis=-1), a.std(axis=-1)
    correlation = (a * b).mean(axis=-1) / np.maximum(structure * their_structure, 1e-6)
    looked_at = (lies_in.min(axis=-1, initial=255) > 0) & (structure > _LEAST_STRUCTURE)
    alike = looked_at & (correlation > _ALIKE)
    covered = looked_at & (their_structure < _LEAST_STRUCTURE)
    blocks = max(1, int(looked_at.sum()))
    counted = max(1.0, blocks - _EXCUSED * int(covered.sum()))
    photo_share = float((inside > 0).mean())
    taken = photo_share * size[0] * size[1] * (enlarged / shrunk) ** 2
    return SamePixels(
        int(looked_at.sum()),
        min(1.0, float(alike.sum()) / counted),
        min(1.0, float((looked_at & (correlation > _VERY_ALIKE)).sum()) / counted),
        float(covered.sum()) / blocks,
        photo_share,
        min(1.0, taken / (picture.width * picture.height)),
        float((mean_a - mean_b)[alike].mean()) if alike.any() else 0.0,
    )


def upright(alignment: Alignment, photo_width: int) -> Matrix:
    """From pixels of the picture to those of the photo as :func:`same_pixels` turns it: x from the left."""
    if not alignment.variant.is_mirrored:
        return alignment.to_photo
    moved_right: Matrix = np.array([[1.0, 0, photo_width], [0, 1, 0], [0, 0, 1]]) @ alignment.to_photo
    return moved_right


def _enlarged(to_picture: Matrix, x: float, y: float) -> float:
    """How many pixels of the picture one of the photo's has, along a side, at a place of the photo."""
    places = np.array([[x, y, 1], [x + 1, y, 1], [x, y + 1, 1]]) @ to_picture.T
    flat = places[:, :2] / places[:, 2:]
    across, down = flat[1] - flat[0], flat[2] - flat[0]
    return float(np.sqrt(abs(across[0] * down[1] - across[1] * down[0])))


def _brought(
    picture: Image.Image, onto: Matrix, size: tuple[int, int], enlarged: float
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The picture as it lies on the photo, (height, width), and where it lies there (above 0)."""
    shrunk = 2 ** max(0, round(math.log2(max(enlarged, 1e-9))))
    if shrunk > 1:  # so that no detail between the pixels is lost
        picture = picture.reduce(shrunk)
        onto = np.diag([1 / shrunk, 1 / shrunk, 1.0]) @ onto
    ways = tuple((onto / onto[2, 2]).ravel()[:8].tolist())
    perspective, bilinear = Image.Transform.PERSPECTIVE, Image.Resampling.BILINEAR
    brought = picture.transform(size, perspective, ways, bilinear).filter(ImageFilter.GaussianBlur(_BLUR))
    everywhere = Image.new("L", picture.size, 255)
    inside = everywhere.transform(size, perspective, ways, Image.Resampling.NEAREST)
    return np.asarray(brought, np.float32), np.asarray(inside, np.float32)


def _blocks(plane: NDArray[np.float32]) -> NDArray[np.float32]:
    """(height, width) to (rows, columns, pixels of a block); what is left over at the edges is left out."""
    rows, columns = plane.shape[0] // _BLOCK, plane.shape[1] // _BLOCK
    cut = plane[: rows * _BLOCK, : columns * _BLOCK].reshape(rows, _BLOCK, columns, _BLOCK)
    return cut.transpose(0, 2, 1, 3).reshape(rows, columns, _BLOCK * _BLOCK)
