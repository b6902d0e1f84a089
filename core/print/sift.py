"""SIFT: points of a picture that are found again from another distance, angle and light.

D. G. Lowe, "Distinctive Image Features from Scale-Invariant Keypoints", International Journal of Computer
Vision 60(2), 2004, sections 5 and 6; the square roots of R. Arandjelović and A. Zisserman, "Three things
everyone should know to improve object retrieval", CVPR 2012, make Euclidean distances compare histograms
properly.

Gradients are read on a grid that turns and grows with the point, the same for all points. What a read place
gives to which of the 4 × 4 histograms is then a constant matrix, and all points are described at once.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.print.scale_space import Extrema, Layers, Plane, scale_space

SIDE = 480
"""Pixels of the longer side: larger pictures give more points than any match needs."""
MOST_POINTS = 400
_MOST_ENLARGED = 2.0  # a small picture's finest print is lost otherwise (section 3.3)
LENGTH = 128

_CELLS = 4
_DIRECTIONS = 8
_CELL = 3.0  # sigmas
_READ_A_CELL = 4  # places along a side
_MOST_SHARE = 0.2  # of a descriptor's length, that one direction may have

_TURN_DIRECTIONS = 36
_TURN_WINDOW = 1.5  # sigmas
_TURN_REACH = 6  # places from the middle
_SECOND_TURN = 0.8  # of the strongest direction


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """A picture's points, n of them.

    Attributes:
        places: (n, 2) float32, x and y in pixels of the picture as it was looked at.
        poses: (n, 2) float32, size in pixels and direction in radians, clockwise from the right.
        descriptors: (n, 128) float16, each at unit length.
    """

    places: NDArray[np.float32]
    poses: NDArray[np.float32]
    descriptors: NDArray[np.float16]

    def __len__(self) -> int:
        return len(self.places)


def no_points() -> Points:
    """What a picture without structure has."""
    nothing = np.empty((0, 2), np.float32)
    return Points(nothing, nothing, np.empty((0, LENGTH), np.float16))


def as_looked_at(image: Image.Image, side: int = SIDE) -> Image.Image:
    """The picture in greys, in the size in which its points are found: its longer side ``side`` pixels."""
    grey = image.convert("L")
    grey.thumbnail((side, side), Image.Resampling.BICUBIC, reducing_gap=2.0)
    enlarged = min(_MOST_ENLARGED, side / max(grey.size))
    if enlarged > 1:
        width, height = (round(length * enlarged) for length in grey.size)
        grey = grey.resize((width, height), Image.Resampling.BICUBIC)
    return grey


def sift_points(image: Image.Image, *, side: int = SIDE, most: int = MOST_POINTS) -> Points:
    """The strongest points of a picture (RGB, any size), ``most`` of them; none where there is no structure.

    Args:
        side: pixels of the longer side of what is looked at.
    """
    plane = np.asarray(as_looked_at(image, side), np.float32) / np.float32(255)
    layers, found = scale_space(plane, most)
    if not len(found):
        return no_points()
    which, turns = _turns(layers, found)
    which, turns = which[:most], turns[:most]
    found = Extrema(
        found.layers[which], found.xs[which], found.ys[which], found.sigmas[which], found.enlarged[which]
    )
    places = np.stack([found.xs, found.ys], axis=1) * found.enlarged[:, None]
    poses = np.stack([found.sigmas * found.enlarged, turns], axis=1)
    return Points(places, poses.astype(np.float32), _described(layers, found, turns))


def _gradients(
    layers: Layers, found: Extrema, turns: Plane, grid: Plane
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Strength and direction at ``grid`` (places, 2; in sigmas) of each point, (n, places) each.

    Directions count from the point's own, from 0 to 2π; outside of the picture the strength is 0.
    """
    cosine, sine = (np.cos(turns) * found.sigmas)[:, None], (np.sin(turns) * found.sigmas)[:, None]
    across, down = grid[:, 0], grid[:, 1]
    x = np.rint(found.xs[:, None] + cosine * across - sine * down).astype(np.int32)
    y = np.rint(found.ys[:, None] + sine * across + cosine * down).astype(np.int32)
    width, height = (
        sizes[found.layers].astype(np.int32)[:, None] for sizes in (layers.widths, layers.heights)
    )
    inside = (x > 0) & (x < width - 1) & (y > 0) & (y < height - 1)
    start = layers.starts[found.layers].astype(np.int32)[:, None]
    at = start + np.where(inside, y * width + x, width + 1)
    pixels = layers.pixels
    right = pixels[at + 1] - pixels[at - 1]
    below = pixels[at + width] - pixels[at - width]
    strengths = np.hypot(right, below) * inside
    directions = np.mod(np.arctan2(below, right) - turns[:, None], np.float32(2 * np.pi))
    return strengths, directions


def _histograms(strengths: Plane, directions: Plane, count: int) -> Plane:
    """Each place's strength shared by the two nearest of ``count`` directions, (n, places, count)."""
    bins = directions * np.float32(count / (2 * np.pi))
    lower = bins.astype(np.int32)
    upper_share = (bins - lower) * strengths
    histograms = np.zeros((strengths.size, count), np.float32)
    rows = np.arange(strengths.size)
    histograms[rows, lower.ravel() % count] = (strengths - upper_share).ravel()
    histograms[rows, (lower.ravel() + 1) % count] = upper_share.ravel()
    return histograms.reshape(*strengths.shape, count)


def _turns(layers: Layers, found: Extrema) -> tuple[NDArray[np.int64], Plane]:
    """Each point's direction, or its two or three; (m,) places in ``found``, ascending, and (m,) radians."""
    steps = np.arange(-_TURN_REACH, _TURN_REACH + 1) * (3 * _TURN_WINDOW / _TURN_REACH)
    grid = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2).astype(np.float32)
    window = np.exp(-0.5 * np.square(grid / _TURN_WINDOW).sum(axis=1))
    strengths, directions = _gradients(layers, found, np.zeros(len(found), np.float32), grid)
    bins = np.rint(directions * (_TURN_DIRECTIONS / (2 * np.pi))).astype(np.int64) % _TURN_DIRECTIONS
    bins += np.arange(len(found))[:, None] * _TURN_DIRECTIONS
    sums = np.bincount(bins.ravel(), (strengths * window).ravel(), len(found) * _TURN_DIRECTIONS)
    sums = sums.reshape(len(found), _TURN_DIRECTIONS)
    near = np.roll(sums, 1, axis=1) + np.roll(sums, -1, axis=1)
    far = np.roll(sums, 2, axis=1) + np.roll(sums, -2, axis=1)
    smooth = (6 * sums + 4 * near + far) / 16
    before, after = np.roll(smooth, 1, axis=1), np.roll(smooth, -1, axis=1)
    strongest = smooth.max(axis=1, keepdims=True)
    peaks = (smooth > before) & (smooth > after) & (smooth >= _SECOND_TURN * strongest)
    which, peak = np.nonzero(peaks)
    one, middle, other = before[peaks], smooth[peaks], after[peaks]
    exact = peak + 0.5 * (one - other) / (one - 2 * middle + other)
    return which, (exact * (2 * np.pi / _TURN_DIRECTIONS)).astype(np.float32)


def _described(layers: Layers, found: Extrema, turns: Plane) -> NDArray[np.float16]:
    grid, shares = _cells()
    strengths, directions = _gradients(layers, found, turns, grid * np.float32(_CELL))
    raw = np.matmul(shares, _histograms(strengths, directions, _DIRECTIONS)).reshape(len(found), LENGTH)
    raw /= np.maximum(np.linalg.norm(raw, axis=1, keepdims=True), 1e-12)
    raw = np.minimum(raw, _MOST_SHARE)
    raw /= np.maximum(raw.sum(axis=1, keepdims=True), 1e-12)
    descriptors: NDArray[np.float16] = np.sqrt(raw).astype(np.float16)
    return descriptors


def _cells() -> tuple[Plane, Plane]:
    """Where gradients are read (places, 2; in cells), and what each cell takes from each, (16, places)."""
    along = (_CELLS + 1) * _READ_A_CELL
    steps = (np.arange(along) + 0.5) / _READ_A_CELL - (_CELLS + 1) / 2
    grid = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    centres = np.arange(_CELLS) - (_CELLS - 1) / 2
    near = np.maximum(0, 1 - np.abs(grid[:, :, None] - centres))  # (places, 2, cells)
    window = np.exp(-0.5 * np.square(grid / (_CELLS / 2)).sum(axis=1))
    shares = near[:, 1, :, None] * near[:, 0, None, :] * window[:, None, None]
    return grid.astype(np.float32), shares.reshape(len(grid), -1).T.astype(np.float32)
