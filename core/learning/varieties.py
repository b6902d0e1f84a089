"""Whether what the shop calls one product comes in varieties that a lesson must tell apart, too.

A carton of milk looks like the next one. A product that stands for a kind of thing (a dress, a sort of cheese
from ten dairies) has photos that have little in common, and directions that bring all of them together
bring others along. Where its photos fall into groups, discriminants that set the groups apart leave each as
it is, and the nearest photo finds its own: subclass discriminant analysis (T. Hastie and R. Tibshirani,
"Discriminant Analysis by Gaussian Mixtures", 1996; M. Zhu and A. M. Martinez, IEEE PAMI 28, 2006). Where a
product is one thing, that harms. So the shop's own photos decide (docs/decisions/0024-varieties.md).
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.learning.examples import Examples
from core.learning.look_alikes import look_alike_groups, spread_over_folds
from core.learning.proof import Learn, bootstrap_interval, first_is_right
from core.messages import message
from core.progress import ReportProgress, report

ONE = 1
MANY = 4
"""Groups that a product's photos are split into at most; with eight it was the same."""

LEAST_PHOTOS = 100
"""Fewer photos from the shop decide nothing: one variety it is."""

MOST_PHOTOS = 4000
"""More would only take longer."""

_FOLDS = 2
_STAGE = message("core", "Finding out what products have in common")


def choose_varieties(examples: Examples, learner: Callable[[int], Learn], progress: ReportProgress) -> int:
    """:data:`MANY` if that is better beyond doubt on photos from the shop, held out by halves; else ONE.

    Args:
        learner: how a lesson learns with so many varieties.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    chosen = np.flatnonzero(examples.counter & ~examples.synthetic)
    if len(chosen) < LEAST_PHOTOS:
        return ONE
    if len(chosen) > MOST_PHOTOS:
        chosen = np.sort(np.random.default_rng(0).choice(chosen, MOST_PHOTOS, replace=False))
    photos = examples.only(chosen)
    # As many groups as there may be, or whole varieties would be held out, and none could be found.
    groups = look_alike_groups(photos.vectors, photos.products, most_groups=len(photos))
    folds = spread_over_folds(groups, photos.products, _FOLDS)
    gains = np.zeros(len(photos))
    for fold in range(_FOLDS):
        report(progress, _STAGE, fold, _FOLDS)
        held = folds == fold
        rest, queries = photos.only(~held), photos.only(held)
        try:
            right = [first_is_right(learner(number)(rest), rest, queries) for number in (ONE, MANY)]
        except ValueError:  # a half has a single product, or no two photos of one
            return ONE
        gains[held] = right[1].astype(np.float64) - right[0]
    return MANY if bootstrap_interval(gains, groups)[0] > 0 else ONE


def labels_of_varieties(
    vectors: NDArray[np.float32], products: NDArray[np.int64], most: int
) -> NDArray[np.int64]:
    """What discriminants are to tell apart, (n,): the products, or groups of look-alikes within each."""
    return products if most == ONE else look_alike_groups(vectors, products, most_groups=most)
