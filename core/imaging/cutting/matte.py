"""A small mask enlarged to its photo, its edge laid along the photo's own: the guided filter.

K. He, J. Sun, X. Tang, "Guided Image Filtering", ECCV 2010, equations 5, 6 and 8, with the photo's brightness
as the guide: near the outline the matte is a linear function of the brightness of a window.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_Floats = NDArray[np.floating[Any]]

_RADIUS = 1.5
"""Of the window, in pixels of the mask."""
_SMOOTH = 4e-4
"""Epsilon of the paper, for brightness from 0 to 1: steps of two hundredths and less are none."""
_FIRM = 2.4
_TIGHT = 0.54
"""The level of the matte at which the product ends: a little inside, off the light or dark fringe."""


def soft_mask(image: Image.Image, mask: NDArray[np.bool_]) -> Image.Image:
    """The matte of ``mask`` for an RGB picture: mode L, of the picture's size, 255 where the product is."""
    rough = Image.fromarray(mask.astype(np.uint8) * 255).resize(image.size, Image.Resampling.BICUBIC)
    guide: _Floats = np.asarray(image.convert("L"), np.float32) / np.float32(255)
    target: _Floats = np.asarray(rough, np.float32) / np.float32(255)
    radius = max(1, round(_RADIUS * max(image.size) / max(mask.shape)))
    mean, mean_target = _means(guide, radius), _means(target, radius)
    together: _Floats = _means(guide * target, radius) - mean * mean_target
    slope: _Floats = together / (_means(guide * guide, radius) - mean * mean + np.float32(_SMOOTH))
    offset: _Floats = mean_target - slope * mean
    matte: _Floats = _means(slope, radius) * guide + _means(offset, radius)
    # Far from the outline the mask knows better than any brightness.
    matte = np.where(_means(target, radius) > 0.995, 1, np.where(_means(target, radius) < 0.005, 0, matte))
    firm = ((matte - _TIGHT) * _FIRM + 0.5).clip(0, 1)
    return Image.fromarray(np.rint(firm * 255).astype(np.uint8))


def _means(values: _Floats, radius: int) -> _Floats:
    """The mean of the window around each pixel, as far as the picture goes."""
    for axis in (0, 1):
        sums = np.cumsum(values, axis=axis, dtype=np.float64)
        sums = np.concatenate([np.zeros_like(np.take(sums, [0], axis)), sums], axis=axis)
        length = values.shape[axis]
        places = np.arange(length)
        low, high = np.maximum(places - radius, 0), np.minimum(places + radius + 1, length)
        shape = (-1, 1) if axis == 0 else (1, -1)
        width = (high - low).reshape(shape)
        values = ((np.take(sums, high, axis) - np.take(sums, low, axis)) / width).astype(np.float32)
    return values
