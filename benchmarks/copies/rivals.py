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

    def __init__(self, folder: Path) -> None:
        """Read what :meth:`prepare` left in ``folder``; several processes do so."""

    @classmethod
    def prepare(cls, originals: Sequence[Image.Image], folder: Path) -> None:
        """Look at the originals once; ``folder`` is empty."""

    def trace(self, picture: Image.Image) -> tuple[int, float] | None:
        """The likeliest original and how sure that is, higher is surer; None for none."""


class Snapshelf:
    """Ours."""

    def __init__(self, folder: Path) -> None:
        """See :class:`Tracer`."""
        self._known = know_photos(open_shop(folder / "shop"))

    @classmethod
    def prepare(cls, originals: Sequence[Image.Image], folder: Path) -> None:
        """See :class:`Tracer`."""
        with open_shop(folder / "shop", create=True) as shop:
            for place, original in enumerate(originals):
                product = upsert_product(shop.catalog, ProductDraft(str(place))).product_id
                stored = shop.files.add(original)
                add_photo(shop.catalog, product, PhotoFile(stored.sha256, stored.width, stored.height))
            know_photos(shop)

    def trace(self, picture: Image.Image) -> tuple[int, float] | None:
        """See :class:`Tracer`."""
        copies = trace(self._known, picture)
        if not copies:
            return None
        product = product_by_id(self._known.shop.catalog, copies[0].photo.product_id)
        assert product is not None
        return int(product.sku), copies[0].score


class PerceptualHash:
    """pHash, by the package ImageHash."""

    def __init__(self, folder: Path) -> None:
        """See :class:`Tracer`."""
        self._bits = np.load(folder / "bits.npy")

    @classmethod
    def prepare(cls, originals: Sequence[Image.Image], folder: Path) -> None:
        """See :class:`Tracer`."""
        np.save(folder / "bits.npy", np.stack([cls.hashed(original) for original in originals]))

    def trace(self, picture: Image.Image) -> tuple[int, float] | None:
        """See :class:`Tracer`."""
        differing = (self._bits != self.hashed(picture)).sum(axis=1)
        best = int(differing.argmin())
        return best, -float(differing[best])

    @staticmethod
    def hashed(picture: Image.Image) -> NDArray[np.bool_]:
        """The bits of a picture."""
        import imagehash

        return np.asarray(imagehash.phash(picture).hash, np.bool_).ravel()


class Pdq(PerceptualHash):
    """PDQ, by the package pdqhash."""

    @staticmethod
    def hashed(picture: Image.Image) -> NDArray[np.bool_]:
        """The bits of a picture."""
        import pdqhash

        return np.asarray(pdqhash.compute(np.asarray(picture))[0], np.bool_)


class PlainVectors:
    """The cosine of the network's vectors."""

    def __init__(self, folder: Path) -> None:
        """See :class:`Tracer`."""
        self._network = open_shop(folder / "empty").network
        self._rows = np.load(folder / "rows.npy")

    @classmethod
    def prepare(cls, originals: Sequence[Image.Image], folder: Path) -> None:
        """See :class:`Tracer`."""
        with open_shop(folder / "empty", create=True) as shop:
            rows = [_unit(embed_picture(shop.network, original)) for original in originals]
        np.save(folder / "rows.npy", np.stack(rows))

    def trace(self, picture: Image.Image) -> tuple[int, float] | None:
        """See :class:`Tracer`."""
        likeness = self._rows @ _unit(embed_picture(self._network, picture))
        best = int(likeness.argmax())
        return best, float(likeness[best])


def _unit(vector: NDArray[np.floating]) -> NDArray[np.float32]:
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
