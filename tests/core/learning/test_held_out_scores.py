"""Held-out photos are scored as a search would score them, the closer look at the first product included."""

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import Part
from core.embedding.measures import Measure
from core.learning.examples import Examples, no_examples
from core.learning.held_out_scores import held_out_scores
from core.learning.proof import Compare
from core.models.doubt import MOST_PHOTOS, TRAITS
from core.models.projection import balanced
from core.progress import ignore_progress

PARTS = (Part(6, True), Part(4, True))
DIM = 10


def examples(*, drawn: bool) -> Examples:
    """Ten products with twelve photos each; of an eleventh there are forty drawn ones, all of one kind."""
    rng = np.random.default_rng(0)
    products = np.repeat(np.arange(10), 12)
    photos = rng.normal(0, 0.3, (120, DIM)) + rng.normal(0, 1, (10, DIM))[products]
    mask = np.ones(120, np.bool_)
    real = Examples(photos.astype(np.float32), products, mask, ~mask, np.arange(120))
    other = Examples(
        np.tile(np.eye(DIM, dtype=np.float32)[0] * 9 + np.eye(DIM, dtype=np.float32)[7] * 9, (40, 1)),
        np.full(40, 10),
        np.zeros(40, np.bool_),
        np.ones(40, np.bool_),
        -1 - np.arange(40),
    )
    return real.and_also(other if drawn else no_examples(DIM))


def test_the_middle_that_is_subtracted_is_that_of_all_that_was_learned_from() -> None:
    """A search subtracts the projection's, in which the drawn photos count."""
    learned: list[Examples] = []

    def learn(some: Examples) -> Compare:
        learned.append(some)
        return lambda vectors: balanced(vectors, PARTS)

    def mean_likeness(*, drawn: bool) -> float:
        some = examples(drawn=drawn)
        scored = held_out_scores(some, some.counter, learn, ignore_progress, "", parts=PARTS)
        closer = scored[Measure.COSINE].closer
        assert closer is not None
        assert closer.traits.shape == (len(scored[Measure.COSINE].right), TRAITS)
        return float(closer.traits[:, 3].mean())

    assert mean_likeness(drawn=True) > mean_likeness(drawn=False) + 0.02


def test_of_a_product_with_many_photos_the_best_and_the_first_ones_are_looked_at() -> None:
    """As in a search: what the fit sees of a product is what an answer will see of it."""
    rng = np.random.default_rng(0)
    half = 2 * MOST_PHOTOS
    products = np.repeat(np.arange(5), [2 * half, 12, 12, 12, 12])
    axes = np.eye(DIM)
    middles = axes[:5] + axes[6]  # something in either part
    photos = middles[products] + rng.normal(0, 0.25, (len(products), DIM))  # no look-alikes
    photos[half : 2 * half] += axes[5] + axes[9] - middles[0]  # the later half shows its other side
    mask = np.ones(len(products), np.bool_)
    some = Examples(photos.astype(np.float32), products, mask, ~mask, np.arange(len(products)))

    def closer(first: int, end: int) -> NDArray[np.float64]:
        asked = np.zeros(len(products), np.bool_)
        asked[first:end] = True
        scored = held_out_scores(some, asked, lambda _: both, ignore_progress, "", parts=PARTS)
        found = scored[Measure.COSINE].closer
        assert found is not None
        has_many = found.traits[:, 6] > np.log(MOST_PHOTOS) - 1e-6
        assert has_many.any()
        return np.asarray(np.median(found.traits[has_many], axis=0), np.float64)

    def both(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
        return balanced(vectors, PARTS)

    early, late = closer(0, half), closer(half, 2 * half)
    assert early[2] > 0.8
    assert early[3] > 0.4  # the mean of the first ones alone
    assert late[2] > 0.8  # its best is among them, though it comes late
    assert late[3] < -0.3
