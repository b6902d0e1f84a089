"""Many pictures to vectors, a batch at a time. Decoding ahead of the network is the caller's business."""

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.embedding.backbone import Backbone
from core.imaging.preprocess import to_tensor

BATCH_SIZE = 8  # on the processor more gains nothing and delays the first answer


def embed_images(
    backbone: Backbone, images: Iterable[Image.Image], batch_size: int = BATCH_SIZE
) -> Iterator[NDArray[np.float32]]:
    """One raw vector of shape (dim,) for each picture (RGB), in the pictures' order."""
    recipe = backbone.spec.preprocessing
    return embed_tensors(backbone, (to_tensor(image, recipe) for image in images), batch_size)


def embed_tensors(
    backbone: Backbone, tensors: Iterable[NDArray[np.float32]], batch_size: int = BATCH_SIZE
) -> Iterator[NDArray[np.float32]]:
    """One raw vector of shape (dim,) for each input of shape (3, side, side), in the inputs' order.

    Takes up to ``batch_size`` inputs from the iterable before it embeds them, never more.
    """
    if batch_size < 1:
        raise ValueError(f"a batch holds at least one picture, not {batch_size}")
    waiting = iter(tensors)
    while batch := list(islice(waiting, batch_size)):
        yield from backbone.embed(np.stack(batch))
