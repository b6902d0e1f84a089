"""What was seen in searches that a clerk confirmed: it helps the next search, before any lesson does.

Only of searches that joined the unlabelled photos, and as numbers; the picture is not kept.
"""

import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.photos.unlabelled import confirmed_unlabelled, words_stamp
from core.catalog.photos.unlabelled_vectors import unlabelled_stamp, unlabelled_vectors
from core.embedding.measures import Measure, to_index_space
from core.models.shop_model import ShopModel

MOST = 500
"""The newest; older ones have had their lesson."""


@dataclass(frozen=True, slots=True, eq=False)
class Confirmed:
    """Views with their products, in step: (m,) ids and (m, k) rows in the index's space."""

    products: NDArray[np.int64]
    rows: NDArray[np.float32]

    def best(self, query: NDArray[np.float32]) -> dict[int, float]:
        """How alike ``query``, (k,), is to the most alike view of each product that has one."""
        found: dict[int, float] = {}
        for product, score in zip(self.products.tolist(), (self.rows @ query).tolist(), strict=True):
            found[product] = max(score, found.get(product, score))
        return found


class ConfirmedViews:
    """Those of a shop, read anew when something was said or forgotten. Callable from any thread."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._read: tuple[object, Confirmed | None] | None = None
        self._reading = threading.Lock()

    def current(self, model: ShopModel, measure: Measure) -> Confirmed | None:
        """None where there are none, or distances are compared."""
        if measure is Measure.EUCLIDEAN:
            return None
        spec = model.spec.fingerprint
        key = (model.fingerprint, measure, unlabelled_stamp(self._catalog, spec), words_stamp(self._catalog))
        with self._reading:
            if self._read is None or self._read[0] != key:
                self._read = (key, self._views(model, measure))
            return self._read[1]

    def _views(self, model: ShopModel, measure: Measure) -> Confirmed | None:
        said = confirmed_unlabelled(self._catalog)
        newest = sorted(said)[-MOST:]
        batch = unlabelled_vectors(self._catalog, model.spec.fingerprint, among=newest)
        if not len(batch.ids):
            return None
        products = np.array([said[one] for one in batch.ids.tolist()], np.int64)
        return Confirmed(products, to_index_space(model.compared(batch.vectors), measure))
