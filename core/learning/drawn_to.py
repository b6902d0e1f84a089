"""Doubt of a product that draws whatever looks like nothing else, after a lesson from unlabelled photos.

What the shop does not have lands on products that much was taken for, and whose middle lies in the midst of
the shop's photos: those taken for it are all much like it. So such a product says less when it comes first.
Two numbers tell: how many photos taught it, and how alike they are to what stands for it. Their weights were
fitted to a real shop's photos, a fifth of the products withheld (docs/decisions/0026-calibrated-verdict.md).
"""

import numpy as np
from numpy.typing import NDArray

from core.models.projection import MOST_DIMENSIONS
from core.models.prototypes import MOST_DOUBT

COUNTED = 0.75
"""Added to the logarithm of the odds of "none of these" for each unit of the logarithm of the count; and for
each deviation that the photos are more alike:"""
ALIKE = 4.0

LEAST_SPREAD = MOST_DIMENSIONS**-0.5
"""What cosines of vectors that have nothing to do with each other differ by, in so many dimensions. Of photos
that differ less, which is alike to what is no more than chance."""


def doubts_of(
    scores: NDArray[np.float32], taken: NDArray[np.int64], teaches: NDArray[np.bool_]
) -> NDArray[np.float32]:
    """What speaks for "none of these" where a product comes first, (n,); about 0 over what is searched for.

    Exactly 0 for a product that no photo taught, as of those with counter photos: nothing is known of it.

    Args:
        scores: (m, n), what the unlabelled photos score for what stands for each product.
        taken: (m,) the number of the product that each was taken for.
        teaches: (m,) whether it taught.
    """
    products = scores.shape[1]
    spread = max(float(np.sqrt(scores.var(axis=0).mean())), LEAST_SPREAD)
    by = taken[teaches]
    counts = np.bincount(by, minlength=products)
    likeness = np.bincount(by, scores[teaches, by], minlength=products) / np.maximum(counts, 1) / spread
    found = COUNTED * np.log1p(counts) + ALIKE * likeness
    # In the middle of what comes first for the photos, so that a search is as often called unknown as before.
    first = scores.argmax(axis=1)
    middle = found[first[counts[first] > 0]]
    if not len(middle):
        return np.zeros(products, np.float32)
    found = np.where(counts > 0, found - middle.mean(), 0)
    return np.asarray(found.clip(-MOST_DOUBT, MOST_DOUBT), np.float32)
