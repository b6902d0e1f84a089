"""Products that are kinds of things are taken apart into their varieties; single things are not."""

import numpy as np

from core.learning.discriminants import linear_discriminants
from core.learning.examples import Examples
from core.learning.proof import Compare, Learn
from core.learning.varieties import LEAST_PHOTOS, MANY, ONE, choose_varieties, labels_of_varieties
from core.progress import ignore_progress

DIM = 40


def photos(products: int, varieties: int, each: int) -> Examples:
    """Photos of products; a variety is a place in six dimensions, the other dimensions are loud noise."""
    rng = np.random.default_rng(2)
    places = rng.normal(0, 1, (products * varieties, 6))
    variety = np.repeat(np.arange(products * varieties), each)
    noise = rng.normal(0, 1.2, (len(variety), DIM - 6))
    vectors = np.concatenate([places[variety] + rng.normal(0, 0.25, (len(variety), 6)), noise], axis=1)
    count = len(variety)
    return Examples(
        vectors.astype(np.float32),
        variety // varieties,
        np.ones(count, np.bool_),
        np.zeros(count, np.bool_),
        np.arange(count),
    )


def by_place(examples: Examples) -> Examples:
    """The same with the noise far too weak to be what look-alikes are found by, as in a network's vectors."""
    scaled = examples.vectors.copy()
    scaled[:, 6:] *= 0.15
    return Examples(scaled, examples.products, examples.counter, examples.synthetic, examples.stamps)


def learner(most: int) -> Learn:
    def learn(some: Examples) -> Compare:
        labels = labels_of_varieties(some.vectors, some.products, most)
        mean, matrix = linear_discriminants(some.vectors, labels, count=256, shrinkage=0.1)
        return lambda vectors: np.asarray((vectors - mean) @ matrix, np.float32)

    return learn


def test_kinds_of_things_are_taken_apart() -> None:
    assert choose_varieties(by_place(photos(3, 8, 24)), learner, ignore_progress) == MANY


def test_single_things_are_not() -> None:
    assert choose_varieties(by_place(photos(24, 1, 24)), learner, ignore_progress) == ONE


def test_few_photos_decide_nothing() -> None:
    few = by_place(photos(3, 8, 24)).only(np.arange(LEAST_PHOTOS - 1))
    assert choose_varieties(few, learner, ignore_progress) == ONE


def test_synthetic_photos_decide_nothing() -> None:
    drawn = by_place(photos(3, 8, 24))
    drawn.synthetic[:] = True
    assert choose_varieties(drawn, learner, ignore_progress) == ONE


def test_the_varieties_of_different_products_are_never_one() -> None:
    examples = by_place(photos(3, 8, 24))
    labels = labels_of_varieties(examples.vectors, examples.products, MANY)
    assert all(len(np.unique(examples.products[labels == label])) == 1 for label in np.unique(labels))
    assert len(np.unique(labels)) == 3 * MANY
    assert labels_of_varieties(examples.vectors, examples.products, ONE) is examples.products
