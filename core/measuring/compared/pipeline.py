"""What the compared pipelines have in common: features of a picture, and learning to rank products by them.

Each picture is decoded once, whatever number of pipelines looks at it; pipelines that share an extractor
share its features. A pipeline learns from references and scores queries, so that the same code measures a
table of queries and cross-validates on the references themselves.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is compared.

    Attributes:
        path: its file.
        sku: of the product on it; "" for one that the shop does not have.
        photo_id: of a photo of the shop; 0 for a query.
        counter: whether it was taken in the shop.
    """

    path: Path
    sku: str
    photo_id: int = 0
    counter: bool = True


class Extractor(Protocol):
    """Turns a picture into features: a vector, points, or a small picture."""

    @property
    def name(self) -> str:
        """Two extractors of one name give the same features."""
        ...

    def extract(self, image: Image.Image) -> Any:
        """Features of an upright RGB picture."""
        ...

    def known(self, photo_id: int) -> Any | None:
        """Features of a photo of the shop that are stored already; None if they are not."""
        ...

    def close(self) -> None:
        """Free what it holds."""
        ...


Scorer = Callable[[Sequence[Any]], NDArray[np.float64]]
"""Features of m pictures to scores (m, products), a column for each product number in ascending order."""


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """References to learn from, n of them.

    Attributes:
        features: of each, as the extractor gave them.
        products: (n,) int64, a number for each product.
        counter: (n,) bool, taken in the shop.
    """

    features: Sequence[Any]
    products: NDArray[np.int64]
    counter: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """One way to recognise products.

    Attributes:
        name: what the table and ``--pipelines`` call it.
        extractor: a picture to features.
        learn: references to a scorer; it may raise a KnownError where a library is missing or there is too
            little to learn from.
    """

    name: str
    extractor: Extractor
    learn: Callable[[Learned], Scorer]


def by_product(likeness: NDArray[np.float64], products: NDArray[np.int64]) -> NDArray[np.float64]:
    """Likeness with each reference, (m, n), to the best of each product, (m, products)."""
    order = np.argsort(products, kind="stable")
    _names, starts = np.unique(products[order], return_index=True)
    best: NDArray[np.float64] = np.maximum.reduceat(likeness[:, order], starts, axis=1)
    return best
