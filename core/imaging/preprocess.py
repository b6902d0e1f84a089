"""A picture to what the network is fed: centre crop, resize, denoise if asked, normalise.

The recipe: take the centred square of ``crop_share`` of the shorter side, resize it to ``side`` pixels
with an antialiased bicubic filter, and map 0…255 to (x − mean) / scale, channels first. That is what the
networks saw when they were trained; another normalisation costs recognition dearly.

What comes before is core/imaging/decode.py's: the format, the upright turn by EXIF, transparency on white.
"""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.imaging.denoise import Denoise, denoised

Channels = float | tuple[float, float, float]
"""One number for red, green and blue, or one for each."""


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """How a backbone wants its pictures.

    Attributes:
        side: input height and width in pixels.
        crop_share: share of the shorter side that the centred square keeps, above 0 and at most 1.
        mean: subtracted from each value on 0…255.
        scale: what the difference is divided by.
        denoise: the filter that the resized picture goes through.
    """

    side: int
    crop_share: float
    mean: Channels
    scale: Channels
    denoise: Denoise = Denoise.NONE

    def decides(self) -> dict[str, Any]:
        """What a fingerprint is made of; a recipe without a filter is the recipe of before there were any."""
        values = asdict(self)
        if self.denoise is Denoise.NONE:
            del values["denoise"]
        return values


def to_tensor(image: Image.Image, recipe: Preprocessing) -> NDArray[np.float32]:
    """``image`` (RGB, any size) as a float32 array of shape (3, side, side)."""
    width, height = image.size
    square = min(width, height) * recipe.crop_share
    left, top = (width - square) / 2, (height - square) / 2
    cropped = image.resize(
        (recipe.side, recipe.side),
        Image.Resampling.BICUBIC,
        box=(left, top, left + square, top + square),
        reducing_gap=3.0,
    )
    values = np.asarray(denoised(cropped, recipe.denoise), dtype=np.float32)
    mean, scale = np.asarray(recipe.mean, np.float32), np.asarray(recipe.scale, np.float32)
    return np.ascontiguousarray(((values - mean) / scale).transpose(2, 0, 1), dtype=np.float32)
