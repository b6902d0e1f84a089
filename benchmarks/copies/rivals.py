"""Who says which of the shop's photos a picture is a copy of: ours, two perceptual hashes, plain vectors."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalog.photos.photos import PhotoFile, add_photo
from core.catalog.products.products import product_by_id
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.copies.known_photos import know_photos
from core.copies.tracing import trace
from core.search.see import embed_picture
from core.shop.opening import open_shop


class Tracer(Protocol):
    """Knows originals by their place in the list."""

    def __init__(self, originals: Sequence[Image.Image], folder: Path) -> None:
        """Look at the originals; ``folder`` is empty."""

    def trace(self, picture: Image.Image) -> tuple[int, float] | None:
        """The likeliest original and how sure that is, higher is surer; None for none."""


class Snapshelf:
    """Ours."""

    def __init__(self, originals: Sequence[Image.Image], folder: Path) -> None:
        """See :class:`Tracer`."""
        self._shop = open_shop(folder / "shop", create=True)
        for place, original in enumerate(originals):
            product = upsert_product(self._shop.catalog, ProductDraft(str(place))).product_id
            stored = self._shop.files.add(original)
            add_photo(self._shop.catalog, product, PhotoFile(stored.sha256, stored.width, stored.height))
        self._known = know_photos(self._shop)

    def trace(self, picture: Image.Image) -> tuple[int, float] | None:
        """See :class:`Tracer`."""
        copies = trace(self._known, picture)
        if not copies:
            return None
        product = product_by_id(self._shop.catalog, copies[0].photo.product_id)
        assert product is not None
        return int(product.sku), copies[0].score


class PerceptualHash:
    """pHash, by the package ImageHash."""

    def __init__(self, originals: Sequence[Image.Image], folder: Path) -> None:
        """See :class:`Tracer`."""
        self._bits = np.stack([self._hash(original) for original in originals])

    def trace(self, picture: Image.Image) -> tuple[int, float] | None:
        """See :class:`Tracer`."""
        differing = (self._bits != self._hash(picture)).sum(axis=1)
        best = int(differing.argmin())
        return best, -float(differing[best])

    def _hash(self, picture: Image.Image) -> NDArray[np.bool_]:
        import imagehash

        return np.asarray(imagehash.phash(picture).hash, np.bool_).ravel()


class Pdq(PerceptualHash):
    """PDQ, by the package pdqhash."""

    def _hash(self, picture: Image.Image) -> NDArray[np.bool_]:
        import pdqhash

        return np.asarray(pdqhash.compute(np.asarray(picture))[0], np.bool_)


class PlainVectors:
    """The cosine of the network's vectors."""

    def __init__(self, originals: Sequence[Image.Image], folder: Path) -> None:
        """See :class:`Tracer`."""
        self._network = open_shop(folder / "empty", create=True).network
        self._rows = np.stack([self._vector(original) for original in originals])

    def trace(self, picture: Image.Image) -> tuple[int, float] | None:
        """See :class:`Tracer`."""
        likeness = self._rows @ self._vector(picture)
        best = int(likeness.argmax())
        return best, float(likeness[best])

    def _vector(self, picture: Image.Image) -> NDArray[np.float32]:
        vector = embed_picture(self._network, picture)
        return np.asarray(vector / np.linalg.norm(vector), np.float32)


TRACERS: dict[str, tuple[Any, str]] = {
    "snapshelf": (Snapshelf, "numpy"),
    "pHash": (PerceptualHash, "imagehash"),
    "PDQ": (Pdq, "pdqhash"),
    "plain vectors": (PlainVectors, "numpy"),
}
"""Each by its name in the report, and the package that it cannot do without."""


def is_installed(name: str) -> bool:
    """Whether the package is here; nothing is imported."""
    return importlib.util.find_spec(TRACERS[name][1]) is not None
