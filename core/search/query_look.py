"""How a query picture is looked at: how large it is decoded, and the two looks that make its vector."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.imaging.preprocess import to_tensor
from core.shop.network import ShopNetwork

QUERY_SIDE = 1000
"""Pixels: a query is decoded no larger, so that a 12-megapixel photo takes a fraction of its time."""

CLOSER = 0.6 / 0.875
"""The second look at a query, as a share of the side that the network is usually shown."""


def embed_picture(network: ShopNetwork, image: Image.Image) -> NDArray[np.float32]:
    """The raw vector of a query, shape (dim,): the mean of what is seen as the shop's photos are, and closer.

    Whoever searches holds the thing to the middle of the picture; the shelf around it says less. On real
    shop photos the closer look brings one to two and a half more in a hundred in first place
    (docs/decisions/0010-backbones.md), and what the shop stores stays as it is.
    """
    recipe = network.spec.preprocessing
    closer = replace(recipe, crop_share=recipe.crop_share * CLOSER)
    looks = np.stack([to_tensor(image, recipe), to_tensor(image, closer)])
    vector: NDArray[np.float32] = network.embed(looks, urgent=True).mean(axis=0)
    return vector
