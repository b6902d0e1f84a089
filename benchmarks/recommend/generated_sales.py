"""Receipts of a shop whose structure is known, so that what finds it can be measured.

What is true of this shop:

- Products have a popularity after Zipf (power 0.8) and one of ``categories`` categories.
- ``sets`` sets of three to six products, most of them of different categories, are bought for one purpose
  (tea, cup and biscuits; brush, paint and tape). A receipt serves one purpose, sometimes more; sets too have
  a popularity after Zipf. Of a set each product is taken with a chance of its own, 0.3 to 0.8.
- Beside that every receipt takes some products for nothing but their popularity, and four in ten a bag:
  bought the most, and going with nothing.
- Three products of each set come into fashion late: in the first half of the time they are taken half as
  often.

All else is chance, from one seed.
"""

from dataclasses import dataclass

import numpy as np

BAG = 0
"""The product that is bought most and goes with nothing."""


@dataclass(frozen=True, slots=True)
class GeneratedSales:
    """``receipts`` in the order of time, each the products on it; ``category`` by product."""

    receipts: tuple[tuple[int, ...], ...]
    category: tuple[int, ...]
    sets: tuple[tuple[int, ...], ...]


def generate(
    seed: int = 20, *, receipts: int = 20_000, products: int = 800, categories: int = 25, sets: int = 150
) -> GeneratedSales:
    """Make the receipts."""
    random = np.random.default_rng(seed)
    popularity = _zipf(products, 0.8)
    category = random.integers(0, categories, products)
    groups = tuple(
        tuple(int(one) for one in 1 + random.choice(products - 1, random.integers(3, 7), replace=False))
        for _ in range(sets)
    )
    chances = [random.uniform(0.3, 0.8, len(group)) for group in groups]
    liked = _zipf(sets, 0.7)
    found = []
    for place in range(receipts):
        taken: dict[int, None] = {}
        is_early = place < receipts / 2
        for group in random.choice(sets, 1 + random.poisson(0.3), p=liked):
            chance = chances[group] * np.where(is_early & (np.arange(len(groups[group])) < 3), 0.5, 1.0)
            taken |= dict.fromkeys(np.asarray(groups[group])[random.random(len(chance)) < chance].tolist())
        taken |= dict.fromkeys(random.choice(products, random.poisson(1.2), p=popularity).tolist())
        if random.random() < 0.4:
            taken[BAG] = None
        if taken:
            found.append(tuple(taken))
    return GeneratedSales(tuple(found), tuple(int(one) for one in category), groups)


def _zipf(count: int, power: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    weights = 1 / np.arange(1, count + 1, dtype=np.float64) ** power
    return np.asarray(weights / weights.sum())
