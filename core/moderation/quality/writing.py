"""What the writing on a photo says of it: which way up it is, and what was written beside the product.

Writing on a package stands on the package. Where the product ends is known, so a line that lies beside it,
wholly or in a good part, was put there by somebody: a watermark, a price, a slogan.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image, ImageDraw

from core.imaging.cutting.outline import SURE, Outline
from core.label.lines import Corners, Line

_CLEAR = 0.8
"""Mean confidence from which writing is read the right way up."""
_LEAST_LETTERS = 6
"""Letters and digits: fewer say nothing about the way up."""
_BESIDE = 0.35
"""Share of a line's area beside the product from which it is not the package's."""
_LEAST_HIGH = 0.015
"""Of the picture's longer side: lower writing is a speck."""


def turned(lines: Sequence[Line]) -> float:
    """How surely the writing runs up or down the picture: the share of its letters that do."""
    letters = np.array([_letters(line) for line in lines], np.float64)
    if letters.sum() < _LEAST_LETTERS:
        return 0.0
    upright = np.array([_runs_across(line.corners) for line in lines])
    return float(letters[~upright].sum() / letters.sum())


def upside_down(
    image: Image.Image, lines: Sequence[Line], read: Callable[[Image.Image], Sequence[Line]]
) -> float:
    """How surely the picture stands on its head: what is read on it turned, of what is read in both ways.

    It is read a second time only where the first reading is not clear.
    """
    clear = _read(lines)
    letters = sum(map(_letters, lines))
    if letters >= _LEAST_LETTERS and clear >= _CLEAR * letters:
        return 0.0
    other = _read(read(image.transpose(Image.Transpose.ROTATE_180)))
    if other < _LEAST_LETTERS * _CLEAR:
        return 0.0
    return other / (other + clear)


def beside(lines: Sequence[Line], outline: Outline, size: tuple[int, int]) -> tuple[float, Line | None]:
    """How surely something is written beside the product, and what; 0 where it is not sure where that is.

    Args:
        size: of the picture, in pixels of the lines.
    """
    if outline.sureness < SURE:
        return 0.0, None
    best: tuple[float, Line | None] = (0.0, None)
    for line in lines:
        if _letters(line) < 2 or _height(line.corners) < _LEAST_HIGH * max(size):
            continue
        share = 1 - _covered(line.corners, outline, size)
        if share >= _BESIDE and line.confidence > best[0]:
            best = (line.confidence, line)
    return best


def _covered(corners: Corners, outline: Outline, size: tuple[int, int]) -> float:
    """The share of a line's rectangle that lies on the product."""
    height, width = outline.mask.shape
    place = Image.new("1", (width, height))
    points = [(x * width / size[0], y * height / size[1]) for x, y in corners]
    ImageDraw.Draw(place).polygon(points, fill=1, outline=1)
    inside = np.asarray(place)
    return float(outline.mask[inside].mean()) if inside.any() else 1.0


def _read(lines: Sequence[Line]) -> float:
    """Letters, each as far as it is sure."""
    return sum(line.confidence * _letters(line) for line in lines if _runs_across(line.corners))


def _letters(line: Line) -> int:
    return sum(character.isalnum() for character in line.text)


def _runs_across(corners: Corners) -> bool:
    """A line is longer along its writing; its first two corners lie side by side however that runs."""
    return math.dist(corners[0], corners[1]) >= math.dist(corners[0], corners[3])


def _height(corners: Corners) -> float:
    return min(math.dist(corners[0], corners[1]), math.dist(corners[0], corners[3]))
