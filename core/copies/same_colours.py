"""Whether two pictures that lie on one another have the same colours everywhere, not only the same light.

Packages of one design, drawn from one template, differ in the colour of their label and in one fruit on it:
their greys correlate, and most of their blocks are the same. A copy may be lighter or have more contrast as a
whole; no part of it has another colour, but where something was laid over it (core/copies/stickers.py).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.copies.alignment import Alignment, Matrix, upright
from core.copies.colour_filters import find_filter, under_filter
from core.copies.stickers import only_a_sticker

_SIDE = 96
"""Pixels of the photo's longer side as its colours are compared."""
_BLOCK = 6
_MOST, _MEAN = 30.0, 9.0
"""Of 255: how far the colour of one block, and of all in the mean, may be off. Copies that were compressed,
shrunk, cut or framed had at most 26 and 3; fifty pairs of drawn packages of one design 35 or more."""


@dataclass(frozen=True, slots=True, eq=False)
class Colours:
    """How two pictures that lie on one another look in colour.

    Attributes:
        are_same: everywhere.
        are_under_sticker: everywhere but in a small part, which is plain in one of them.
        are_filtered: everywhere, once one of them is seen under a filter.
    """

    are_same: bool
    are_under_sticker: bool
    are_filtered: bool


def compare_colours(
    picture: Image.Image, photo: Image.Image, alignment: Alignment, sides: tuple[int, int]
) -> Colours:
    """Compare two RGB pictures, block by block.

    Args:
        sides: pixels of the longer side of picture and photo as their points were looked at.
    """
    seen_picture, seen_photo = (
        side / max(image.size) for side, image in zip(sides, (picture, photo), strict=True)
    )
    to_photo = upright(alignment, round(photo.width * seen_photo))
    shrunk = _SIDE / max(photo.size)
    size = (max(1, round(photo.width * shrunk)), max(1, round(photo.height * shrunk)))
    small = picture.convert("RGB")
    small.thumbnail((2 * _SIDE, 2 * _SIDE), Image.Resampling.BOX, reducing_gap=2.0)
    onto = _scaled(small.width / picture.width / seen_picture) @ np.linalg.inv(to_photo)
    onto = onto @ _scaled(seen_photo / shrunk)
    ways = tuple((onto / onto[2, 2]).ravel()[:8].tolist())
    bilinear = Image.Resampling.BILINEAR
    brought = small.transform(size, Image.Transform.PERSPECTIVE, ways, bilinear)
    everywhere = Image.new("L", small.size, 255)
    inside = everywhere.transform(size, Image.Transform.PERSPECTIVE, ways, Image.Resampling.NEAREST)
    if alignment.variant.is_mirrored:
        photo = photo.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    ours = photo.convert("RGB").resize(size, Image.Resampling.BOX, reducing_gap=2.0)
    lies_in = _blocks(np.asarray(inside, np.float32)[..., None]).min(axis=2).ravel() > 0
    if not lies_in.any():
        return Colours(are_same=False, are_under_sticker=False, are_filtered=False)
    theirs, mine = np.asarray(brought, np.float32), np.asarray(ours, np.float32)
    their_blocks, my_blocks = (_means(plane)[lies_in] for plane in (theirs, mine))
    if _are_near(_as_light(their_blocks, my_blocks), my_blocks):
        return Colours(are_same=True, are_under_sticker=True, are_filtered=True)
    are_filtered = _is_filtered(mine, theirs, lies_in) or _is_filtered(theirs, mine, lies_in)
    is_under = only_a_sticker(theirs, mine, np.asarray(inside) > 0)
    return Colours(are_same=False, are_under_sticker=is_under, are_filtered=are_filtered)


def _is_filtered(plane: NDArray[np.float32], other: NDArray[np.float32], lies_in: NDArray[np.bool_]) -> bool:
    """Whether a picture, (height, width, 3), looks under one filter as the other does.

    What the filter burns is burnt pixel by pixel, before blocks are seen as one.
    """
    wanted = _means(other)[lies_in]
    found = find_filter(_means(plane)[lies_in], wanted)
    if found is None:
        return False
    under = under_filter(plane.reshape(-1, 3), found).reshape(plane.shape)
    return _are_near(_means(under)[lies_in], wanted)


def _means(plane: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean colour of each block, (blocks, 3)."""
    means: NDArray[np.float32] = _blocks(plane).mean(axis=2).reshape(-1, 3)
    return means


def _are_near(one: NDArray[np.float32], other: NDArray[np.float32]) -> bool:
    """Whether no colour, (n, 3), is far off, and few a little."""
    off = np.abs(one - other).max(axis=1)
    return bool(off.max() < _MOST and off.mean() < _MEAN)


def _as_light(theirs: NDArray[np.float32], mine: NDArray[np.float32]) -> NDArray[np.float32]:
    """Their colours, (n, 3), with one brightness and contrast that bring them nearest to ours."""
    spread = float(theirs.var())
    gain = float(((theirs - theirs.mean()) * (mine - mine.mean())).mean()) / spread if spread > 1 else 1.0
    lit: NDArray[np.float32] = np.clip((theirs - theirs.mean()) * np.float32(gain) + mine.mean(), 0, 255)
    return lit


def _scaled(by: float) -> Matrix:
    return np.diag([by, by, 1.0])


def _blocks(plane: NDArray[np.float32]) -> NDArray[np.float32]:
    """(height, width, channels) to (rows, columns, pixels of a block, channels)."""
    rows, columns, channels = plane.shape[0] // _BLOCK, plane.shape[1] // _BLOCK, plane.shape[2]
    cut = plane[: rows * _BLOCK, : columns * _BLOCK].reshape(rows, _BLOCK, columns, _BLOCK, channels)
    return cut.transpose(0, 2, 1, 3, 4).reshape(rows, columns, _BLOCK * _BLOCK, channels)
