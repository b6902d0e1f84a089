"""The word of a text–picture network's picture tower: a second look, by other eyes than the shop's network.

Where each candidate stands among the others by the tower's likeness is weighed as it proved right on the
shop's own photos (core/learning/second_look.py); a shop without such a network, or with one that was not
proven to help, hears nothing. It says which of the candidates it is, not whether it is one of them: what the
vector holds of all of them together stays as it was.
"""

import threading
from collections.abc import Callable, Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.photos.photos import photos_of_products
from core.catalog.photos.vectors import vectors_of
from core.embedding.measures import Measure
from core.embedding.text_image.towers import unit
from core.errors import KnownError
from core.models.verdict import likeness_odds, standing
from core.search.witnesses.witness import Case, Need, Say, Witness


class QueryLook:
    """What the tower sees on a picture that is searched with, looked for when a witness first asks for it."""

    def __init__(self, fingerprint: str, look: Callable[[], NDArray[np.float32]]) -> None:
        """``look`` gives the raw vector, (dim,), of the tower of that fingerprint."""
        self.fingerprint = fingerprint
        self._look: Callable[[], NDArray[np.float32]] | None = look
        self._vector: NDArray[np.float32] | None = None
        self._looking = threading.Lock()

    def vector(self) -> NDArray[np.float32] | None:
        """The vector, (dim,); None where the tower's files are damaged (`check` names it)."""
        with self._looking:
            if self._look is not None:
                try:
                    self._vector = self._look()
                except KnownError:
                    self._vector = None
                self._look = None
            return self._vector


def stands(
    catalog: Catalog,
    fingerprint: str,
    query: NDArray[np.float32],
    products: Sequence[int],
    without: Collection[int] = (),
) -> NDArray[np.float64]:
    """How many deviations each product stands above the others by the tower, (n,); 0 where it saw no photo.

    Args:
        query: the tower's vector of what was seen, (dim,), of length 1.
        without: photos that do not count.
    """
    place = {key: number for number, key in enumerate(products)}
    photos = [photo for own in photos_of_products(catalog, products).values() for photo in own]
    owner = {photo.id: place[photo.product_id] for photo in photos if photo.id not in without}
    batch = vectors_of(catalog, fingerprint, list(owner))
    best = np.full(len(products), -np.inf)
    if len(batch.ids):
        likeness = unit(batch.vectors.astype(np.float32)) @ query
        np.maximum.at(best, [owner[one] for one in batch.ids.tolist()], likeness.astype(np.float64))
    has = np.isfinite(best)
    found = np.zeros(len(products))
    if has.sum() > 1:
        level, width, _stands = standing(-np.sort(-best[has])[None])
        found[has] = (best[has] - level[0, 0]) / width[0, 0]
    return found


def odds_among(
    likeness: NDArray[np.float64], standings: NDArray[np.float64], weight: float
) -> NDArray[np.float64]:
    """What is added to each candidate's odds, (n,), so that all together stay as probable as ``likeness``,
    the logarithms of their odds by the vector, has them."""
    told = weight * standings
    kept: float = np.logaddexp.reduce(likeness) - np.logaddexp.reduce(likeness + told)
    return told + kept


def _is_asked(case: Case) -> bool:
    """Between two candidates or more, where the network that looked is there and proved to help."""
    stored = case.shop.text_image.stored
    looks = [picture.look for picture in case.seen.pictures]
    return (
        stored is not None
        and case.measure is Measure.COSINE
        and len(case.candidates) > 1
        and case.shop.text_image.weight(case.model) > 0
        and all(isinstance(look, QueryLook) and look.fingerprint == stored.spec.fingerprint for look in looks)
    )


def _says(case: Case) -> Say:
    looks = [picture.look for picture in case.seen.pictures if isinstance(picture.look, QueryLook)]
    seen = [vector for vector in (look.vector() for look in looks) if vector is not None]
    if not seen:
        return Say(np.zeros(len(case.candidates)))
    query = unit(unit(np.stack(seen)).mean(axis=0, keepdims=True))[0]
    keys = [group.key for group in case.candidates]
    similarities = [group.best.similarity for group in case.candidates]
    likeness, _none = likeness_odds(similarities, case.measure, case.model.calibrations.get(case.measure))
    standings = stands(case.shop.catalog, looks[0].fingerprint, query, keys)
    return Say(odds_among(likeness, standings, case.shop.text_image.weight(case.model)))


TEXT_IMAGE = Witness("text-image", (Need.LIKENESS, Need.LOOK), ms=150.0, is_asked=_is_asked, says=_says)
"""The milliseconds are those of a picture tower of 86 million parameters, roughly."""
