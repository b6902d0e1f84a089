"""What a self-taught lesson knows of products: for each one vector that stands for it.

It is the middle of the product's own photos, drawn ones, and those unlabelled photos that were taken for it
(core/learning/self_training.py). It is compared in place of the product's photos; which of these is shown
stays the index's business.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.files.arrays import as_archive, read_arrays
from core.files.atomic import write_atomically
from core.models.active_model import unreadable

PROTOTYPES_FILE = "prototypes.npz"

MOST_DOUBT = 3.0
"""Either way: odds of twenty to one. Beyond that one product's number would outweigh every other witness."""


@dataclass(frozen=True, slots=True, eq=False)
class Prototypes:
    """Products with what stands for them, in step, n of them.

    Attributes:
        products: (n,) int64, product ids, ascending.
        rows: (n, k) float32, compared vectors (after the lesson's projection) at unit length.
        doubts: (n,) float32, what is added to the logarithm of the odds of "none of these" where the product
            comes first (core/learning/drawn_to.py); :data:`MOST_DOUBT` either way at most.
    """

    products: NDArray[np.int64]
    rows: NDArray[np.float32]
    doubts: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.products)

    def scores(self, products: NDArray[np.int64], query: NDArray[np.float32]) -> NDArray[np.float64]:
        """Cosine of ``query``, (k,) at unit length, with what stands for each of ``products``, (n,).

        NaN for one that the lesson does not know. They are of the world that queries are of, and need no
        normalising.
        """
        found = np.full(len(products), np.nan)
        if len(self):
            places = np.minimum(np.searchsorted(self.products, products), len(self) - 1)
            known = self.products[places] == products
            found[known] = self.rows[places[known]] @ query
        return found

    def doubt(self, product: int) -> float:
        """That of ``product``; 0 for one that the lesson does not know."""
        return float(self.doubts[self.products == product].sum())


def write_prototypes(path: Path, prototypes: Prototypes) -> None:
    """Write them as .npz without pickle, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    content = as_archive(products=prototypes.products, rows=prototypes.rows, doubts=prototypes.doubts)
    write_atomically(path, content)


def read_prototypes(path: Path, dim: int) -> Prototypes | None:
    """Those of a lesson whose compared vectors have ``dim`` numbers; None if it has none.

    Raises:
        KnownError: the file is damaged.
    """
    try:
        content = read_arrays(path)
        products, rows = content["products"], content["rows"]
        # Lessons of versions before this doubt none of their products.
        doubts = content.get("doubts", np.zeros(products.shape, np.float32))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError) as error:
        raise unreadable(path) from error
    if not _fits(products, rows, doubts, dim):
        raise unreadable(path)
    return Prototypes(products, rows, doubts.clip(-MOST_DOUBT, MOST_DOUBT))


def _fits(products: NDArray[Any], rows: NDArray[Any], doubts: NDArray[Any], dim: int) -> bool:
    whole = products.dtype == np.int64 and rows.dtype == doubts.dtype == np.float32
    if not whole or products.ndim != 1 or rows.shape != (len(products), dim):
        return False
    if doubts.shape != products.shape:
        return False
    return bool(
        np.isfinite(rows).all() and np.isfinite(doubts).all() and (products[1:] > products[:-1]).all()
    )
