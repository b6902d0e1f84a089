"""The two looks at a picture that is searched with, or taken in the shop: as the shop's photos are seen, and
closer. And a third at what is cut out of a picture along its sides: as a catalog photo would show it.

Whoever searches holds the thing to the middle of the picture; the shelf around it says less. On real shop
photos the closer look brings one to two and a half more in a hundred in first place
(docs/decisions/0010-backbones.md), and what the shop stores of its products stays as it is.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.imaging.preprocess import Preprocessing, to_tensor

QUERY_SIDE = 1000
"""Pixels: a query is decoded no larger, so that a 12-megapixel photo takes a fraction of its time."""

CLOSER = 0.6 / 0.875
"""The second look at a query, as a share of the side that the network is usually shown."""

_CATALOG_SHARE = 0.75
"""Of what the network is shown, by the longer side of a thing on its catalog photo, roughly."""
_CATALOG_GROUND = (244, 244, 243)


def query_looks(image: Image.Image, recipe: Preprocessing) -> NDArray[np.float32]:
    """The network's input, shape (2, 3, side, side); the picture's vector is the mean of the two it gives."""
    return np.stack([to_tensor(image, recipe), closer_look(image, recipe)])


def closer_look(image: Image.Image, recipe: Preprocessing) -> NDArray[np.float32]:
    """The second of them, shape (3, side, side)."""
    return to_tensor(image, replace(recipe, crop_share=recipe.crop_share * CLOSER))


def catalog_look(cut: Image.Image, recipe: Preprocessing) -> NDArray[np.float32]:
    """What was cut along a thing's sides, whole on an even light ground, shape (3, side, side).

    The other looks see the middle square: of a bottle its label, where its catalog photo has it from cap to
    bottom.
    """
    scale = _CATALOG_SHARE * recipe.side / max(cut.size)
    width, height = (max(1, round(length * scale)) for length in cut.size)
    small = cut.resize((width, height), Image.Resampling.BICUBIC, reducing_gap=3.0)
    ground = Image.new("RGB", (recipe.side, recipe.side), _CATALOG_GROUND)
    ground.paste(small, ((recipe.side - width) // 2, (recipe.side - height) // 2))
    return to_tensor(ground, replace(recipe, crop_share=1.0))
