"""Writing laid over a photo: the photo shines through its strokes, as through no ink on a package.

The strokes of a mark that is laid over a picture with opacity a show (1 − a) of what lies behind them, in
every colour alike, and a of the mark's own grey. So where the ground behind a line of writing changes its
colour, the strokes change with it by one and the same share, in brightness and in hue. Printed strokes do
not, and a shadow changes brightness alone. Where the ground has one colour, nothing can be told. What this
finds and how often it is wrong: docs/decisions/0045-faces.md, benchmarks/watermarks.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.label.lines import Corners, Line

WORDS = (
    *("watermark", "sample", "preview", "donotcopy", "allrightsreserved", "copyright", "©"),
    *("样品图", "请勿盗用", "盗图必究", "盗用必究", "版权所有", "翻版必究", "水印", "仅供参考"),
    *("shutterstock", "istock", "gettyimages", "alamy", "dreamstime", "depositphotos", "123rf", "adobestock"),
    *("视觉中国", "图虫", "摄图网", "包图网", "千图网", "站酷海洛"),
)
"""What only a mark says, without spaces: words of the kind, and stock photo agencies."""
_HIGH = 48
"""Pixels that a line's height is brought to where it is higher."""
_STROKE = 0.35
"""Of the line's height: strokes are thinner."""
_AROUND = 0.2
"""Of the line's height: how far the ground behind a stroke is looked for."""
_LEAST_INK = 30
_LEAST_CONTRAST = 4.0
_LEAST_CHANGE, _LEAST_HUE_CHANGE = 12.0, 6.0
"""Standard deviation of the ground behind the strokes, of 255; of its hue, without its brightness."""
_SHARE = (0.2, 0.85)
_SAME_SHARE = 0.15
"""How far the share in hue may be from the share in all."""
_FIT = 0.35
"""Least part of the strokes' variance that the ground's explains."""
_GREY = 30.0
"""Spread of the mark's own three colours."""


@dataclass(frozen=True, slots=True)
class Shining:
    """How the ground shines through a line's strokes: the share, and what of their variance it explains."""

    share: float
    fit: float


def laid_over(image: Image.Image, lines: Sequence[Line]) -> tuple[float, Line | None]:
    """How surely something is written over the product, and what: 0 to 1."""
    best: tuple[float, Line | None] = (0.0, None)
    for line in lines:
        text = "".join(line.text.casefold().split())
        score = line.confidence if any(word in text for word in WORDS) else 0.0
        if score < 0.5 and (seen := shining_through(image, line.corners)) is not None:
            score = 0.5 + 0.5 * (seen.fit - _FIT) / (1 - _FIT)
        if score > best[0]:
            best = (score, line)
    return best


def shining_through(image: Image.Image, corners: Corners) -> Shining | None:
    """What shines through the strokes of the writing there; None where nothing does, or nothing can be told.

    Args:
        image: upright RGB picture.
        corners: of the line, in its pixels.
    """
    pixels = _straightened(image, corners)
    for strokes, ground in _strokes_and_ground(pixels):
        seen = _shining(strokes, ground)
        if seen is not None:
            return seen
    return None


def _shining(strokes: NDArray[np.float64], ground: NDArray[np.float64]) -> Shining | None:
    """The same of pixels (n, 3) of strokes, and what lies behind each as far as can be seen beside it."""
    mean_ink, mean_ground = strokes.mean(axis=0), ground.mean(axis=0)
    ink, behind = strokes - mean_ink, ground - mean_ground
    share = _slope(behind, ink)
    if behind.std() < _LEAST_CHANGE or not _SHARE[0] <= share <= _SHARE[1]:
        return None
    hue, hue_ink = (part - part.mean(axis=1, keepdims=True) for part in (behind, ink))
    own = (mean_ink - share * mean_ground) / (1 - share)
    fit = 1 - float(((ink - share * behind) ** 2).sum() / max((ink**2).sum(), 1e-9))
    shines = (
        hue.std() >= _LEAST_HUE_CHANGE
        and abs(_slope(hue, hue_ink) - share) <= _SAME_SHARE
        and np.ptp(own) <= _GREY
        and fit >= _FIT
    )
    return Shining(share, fit) if shines else None


def _slope(of: NDArray[np.float64], to: NDArray[np.float64]) -> float:
    return float((of * to).sum() / max((of**2).sum(), 1e-9))


def _strokes_and_ground(
    pixels: NDArray[np.float64],
) -> Iterator[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Pixels (n, 3) of light strokes, then of dark ones, each with the ground's mean around them."""
    height = pixels.shape[0]
    stroke, around = max(3, round(_STROKE * height) | 1), max(2, round(_AROUND * height))
    for grey in (pixels.mean(axis=2), -pixels.mean(axis=2)):
        under = _spread(_spread(grey, stroke, least=True), stroke, least=False)
        rises = grey - _box(under, 1)
        mark = max(_LEAST_CONTRAST, 0.5 * float(np.percentile(rises, 97)))
        ink = rises > mark
        if height >= _HIGH // 2:  # without their rims, which are half ground
            ink = _spread(ink.astype(np.float64), 3, least=True) > 0
        free = (_spread((rises > mark / 2).astype(np.float64), 5, least=False) == 0).astype(np.float64)
        weight = _box(free, around)
        chosen = ink & (weight > 0.02)
        if chosen.sum() < _LEAST_INK:
            continue
        behind = np.stack([_box(pixels[..., c] * free, around) for c in range(3)], axis=-1)
        yield pixels[chosen], behind[chosen] / weight[chosen][:, np.newaxis]


def _straightened(image: Image.Image, corners: Corners) -> NDArray[np.float64]:
    """The line by itself, (height, width, 3), running across."""
    begins_above, ends_above, ends_below, begins_below = corners
    high = max(8.0, dist(begins_above, begins_below), dist(ends_above, ends_below))
    scale = min(1.0, _HIGH / high)
    wide = max(8.0, dist(begins_above, ends_above), dist(begins_below, ends_below))
    size = (max(8, round(wide * scale)), max(8, round(high * scale)))
    quad = (*begins_above, *begins_below, *ends_below, *ends_above)
    line = image.transform(size, Image.Transform.QUAD, quad, Image.Resampling.BILINEAR)
    return np.asarray(line, np.float64)


def _spread(values: NDArray[np.float64], size: int, *, least: bool) -> NDArray[np.float64]:
    """The least or the greatest value within ``size`` × ``size`` pixels around each."""
    for axis in (0, 1):
        rim = [(0, 0), (0, 0)]
        rim[axis] = (size // 2, size // 2)
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(values, rim, mode="edge"), size, axis=axis)
        values = windows.min(axis=-1) if least else windows.max(axis=-1)
    return values


def _box(values: NDArray[np.float64], radius: int) -> NDArray[np.float64]:
    """The mean within ``radius`` pixels of each, the edge going on beyond the picture."""
    for axis in (0, 1):
        rim = [(0, 0), (0, 0)]
        rim[axis] = (radius + 1, radius)
        sums = np.cumsum(np.pad(values, rim, mode="edge"), axis=axis)
        width = 2 * radius + 1
        ends = np.take(sums, range(width, sums.shape[axis]), axis=axis)
        values = (ends - np.take(sums, range(sums.shape[axis] - width), axis=axis)) / width
    return values
