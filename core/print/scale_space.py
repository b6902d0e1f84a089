"""Where a picture has blobs and corners, and how large they are: extrema of differences of Gaussians.

D. G. Lowe, "Distinctive Image Features from Scale-Invariant Keypoints", International Journal of Computer
Vision 60(2), 2004, sections 3 and 4.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.float32]
Numbers = NDArray[np.int64]

SIGMA = 1.6
"""Blur of an octave's first layer, in its pixels."""
STEPS = 3
"""Layers until the blur has doubled."""

_TAKEN_WITH = 0.5  # blur that a photo has already
_LEAST_SIDE = 16
_CONTRAST = 0.04 / STEPS  # of 1, black to white
_EDGE = 10.0  # ratio of the curvatures across and along, beyond which it is an edge
_MARGIN = 5  # pixels; no point is nearer to the border


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """All blurred layers, one after the other in one row of pixels.

    Attributes:
        pixels: (p,) float32.
        starts, heights, widths: (layers,), where each layer begins and how large it is.
    """

    pixels: Plane
    starts: Numbers
    heights: Numbers
    widths: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Extrema:
    """Points of a scale space, n of them, the strongest first.

    Attributes:
        layers: (n,), places in :class:`Layers`.
        xs, ys, sigmas: (n,) float32, in pixels of their layer.
        enlarged: (n,) float32, a layer's pixel in pixels of the picture.
    """

    layers: Numbers
    xs: Plane
    ys: Plane
    sigmas: Plane
    enlarged: Plane

    def __len__(self) -> int:
        return len(self.layers)


def scale_space(grey: Plane, most: int) -> tuple[Layers, Extrema]:
    """The blurred layers of a picture (h, w; 0 to 1) and its ``most`` strongest extrema."""
    stacks: list[Plane] = []
    found: list[Plane] = []
    first = _blurred(grey, float(np.sqrt(SIGMA**2 - _TAKEN_WITH**2)))
    while min(first.shape) >= _LEAST_SIDE:
        stack = np.empty((STEPS + 3, *first.shape), np.float32)
        stack[0] = first
        for step in range(1, STEPS + 3):
            before = SIGMA * 2 ** ((step - 1) / STEPS)
            stack[step] = _blurred(stack[step - 1], before * float(np.sqrt(2 ** (2 / STEPS) - 1)))
        points = _extrema(np.diff(stack, axis=0))
        number = np.full((len(points), 1), len(stacks), np.float32)
        found.append(np.concatenate([points, number], axis=1))
        stacks.append(stack)
        first = np.ascontiguousarray(stack[STEPS, ::2, ::2])
    every = np.concatenate(found) if found else np.empty((0, 5), np.float32)
    every = every[np.argsort(-every[:, 3], kind="stable")[:most]]
    return _layers(stacks), _placed(every)


def _layers(stacks: list[Plane]) -> Layers:
    sizes = np.array([stack.shape[1:] for stack in stacks for _ in stack], np.int64).reshape(-1, 2)
    lengths = sizes[:, 0] * sizes[:, 1]
    pixels = np.concatenate([stack.ravel() for stack in stacks]) if stacks else np.empty(0, np.float32)
    return Layers(pixels, np.cumsum(lengths) - lengths, sizes[:, 0], sizes[:, 1])


def _placed(every: Plane) -> Extrema:
    xs, ys, steps, _strengths, octaves = every.T
    layers = (octaves * (STEPS + 3) + np.clip(np.rint(steps), 1, STEPS)).astype(np.int64)
    sigmas = (SIGMA * 2 ** (steps / STEPS)).astype(np.float32)
    return Extrema(layers, xs, ys, sigmas, (2**octaves).astype(np.float32))


def _blurred(plane: Plane, sigma: float) -> Plane:
    """``plane`` under a Gaussian, rows and columns one after the other; the border is repeated."""
    reach = int(np.ceil(3.5 * sigma))
    weights = np.exp(-0.5 * np.square(np.arange(reach + 1) / sigma))
    weights /= weights[0] + 2 * weights[1:].sum()
    for axis in (0, 1):
        plane = _blurred_along(plane, weights.astype(np.float32), axis)
    return plane


def _blurred_along(plane: Plane, weights: Plane, axis: int) -> Plane:
    reach, length = len(weights) - 1, plane.shape[axis]
    height, width = plane.shape
    padded = np.empty((height + 2 * reach, width) if axis == 0 else (height, width + 2 * reach), np.float32)
    along = padded if axis == 0 else padded.T
    given = plane if axis == 0 else plane.T
    along[reach : reach + length] = given
    along[:reach], along[reach + length :] = given[:1], given[-1:]

    def moved(by: int) -> Plane:
        window = slice(reach + by, reach + by + length)
        part: Plane = padded[window] if axis == 0 else padded[:, window]
        return part

    total: Plane = moved(0) * weights[0]
    pair = np.empty_like(total)
    for by in range(1, reach + 1):
        np.add(moved(-by), moved(by), out=pair)
        pair *= weights[by]
        total += pair
    return total


def _extrema(differences: Plane) -> Plane:
    """Extrema of an octave's differences (steps, h, w): (n, 4) of x, y, step and strength."""
    _steps, height, width = differences.shape
    if min(height, width) <= 2 * _MARGIN:
        return np.empty((0, 4), np.float32)
    inner = differences[1:-1, _MARGIN:-_MARGIN, _MARGIN:-_MARGIN]
    left = differences[1:-1, _MARGIN:-_MARGIN, _MARGIN - 1 : -_MARGIN - 1]
    right = differences[1:-1, _MARGIN:-_MARGIN, _MARGIN + 1 : width - _MARGIN + 1]
    ends = ((inner - left) * (inner - right) > 0) & (np.abs(inner) > 0.5 * _CONTRAST)
    at = np.flatnonzero(ends)
    step, place = np.divmod(at, inner.shape[1] * inner.shape[2])
    y, x = np.divmod(place, inner.shape[2])
    centre = ((step + 1) * height + y + _MARGIN) * width + x + _MARGIN
    flat = differences.ravel()
    values = flat[centre]
    sign = np.where(values > 0, np.float32(1), np.float32(-1))
    for up in (0, -1, 1):
        for down in (-1, 0, 1):
            for across in (-1, 0, 1):
                move = (up * height + down) * width + across
                if not move:
                    continue
                stays = values * sign >= flat[centre + move] * sign
                centre, values, sign = centre[stays], values[stays], sign[stays]
    return _refined(flat, centre, height, width)


def _refined(flat: Plane, centre: Numbers, height: int, width: int) -> Plane:
    """Extrema between the pixels, by a parabola through each; without edges and what is too faint."""
    moves = np.array([1, width, height * width])
    at = [flat[centre - move] for move in moves], [flat[centre + move] for move in moves]
    slopes = np.stack([(after - before) / 2 for before, after in zip(*at, strict=True)], axis=1)
    curves = np.empty((len(centre), 3, 3), np.float32)
    for one in range(3):
        curves[:, one, one] = at[0][one] + at[1][one] - 2 * flat[centre]
        for other in range(one):
            a, b = moves[one], moves[other]
            both = flat[centre + a + b] + flat[centre - a - b] - flat[centre + a - b] - flat[centre - a + b]
            curves[:, one, other] = curves[:, other, one] = both / 4
    trace = curves[:, 0, 0] + curves[:, 1, 1]
    flat_part = curves[:, 0, 0] * curves[:, 1, 1] - curves[:, 0, 1] ** 2
    blob = (flat_part > 0) & (trace**2 * _EDGE < (_EDGE + 1) ** 2 * flat_part)
    blob &= np.abs(np.linalg.det(curves)) > 1e-12
    centre, slopes, curves = centre[blob], slopes[blob], curves[blob]
    offsets = -np.linalg.solve(curves.astype(np.float64), slopes[..., None].astype(np.float64))[..., 0]
    near = np.abs(offsets).max(axis=1, initial=0) < 1
    strengths = np.abs(flat[centre] + 0.5 * (slopes * offsets).sum(axis=1))
    keep = near & (strengths >= _CONTRAST)
    step, place = np.divmod(centre[keep], height * width)
    y, x = np.divmod(place, width)
    places = np.stack([x, y, step], axis=1) + offsets[keep]
    return np.concatenate([places, strengths[keep, None]], axis=1).astype(np.float32)
