"""How much a text–picture network's picture tower may say of searches with pictures (its witness:
core/search/witnesses/text_image.py): fitted to the shop's own photos, as nobody knows what it was given.

Each photo that was taken in the shop is searched with, without itself and other takes of the same view. The
weight is the most likely one in a conditional logit (D. McFadden, 1974) over the candidates, beside their
likeness, which is concave in it. It is 0 unless the shop has enough such photos and the likelihood ratio
test finds the tower of use: a network that sees nothing of this shop's goods must not be heard.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.photos import Photo, PhotoKind, photos_by_ids, photos_of_product
from core.catalog.photos.vectors import searchable_photos, vectors_of
from core.embedding.likeness import SAME_VIEW, compared
from core.embedding.measures import Measure
from core.embedding.text_image.towers import unit
from core.feedback import NOTHING_SAID
from core.messages import message
from core.models.shop_model import ShopModel
from core.models.verdict import likeness_odds
from core.progress import ReportProgress, ignore_progress, report
from core.search.nearest import nearest_to_seen
from core.search.witnesses.text_image import stands
from core.shop.second_look import SecondLook
from core.shop.shop import Shop

LEAST_PHOTOS = 20
"""Searches that can be found by another photo; fewer prove nothing."""
MOST_PHOTOS = 300
MOST_WEIGHT = 3.0
_CANDIDATES = 50
_CAUTION = 1.0
"""One over the square of the weight's deviation before anything was seen: few photos prove little, and where
each is right anyway the likelihood alone would have no bound."""
_PROVEN = 3.84
"""Twice the gain in the logarithm of the likelihood; the 95th percentile of chi-square with one degree."""

_STAGE = message("core", "Weighing what the network sees")


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """One search: the logarithms of the candidates' odds by the vector and their standings by the tower, both
    (n,), and the place of the right one."""

    likeness: NDArray[np.float64]
    stands: NDArray[np.float64]
    right: int


def weigh(shop: Shop, progress: ReportProgress = ignore_progress) -> None:
    """Fit the weight, if the shop has such a network and other photos or another model than when it was.

    Raises:
        Cancelled: ``progress`` asked to stop; the weight stays as it was.
    """
    for done, _search in enumerate(weigh_in_advance(shop)):
        report(progress, _STAGE, done, 0)


def weigh_in_advance(shop: Shop) -> Iterator[None]:
    """As :func:`weigh`, a search a step."""
    stored = shop.text_image.stored
    if stored is None or not shop.writable:
        return
    model, known = shop.model, shop.text_image.second_look
    both = np.intersect1d(
        searchable_photos(shop.catalog, stored.spec.fingerprint).ids,
        searchable_photos(shop.catalog, model.spec.fingerprint).ids,
    )
    photos_of_both = photos_by_ids(shop.catalog, both.tolist())
    asked = [photo for photo in photos_of_both if photo.kind is PhotoKind.COUNTER]
    count = len(asked)
    of_model = known is not None and (known.model, known.version) == (model.fingerprint, model.version)
    if known is not None and of_model and known.photos.bit_length() == count.bit_length():
        return  # it is fitted anew when they doubled
    choices: list[Choice] = []
    if count >= LEAST_PHOTOS:
        chosen = np.random.default_rng(0).permutation(count)[:MOST_PHOTOS]
        for number in chosen.tolist():
            choice = _choice(shop, model, stored.spec.fingerprint, asked[number], both)
            if choice is not None:
                choices.append(choice)
            yield
    weight = fitted_weight(choices) if len(choices) >= LEAST_PHOTOS else 0.0
    shop.text_image.keep_second_look(stored, SecondLook(model.fingerprint, model.version, count, weight))


def fitted_weight(choices: list[Choice]) -> float:
    """The most probable weight, from 0 to :data:`MOST_WEIGHT`; 0 where it is not proven to be another."""
    low, high = 0.0, MOST_WEIGHT
    for _halving in range(30):
        middle = (low + high) / 2
        if _slope(choices, middle) > _CAUTION * middle:
            low = middle
        else:
            high = middle
    gain = _logarithm(choices, low) - _logarithm(choices, 0.0)
    return low if 2 * gain >= _PROVEN else 0.0


def _logarithm(choices: list[Choice], weight: float) -> float:
    """Of the likelihood that each right product is the one."""
    told = [(one.likeness + weight * one.stands, one.right) for one in choices]
    return float(sum(odds[right] - np.logaddexp.reduce(odds) for odds, right in told))


def _slope(choices: list[Choice], weight: float) -> float:
    """The derivative of :func:`_logarithm`."""
    slope = 0.0
    for one in choices:
        odds = one.likeness + weight * one.stands
        shares = np.exp(odds - np.logaddexp.reduce(odds))
        slope += float(one.stands[one.right] - shares @ one.stands)
    return slope


def _choice(
    shop: Shop, model: ShopModel, tower: str, photo: Photo, among: NDArray[np.int64]
) -> Choice | None:
    """The search with one photo among others; None where its product is not among the candidates."""
    ids = [one.id for one in photos_of_product(shop.catalog, photo.product_id)]
    own = vectors_of(shop.catalog, model.spec.fingerprint, ids)
    mine = own.ids == photo.id
    seen = vectors_of(shop.catalog, tower, [photo.id]).vectors
    if not mine.any() or not len(seen):
        return None
    views = compared(model.spec, own.vectors)
    left_out = own.ids[mine | (views @ views[mine][0] > SAME_VIEW)]
    allowed = np.setdiff1d(among, left_out)
    raw = own.vectors[mine].astype(np.float32)
    groups = nearest_to_seen(shop, model, raw, NOTHING_SAID, allowed, _CANDIDATES, Measure.COSINE)
    keys = [group.key for group in groups]
    if len(keys) < 2 or photo.product_id not in keys:
        return None
    calibration = model.calibrations.get(Measure.COSINE)
    likeness, _none = likeness_odds([one.best.similarity for one in groups], Measure.COSINE, calibration)
    query = unit(seen.astype(np.float32))[0]
    standings = stands(shop.catalog, tower, query, keys, set(left_out.tolist()))
    return Choice(likeness, standings, keys.index(photo.product_id))
