"""A picture to what the network is fed: centre crop, resize, normalise.

The recipe: take the centred square of ``crop_share`` of the shorter side, resize it to ``side`` pixels
with an antialiased bicubic filter, and map 0…255 to (x − mean) / scale, channels first. That is what the
networks saw when they were trained; another normalisation costs recognition dearly.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """How a backbone wants its pictures.

    Attributes:
        side: input height and width in pixels.
        crop_share: share of the shorter side that the centred square keeps, above 0 and at most 1.
        mean: subtracted from each value on 0…255.
        scale: what the difference is divided by.
    """

    side: int
    crop_share: float
    mean: float
    scale: float


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
    values = np.asarray(cropped, dtype=np.float32)
    return np.ascontiguousarray(((values - recipe.mean) / recipe.scale).transpose(2, 0, 1), dtype=np.float32)
