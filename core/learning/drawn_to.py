"""Doubt of a product that draws whatever looks like nothing else, after a lesson from unlabelled photos.

What the shop does not have lands on products that much was taken for, and whose middle lies in the midst of
the shop's photos: those taken for it are all much like it. So such a product says less when it comes first.
Two numbers tell: how many photos taught it, and how alike they are to what stands for it. Their weights were
fitted to a real shop's photos, a fifth of the products withheld (docs/decisions/0026-calibrated-verdict.md).
"""

import numpy as np
from numpy.typing import NDArray

COUNTED = 0.75
"""Added to the logarithm of the odds of "none of these" for each unit of the logarithm of the count; and for
each deviation that the photos are more alike:"""
ALIKE = 4.0


def doubts_of(
    scores: NDArray[np.float32], taken: NDArray[np.int64], surer: NDArray[np.bool_]
) -> NDArray[np.float32]:
    """What speaks for "none of these" where a product comes first, (n,); about 0 over what is searched for.

    Args:
        scores: (m, n), what the unlabelled photos score for what stands for each product.
        taken: (m,) the number of the product that each was taken for.
        surer: (m,) whether it taught.
    """
    products = scores.shape[1]
    spread = max(float(np.sqrt(scores.var(axis=0).mean())), 1e-6)
    taught = taken[surer]
    counts = np.bincount(taught, minlength=products)
    if not len(taught):
        return np.zeros(products, np.float32)
    likeness = np.bincount(taught, scores[surer, taught], minlength=products) / np.maximum(counts, 1) / spread
    # Of a product that no photo taught nothing is known.
    likeness[counts == 0] = likeness[counts > 0].mean()
    found = COUNTED * np.log1p(counts) + ALIKE * likeness
    # In the middle of what comes first for the photos, so that a search is as often called unknown as before.
    return np.asarray(found - found[scores.argmax(axis=1)].mean(), np.float32)
