"""How exactly a picture lies on a photo: each small block is moved by its own light until it fits best.

What a program made of a photo fits everywhere at once, to a tenth of a pixel, however it was compressed, lit
or covered. Of another photo of the same thing one perspective fits what is printed on one plane, and all that
lies before or behind it is moved a little: no two photos are taken from the same spot. So the blocks tell two
things: with what they agree on, the alignment is fitted again, more finely than points can tell; and what
they do not agree on, the drift, is what a second photo cannot hide.

B. Lucas and T. Kanade, "An Iterative Image Registration Technique with an Application to Stereo Vision",
IJCAI 1981, for every block, with a brightness and a contrast of its own; the weights of those that fit badly
are Cauchy's.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.copies.alignment import Alignment, Matrix, lying, moved, perspective
from core.copies.alike_part import AlikePart
from core.copies.brought import Brought, Plane, in_blocks
from core.copies.shape import deformation
from core.print.sift import SIDE

_BLOCK = 20
_BLUR_A_SIDE, _LEAST_BLUR = 1 / SIDE, 0.8
"""Pixels for each pixel of the longer side, and at least."""
_LEAST_SIDE = 72
_ROUNDS = 3
_FARTHEST = 4.0
"""Pixels that a block is moved in one round."""
_SHARPENED, _ROUGHER = 0.4, 2.0
"""What was sharpened drifts by so much, and lies more exactly where both are blurred by so many times."""
_LEAST_STRUCTURE = 4.0
_LEAST_CORRELATION = 0.6
_LEAST_FITTING, _LEAST_FOR_PERSPECTIVE = 8, 16
_UNSURE = 1.0
"""Pixels: a block that does not know better where it lies says nothing."""
_NEAR_PIXELS = 3.0
"""Neighbouring pixels tell much the same, for both pictures are smoothed: a block is less sure by so much."""
_USUAL = 0.5
"""Pixels, above which a block is taken for one of the thing before or behind."""
_FLOOR = 0.05
"""Square pixels: no block is surer of where it lies."""
_REFITS = 4
_STIFF = np.diag([1e-2, 1.0, 1.0])

Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class FineFit:
    """How exactly two pictures lie on one another.

    Attributes:
        alignment: fitted again by what the blocks agree on.
        fitting: how many blocks fit anywhere near.
        drift: how far half of these are off at least, less what noise explains, in pixels of a photo of 480.
    """

    alignment: Alignment
    fitting: int
    drift: float


def fit_finely(
    picture: Image.Image, photo: Image.Image, alignment: Alignment, part: AlikePart
) -> FineFit | None:
    """Bring two pictures in greys, both as their points were looked at, exactly onto one another.

    Args:
        part: of the photo, beside which nothing is compared.

    Returns:
        None where too little has structure to tell.

    Raises:
        LinAlgError: the points lie on one line.
    """
    fit = _fitted(picture, photo, alignment, part, 1)
    if fit is None or fit.drift < _SHARPENED:
        return fit
    rougher = _fitted(picture, photo, alignment, part, _ROUGHER)
    fits = fit, rougher or fit
    return min(fits, key=lambda one: deformation(one.alignment, photo.size).most)


def _fitted(
    picture: Image.Image, photo: Image.Image, alignment: Alignment, part: AlikePart, blur: float
) -> FineFit | None:
    brought = Brought(picture, photo, alignment, _LEAST_SIDE, blur * _BLUR_A_SIDE, blur * _LEAST_BLUR)
    variant = alignment.variant
    blocks = _Blocks(brought.ours, _mirrored(part) if variant.is_mirrored else part)
    onto = brought.to_size @ brought.to_photo
    moves = blocks.moves(*brought.theirs(onto))
    for _ in range(_ROUNDS):
        if moves is None:
            return None
        if len(moves.places) < _LEAST_FITTING:
            break
        onto = _agreed(moves) @ onto
        moves = blocks.moves(*brought.theirs(onto))
    if moves is None:
        return None
    fitted = lying(np.linalg.inv(brought.to_size) @ onto, alignment.points, variant, photo.width)
    return FineFit(fitted, len(moves.places), moves.drift * SIDE / max(brought.size))


def _mirrored(part: AlikePart) -> AlikePart:
    return AlikePart(1 - part.right, part.top, 1 - part.left, part.bottom)


@dataclass(frozen=True, slots=True, eq=False)
class _Moves:
    """Where the blocks that fit lie and how each should be moved, (n, 2), and how unsure that is, (n,)."""

    places: Rows
    by: Rows
    unsure: Rows

    @property
    def drift(self) -> float:
        """Pixels that half of the blocks are off at least, less what their noise explains."""
        if not len(self.places):
            return _FARTHEST
        off = float(np.median(np.linalg.norm(self.by, axis=1)))
        return float(np.sqrt(max(0.0, off**2 - float(np.median(self.unsure)) ** 2)))


class _Blocks:
    """The blocks of a photo, and what moving each would do to its light."""

    def __init__(self, ours: Plane, part: AlikePart) -> None:
        height, width = ours.shape
        light = _centred(ours)
        down, across = (_centred(np.asarray(slope, np.float32)) for slope in np.gradient(ours))
        self._slopes = np.stack([light, across, down], axis=2)
        squares = (self._slopes.transpose(0, 2, 1) @ self._slopes).astype(np.float64) + _STIFF
        self._inverse = np.linalg.inv(squares)
        rows, columns = height // _BLOCK, width // _BLOCK
        grids = np.mgrid[:rows, :columns].reshape(2, -1)
        y, x = grids * float(_BLOCK) + (_BLOCK - 1) / 2
        self._places = np.stack([x, y], axis=1)
        x, y = x / width, y / height
        within = (x >= part.left) & (x <= part.right) & (y >= part.top) & (y <= part.bottom)
        self._tells = within & (light.std(axis=1) > _LEAST_STRUCTURE)

    def moves(self, theirs: Plane, inside: Plane) -> _Moves | None:
        """How each block of a picture that was brought onto the photo should be moved to fit better."""
        lies_in = in_blocks(inside, _BLOCK).min(axis=2, initial=255).ravel() > 0
        looked_at = self._tells & lies_in
        if not looked_at.any():
            return None
        light, slopes, inverse = (
            _centred(theirs)[looked_at],
            self._slopes[looked_at],
            self._inverse[looked_at],
        )
        common = slopes.transpose(0, 2, 1) @ light[:, :, None]
        found = (inverse @ common)[:, :, 0]
        rest = (light - (slopes @ found[:, :, None].astype(np.float32))[:, :, 0]).var(axis=1)
        contrast = np.where(np.abs(found[:, 0]) < 1e-3, 1e-3, found[:, 0])
        by = np.clip(found[:, 1:] / contrast[:, None], -_FARTHEST, _FARTHEST)
        noise = np.sqrt(rest[:, None] * inverse[:, (1, 2), (1, 2)]).max(axis=1)
        unsure = _NEAR_PIXELS * noise / np.abs(contrast)
        explained = 1 - rest / np.maximum(light.var(axis=1), 1e-6)
        fits = (explained > _LEAST_CORRELATION**2) & (contrast > 0) & (unsure < _UNSURE)
        return _Moves(self._places[looked_at][fits], by[fits], unsure[fits])


def _agreed(moves: _Moves) -> Matrix:
    """The map, (3, 3), that moves the blocks as most of them want."""
    there = moves.places + moves.by
    is_affine = len(there) < _LEAST_FOR_PERSPECTIVE
    fitted: Matrix = np.eye(3)
    certain = 1 / (_FLOOR + np.square(moves.unsure))
    for _ in range(_REFITS):
        off = np.linalg.norm(moved(moves.places, fitted) - there, axis=1)
        weights = certain / (1 + np.square(off / _USUAL))
        fitted = perspective(moves.places, there, weights, is_affine=is_affine)
    return fitted


def _centred(plane: Plane) -> Plane:
    """The blocks of a plane, each less its mean: (blocks, pixels of a block)."""
    blocks = in_blocks(plane, _BLOCK).reshape(-1, _BLOCK * _BLOCK)
    centred: Plane = blocks - blocks.mean(axis=1, keepdims=True)
    return centred
