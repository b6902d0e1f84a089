"""A shop's unlabelled photos as a yardstick: what makes the scores of its catalog photos fair.

What photos score for the unlabelled ones (core/models/normalising.py) is found when a search first meets
them and remembered, so that a new product costs what it costs itself, and a hundred thousand cost nothing
until they are candidates. A yardstick belongs to one model, one measure and one state of the unlabelled
photos; :class:`Yardsticks` makes another when one of these changes.
"""

import threading
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.photos.photos import catalog_photo_sample
from core.catalog.photos.unlabelled_vectors import Stamp, unlabelled_stamp, unlabelled_vectors
from core.catalog.photos.vectors import vectors_of
from core.embedding.measures import Measure, to_index_space
from core.models.normalising import (
    LEAST_UNLABELLED,
    Level,
    Norms,
    evened_deviations,
    level,
    normalised,
    norms,
    share_of_normalising,
)
from core.models.projection import balanced
from core.models.shop_model import ShopModel

MOST_SAMPLED = 2_000
"""Catalog photos that the level is taken from; and so many unlabelled ones at most, the newest."""

_TOO_MANY = 200_000
"""Remembered photos; then it is begun anew."""


class Yardstick:
    """See above. Its methods may be called from any thread."""

    def __init__(self, catalog: Catalog, model: ShopModel, measure: Measure, photos: int) -> None:
        """Read the unlabelled photos and a sample of the catalog's; the shop has about so many ``photos``."""
        self._catalog, self._model, self._measure = catalog, model, measure
        seen = unlabelled_vectors(catalog, model.spec.fingerprint).vectors
        self._of_deviations = evened_deviations(len(seen), photos)
        raw = seen[-MOST_SAMPLED:]
        self._unlabelled = to_index_space(model.compared(raw), measure)
        self._known: dict[int, tuple[float, float]] = {}
        sample = catalog_photo_sample(catalog, MOST_SAMPLED)
        self.share = share = share_of_normalising(self._balanced(sample), balanced(raw, model.spec.parts))
        if model.prototypes is not None and measure is Measure.COSINE:
            known = norms(model.prototypes.rows, self._unlabelled)
            self._level = level(known, share, self._of_deviations)
        else:
            self._remember(sample)
            self._level = self._level_of(sample)

    def photo_scores(
        self, photo_ids: NDArray[np.int64], similarities: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """What photos scored, (n,), made fair; one without a vector keeps its score."""
        if len(self._known) > _TOO_MANY:
            self._known = {}
        known = self._known
        missing = np.array([one for one in photo_ids.tolist() if one not in known], np.int64)
        if len(missing):
            self._remember(missing)
            known = self._known
        stays = (self._level.mean, self._level.deviation)
        pairs = np.array([known.get(one, stays) for one in photo_ids.tolist()]).reshape(-1, 2)
        return normalised(similarities, Norms(pairs[:, 0], pairs[:, 1]), self._level)

    def _remember(self, photo_ids: NDArray[np.int64]) -> None:
        batch = vectors_of(self._catalog, self._model.spec.fingerprint, np.sort(photo_ids))
        if len(batch.ids):
            rows = to_index_space(self._model.compared(batch.vectors), self._measure)
            found = norms(rows, self._unlabelled)
            pairs = zip(found.mean.tolist(), found.deviation.tolist(), strict=True)
            self._known = self._known | dict(zip(batch.ids.tolist(), pairs, strict=True))

    def _level_of(self, sample: NDArray[np.int64]) -> Level:
        pairs = np.array([self._known[one] for one in sample.tolist() if one in self._known]).reshape(-1, 2)
        if not len(pairs):
            return Level(0.0, 1.0, 0.0, 0.0)
        return level(Norms(pairs[:, 0], pairs[:, 1]), self.share, self._of_deviations)

    def _balanced(self, sample: NDArray[np.int64]) -> NDArray[np.float32]:
        fingerprint = self._model.spec.fingerprint
        return balanced(vectors_of(self._catalog, fingerprint, sample).vectors, self._model.spec.parts)


class _Key(NamedTuple):
    model: str
    version: str | None
    measure: Measure
    unlabelled: Stamp
    photos: int


class Yardsticks:
    """The yardstick of a shop, made anew when what it was made of has changed."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._made: tuple[_Key, Yardstick] | None = None
        self._making = threading.Lock()

    def current(self, model: ShopModel, measure: Measure, photos: int) -> Yardstick | None:
        """The yardstick; None where there is nothing to make one of, or distances are compared.

        Args:
            photos: how many the shop has. They count by the power of two that they have reached, so that
                a few more neither make a yardstick anew nor even out other deviations after a restart.
        """
        if measure is Measure.EUCLIDEAN:
            return None
        stamp = unlabelled_stamp(self._catalog, model.spec.fingerprint)
        if stamp.vectors < LEAST_UNLABELLED:
            return None
        about = (3 << photos.bit_length()) >> 2  # in the middle between two powers of two
        key = _Key(model.fingerprint, model.version, measure, stamp, about)
        with self._making:
            if self._made is None or self._made[0] != key:
                self._made = (key, Yardstick(self._catalog, model, measure, about))
            return self._made[1]
