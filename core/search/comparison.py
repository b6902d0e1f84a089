"""Two pictures side by side: which of their parts match to the network.

Networks pad the picture's edges with zeros, and what they see there is mostly that padding: corners would
match corners. So each picture's square is surrounded by its own mirror image before it is looked at, and the
cells of that margin are left out (core/search/part_matching.py).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.embedding.spatial_features import SpatialFeatures
from core.imaging.preprocess import Preprocessing
from core.search.part_matching import PartsMatch, match_parts

_MARGIN_SHARE = 2 / 17
"""Of the network's input on each side: two of the finest layer's cells, one of the last layer's."""


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """What matches, and where the squares that were compared lie in the pictures.

    Attributes:
        first_square, second_square: left and top as shares of width and height, side as one of the shorter
            side.
        match: None where the network keeps no places; then there is no map.
    """

    first_square: tuple[float, float, float]
    second_square: tuple[float, float, float]
    match: PartsMatch | None


def compare_pictures(
    features: SpatialFeatures | None, recipe: Preprocessing, first: Image.Image, second: Image.Image
) -> Comparison:
    """Match the squares of two upright RGB pictures that a search looks at.

    Args:
        features: of the shop's backbone; None if it has none.
        recipe: how that backbone wants its pictures.
    """
    squares = _square(first, recipe), _square(second, recipe)
    if features is None:
        return Comparison(*squares, None)
    layers = features.cells(np.stack([_with_margin(picture, recipe) for picture in (first, second)]))
    finest = max(layer.shape[-1] for layer in layers)
    return Comparison(*squares, match_parts(layers, round(finest * _MARGIN_SHARE)))


def _square(picture: Image.Image, recipe: Preprocessing) -> tuple[float, float, float]:
    width, height = picture.size
    side = min(width, height) * recipe.crop_share
    return (width - side) / 2 / width, (height - side) / 2 / height, recipe.crop_share


def _with_margin(picture: Image.Image, recipe: Preprocessing) -> NDArray[np.float32]:
    """The network's input: the square that a search looks at, smaller, within its own mirror image."""
    margin = round(recipe.side * _MARGIN_SHARE)
    inner = recipe.side - 2 * margin
    width, height = picture.size
    side = min(width, height) * recipe.crop_share
    left, top = (width - side) / 2, (height - side) / 2
    box = (left, top, left + side, top + side)
    square = picture.resize((inner, inner), Image.Resampling.BICUBIC, box=box, reducing_gap=3.0)
    mirrored = np.pad(np.asarray(square), ((margin, margin), (margin, margin), (0, 0)), mode="reflect")
    mean, scale = np.asarray(recipe.mean, np.float32), np.asarray(recipe.scale, np.float32)
    values = (mirrored.astype(np.float32) - mean) / scale
    return np.ascontiguousarray(values.transpose(2, 0, 1), np.float32)
