"""Whether a picture and a photo that lie on one another are the same light, not only the same thing.

Two photos of one package agree in its print; a copy agrees in everything that was not painted over: in the
background, the shadows and the glare too. So the picture is brought onto the photo, both are cut into small
blocks, and in each block that has structure the two are correlated, whatever their brightness and contrast.

What the limits are worth was measured on photos of the same packages, which are no copies
(docs/decisions/0040-copies.md).
"""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from core.copies.alignment import Alignment, Matrix
from core.copies.alike_part import WHOLE, AlikePart, alike_part, part_of_photo

_BLOCK = 16
"""Pixels of a photo of 480."""
_LEAST_STRUCTURE = 4.0
"""Deviation of greys, 0 to 255, below which a block is plain and says nothing."""
_ALIKE, _VERY_ALIKE = 0.7, 0.85
"""Correlations of a block."""
_BLUR = 1.5
_LEAST_SIDE = 48

Plane = NDArray[np.float32]

_EXCUSED = 0.7
"""Of a block that is plain in the picture where the photo has structure: something may have been laid over.
Whoever takes another photo of the same thing has other structure there, seldom none."""


@dataclass(frozen=True, slots=True, eq=False)
class SamePixels:
    """What the blocks say, of a photo or of a part of it.

    Attributes:
        blocks: how many have structure in the photo and lie in both.
        alike, very_alike: shares of those that correlate; what is covered hardly counts.
        covered: share that is plain in the picture.
        photo_share, picture_share: how much of each lies in the other.
        lighter: how much lighter the picture is than the photo where they are alike, -255 to 255.
        part: of which part of the photo this is.
        within: the same of the rectangle in which most is alike; None of such a part itself.
        elsewhere: share of the blocks beside such a part that are alike.
    """

    blocks: int
    alike: float
    very_alike: float
    covered: float
    photo_share: float
    picture_share: float
    lighter: float
    part: AlikePart = WHOLE
    within: "SamePixels | None" = None
    elsewhere: float = 0.0

    @property
    def changed(self) -> float:
        """Share that is not alike, what is covered with it."""
        return 1 - self.alike * (1 - _EXCUSED * self.covered)


def same_pixels(picture: Image.Image, photo: Image.Image, alignment: Alignment) -> SamePixels:
    """Compare two pictures in greys, both in the size in which their points were found."""
    is_mirrored = alignment.variant.is_mirrored
    if is_mirrored:
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
    blocks = _compared(theirs, np.asarray(ours, np.float32), inside)
    photo_share = float((inside > 0).mean())
    of_picture = size[0] * size[1] * (enlarged / shrunk) ** 2 / (picture.width * picture.height)
    rows, columns = alike_part(blocks.looked_at, blocks.alike, blocks.covered)
    part = part_of_photo(rows, columns, (size[0] / _BLOCK, size[1] / _BLOCK), is_mirrored=is_mirrored)
    inner = blocks.of(rows, columns)
    beside = max(1, int(blocks.looked_at.sum() - inner.looked_at.sum()))
    elsewhere = float(blocks.alike.sum() - inner.alike.sum()) / beside
    within = replace(_told(inner, part.share, part.share * of_picture, part), elsewhere=elsewhere)
    return replace(_told(blocks, photo_share, photo_share * of_picture, WHOLE), within=within)


@dataclass(frozen=True, slots=True, eq=False)
class _Compared:
    """What each block of the photo says, (rows, columns), and how much lighter the picture is there."""

    looked_at: NDArray[np.bool_]
    alike: NDArray[np.bool_]
    very_alike: NDArray[np.bool_]
    covered: NDArray[np.bool_]
    lighter: NDArray[np.float32]

    def of(self, rows: slice, columns: slice) -> "_Compared":
        """Of some of them."""
        return _Compared(
            self.looked_at[rows, columns],
            self.alike[rows, columns],
            self.very_alike[rows, columns],
            self.covered[rows, columns],
            self.lighter[rows, columns],
        )


def _compared(theirs: Plane, ours: Plane, inside: Plane) -> _Compared:
    a, b, lies_in = (_blocks(plane) for plane in (theirs, ours, inside))
    mean_a, mean_b = a.mean(axis=-1), b.mean(axis=-1)
    a, b = a - mean_a[..., None], b - mean_b[..., None]
    structure, their_structure = b.std(axis=-1), a.std(axis=-1)
    correlation = (a * b).mean(axis=-1) / np.maximum(structure * their_structure, 1e-6)
    looked_at = (lies_in.min(axis=-1, initial=255) > 0) & (structure > _LEAST_STRUCTURE)
    return _Compared(
        looked_at,
        looked_at & (correlation > _ALIKE),
        looked_at & (correlation > _VERY_ALIKE),
        looked_at & (their_structure < _LEAST_STRUCTURE),
        mean_a - mean_b,
    )


def _told(compared: _Compared, photo_share: float, picture_share: float, part: AlikePart) -> SamePixels:
    blocks, covered = int(compared.looked_at.sum()), int(compared.covered.sum())
    counted = max(1.0, blocks - _EXCUSED * covered)
    return SamePixels(
        blocks,
        min(1.0, float(compared.alike.sum()) / counted),
        min(1.0, float(compared.very_alike.sum()) / counted),
        covered / max(1, blocks),
        photo_share,
        min(1.0, picture_share),
        float(compared.lighter[compared.alike].mean()) if compared.alike.any() else 0.0,
        part,
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
) -> tuple[Plane, Plane]:
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


def _blocks(plane: Plane) -> Plane:
    """(height, width) to (rows, columns, pixels of a block); what is left over at the edges is left out."""
    rows, columns = plane.shape[0] // _BLOCK, plane.shape[1] // _BLOCK
    cut = plane[: rows * _BLOCK, : columns * _BLOCK].reshape(rows, _BLOCK, columns, _BLOCK)
    return cut.transpose(0, 2, 1, 3).reshape(rows, columns, _BLOCK * _BLOCK)
