"""What is wrong with a photo as a picture: each measure from 0 for nothing to 1, one half where it is told.

Each is a ramp over one number that was measured on real catalog photos as they are and made worse by a known
amount; where the ramps stand and how often they are wrong: docs/decisions/0045-faces.md.
"""

import numpy as np
from PIL import Image

from core.imaging.cutting.outline import SURE, Outline
from core.imaging.films.sharpness import blur

_BLUR_SIDE = 512
"""Pixels of the longer side on which blur is measured; a smaller photo is measured as it is."""
_BLURRED = (0.38, 0.56)
_DARK = (210.0, 110.0)
"""Of the brightest twentieth of a picture: a photo on white has 250, one by a counter's light 200."""
_SMALL = (1000.0, 200.0)
"""Pixels of the longer side: below a thousand platforms show no enlargement, below 500 some take nothing."""
_BORDER = (0.75, 0.35)
"""Of the longer side of the picture, relative to it: how much the product takes."""
_NOT_WHITE = (250.0, 225.0)
"""Brightness of the ground's darkest colour, in its darkest quarter."""


def blurred(image: Image.Image) -> float:
    """How blurred it is, by itself."""
    grey = image.convert("L")
    grey.thumbnail((_BLUR_SIDE, _BLUR_SIDE), Image.Resampling.LANCZOS)
    return _ramp(blur(np.asarray(grey)), *_BLURRED)


def dark(image: Image.Image) -> float:
    """How dark even its brightest parts are."""
    small = image.convert("L").resize((64, 64), Image.Resampling.BOX)
    return _ramp(float(np.percentile(np.asarray(small), 95)), *_DARK)


def small(image: Image.Image) -> float:
    """How far its pixels are from what platforms ask for."""
    return _ramp(float(max(image.size)), *_SMALL)


def wide_border(outline: Outline) -> float:
    """How much of the picture lies around the product; 0 where it is not sure where that is."""
    if outline.sureness < SURE:
        return 0.0
    rows, columns = (np.flatnonzero(outline.mask.any(axis=axis)) for axis in (1, 0))
    taken = max(
        (rows[-1] + 1 - rows[0]) / outline.mask.shape[0],
        (columns[-1] + 1 - columns[0]) / outline.mask.shape[1],
    )
    return _ramp(float(taken), *_BORDER)


def touching(outline: Outline) -> float:
    """How surely the product reaches an edge of the picture."""
    return outline.sureness if outline.touched and outline.sureness >= SURE else 0.0


def ground_not_white(image: Image.Image, outline: Outline | None) -> float:
    """How far the ground is from white: what is around the product, or along the picture's edge."""
    pixels = np.asarray(image.resize((96, 96), Image.Resampling.BOX), np.float64)
    if outline is not None and outline.sureness >= SURE:
        mask = Image.fromarray(outline.mask.astype(np.uint8) * 255).resize((96, 96), Image.Resampling.BOX)
        ground = np.asarray(mask) == 0
    else:
        ground = np.ones((96, 96), bool)
        ground[4:-4, 4:-4] = False
    if not ground.any():
        return 0.0
    return _ramp(float(np.percentile(pixels.min(axis=2)[ground], 25)), *_NOT_WHITE)


def _ramp(value: float, good: float, bad: float) -> float:
    """0 at ``good`` and beyond, 1 at ``bad`` and beyond, evenly between."""
    return min(max((value - good) / (bad - good), 0.0), 1.0)
