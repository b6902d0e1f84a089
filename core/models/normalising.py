"""Scores made fair between products that are known by catalog photos only.

Some catalog photos are like every picture of a shop, others like none (hubs: M. Radovanović et al., "Hubs in
Space", JMLR 11, 2010). What a catalog photo scores for *unlabelled* photos of the shop tells which: from its
score their mean is taken, and the rest divided by their deviation (compare S.-V. Bogolin et al., "Cross Modal
Retrieval with Querybank Normalisation", CVPR 2022).

That presumes that all products are asked about alike, and pays where catalog photos are of another world
than what is searched with (a studio, a shelf). So only a share of it is done, by how far apart the two worlds
lie; where they are one, little. Of deviations, between photos that are searched among, half is evened out at
most, and less where there are few unlabelled photos for each of them: a photo that scores nearly the same for
all that was seen would have its least difference blown up, and a shop that is sure of its products would
lose some of them.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

LEAST_UNLABELLED = 20
"""Fewer photos tell no mean and no deviation."""

LEAST_SHARE = 0.3
"""Of normalising that is done where both worlds are one."""

WHOLE_AT = 0.4
"""Distance between the worlds from which on all of it is done; the grocery's is 1.2, one world's about 0."""

MOST_OF_DEVIATIONS = 0.5
"""Of deviations that is evened out between photos that are searched among; half of it at:"""
HALF_OF_IT_AT = 0.5
"""Unlabelled photos for each of those."""

_NO_SPREAD = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Norms:
    """What some photos or prototypes score for the unlabelled photos, in step: (n,) float64 each."""

    mean: NDArray[np.float64]
    deviation: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Level:
    """What scores are brought to.

    Attributes:
        mean, deviation: the shop's catalog photos' norms in the middle, so that a score keeps its scale.
        share: how much of the means is evened out, from 0 (a score stays as it is) to 1.
        evened: how much of the deviations is.
    """

    mean: float
    deviation: float
    share: float
    evened: float


def norms(rows: NDArray[np.float32], unlabelled: NDArray[np.float32]) -> Norms:
    """What each of ``rows``, (n, k), scores for the unlabelled photos, (m, k); all at unit length."""
    return norms_of_scores(unlabelled @ rows.T)


def norms_of_scores(scores: NDArray[Any]) -> Norms:
    """The same from what was scored already: (m, n), a column for each photo."""
    deviation = scores.std(axis=0, dtype=np.float64)
    return Norms(scores.mean(axis=0, dtype=np.float64), np.maximum(deviation, _NO_SPREAD))


def level(known: Norms, share: float, of_deviations: float = 1.0) -> Level:
    """The level of a shop whose catalog photos, or many of them, have the norms ``known``.

    Args:
        share: of normalising that is done…
        of_deviations: …and the most of it that is done to deviations.
    """
    mean, deviation = float(known.mean.mean()), float(np.sqrt(np.square(known.deviation).mean()))
    return Level(mean, deviation, share, min(share, of_deviations))


def evened_deviations(unlabelled: int, photos: int) -> float:
    """How much of deviations is evened out at most between so many ``photos`` by ``unlabelled`` ones."""
    for_each = unlabelled / max(photos, 1)
    return MOST_OF_DEVIATIONS * for_each / (for_each + HALF_OF_IT_AT)


def normalised(scores: NDArray[np.float64], own: Norms, to: Level) -> NDArray[np.float64]:
    """Scores (n,), or (m, n), of photos or prototypes with the norms ``own``, made fair.

    With the whole of both it is ``to.mean + to.deviation * (score - mean) / deviation``.
    """
    return np.asarray(to.mean + to.deviation * standardised(scores, own, to), np.float64)


def standardised(scores: NDArray[np.float64], own: Norms, to: Level) -> NDArray[np.float64]:
    """The same in deviations: a photo's mean is 0 and its deviation 1, with the whole of both."""
    mean = to.share * own.mean + (1 - to.share) * to.mean
    deviation = own.deviation**to.evened * to.deviation ** (1 - to.evened)
    return np.asarray((scores - mean) / deviation, np.float64)


def share_of_normalising(catalog: NDArray[Any], unlabelled: NDArray[Any]) -> float:
    """How much is worth doing, from the distance between the worlds of catalog and unlabelled photos.

    That distance is the one between their middles, squared, less what chance gives for so many photos, in
    units of the photos' own spread.

    Args:
        catalog, unlabelled: (n, dim) and (m, dim), balanced vectors (core/models/projection.py).
    """
    if len(catalog) < 2 or len(unlabelled) < 2:
        return LEAST_SHARE
    spreads = [float(rows.var(axis=0, ddof=1, dtype=np.float64).sum()) for rows in (catalog, unlabelled)]
    middles = catalog.mean(axis=0, dtype=np.float64) - unlabelled.mean(axis=0, dtype=np.float64)
    by_chance = spreads[0] / len(catalog) + spreads[1] / len(unlabelled)
    distance = (float(np.square(middles).sum()) - by_chance) / max(sum(spreads) / 2, _NO_SPREAD)
    return float(np.clip(distance / WHOLE_AT, LEAST_SHARE, 1.0))
