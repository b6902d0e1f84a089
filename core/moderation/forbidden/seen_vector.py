"""What the network sees on a picture that is looked at: as the catalog keeps it, or seen now."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalog.photos.vectors import vectors_of
from core.imaging.query_looks import query_looks
from core.moderation.looked_at import LookedAt
from core.shop.shop import Shop


def seen_vector(picture: LookedAt) -> NDArray[np.float32]:
    """The raw vector, (dim,), by the network that the shop is searched with.

    Raises:
        KnownError: the network's files are missing or damaged.
    """
    ids = [photo.id for photo in picture.photos]
    known = vectors_of(picture.shop.catalog, picture.shop.spec.fingerprint, ids).vectors
    return np.asarray(known[0], np.float32) if len(known) else embedded(picture.shop, picture.image)


def embedded(shop: Shop, image: Image.Image) -> NDArray[np.float32]:
    """The raw vector of an upright RGB picture, (dim,): the mean of a query's two looks."""
    network = shop.network
    vector: NDArray[np.float32] = network.embed(query_looks(image, network.spec.preprocessing)).mean(axis=0)
    return vector
