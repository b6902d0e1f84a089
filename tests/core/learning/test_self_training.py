"""A shop labels its unlabelled photos itself; the only ones with a name are studio pictures."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.embedding.backbone import Part
from core.learning.examples import Examples
from core.learning.self_training import SelfTaught, teach_itself
from core.models.projection import balanced

PARTS = (Part(60), Part(40, signed=True))
KINDS, DIM = 8, 100


class World:
    """Eight kinds of things, seen in a studio and on a shelf that is on every picture."""

    def __init__(self, seed: int = 0) -> None:
        self.rng = np.random.default_rng(seed)
        self.kinds = np.abs(self.rng.standard_normal((KINDS, DIM)))
        self.shelf = np.abs(self.rng.standard_normal(DIM)) * 1.5
        self.nuisance = self.rng.standard_normal((4, DIM)) * 0.5

    def studio(self, kinds: NDArray[np.int64], *, noise: float = 0.1) -> NDArray[np.float32]:
        found = self.kinds[kinds] + noise * self.rng.standard_normal((len(kinds), DIM))
        return np.abs(found).astype(np.float32)

    def shop(self, kinds: NDArray[np.int64]) -> NDArray[np.float32]:
        light = self.rng.standard_normal((len(kinds), 4)) @ self.nuisance
        noise = 0.4 * self.rng.standard_normal((len(kinds), DIM))
        return np.abs(0.6 * self.kinds[kinds] + self.shelf + light + noise).astype(np.float32)


def examples(world: World, *, photographed: int = 0) -> Examples:
    """One studio photo and six drawn ones a kind; of the first kinds also five counter photos."""
    every = np.arange(KINDS)
    drawn, counter = np.repeat(every, 6), np.repeat(every[:photographed], 5)
    kinds = np.concatenate([every, drawn, counter])
    rows = [world.studio(every), world.studio(drawn, noise=0.5), world.shop(counter)]
    count = len(kinds)
    return Examples(
        np.concatenate(rows),
        kinds * 10 + 3,
        np.arange(count) >= KINDS * 7,
        (np.arange(count) >= KINDS) & (np.arange(count) < KINDS * 7),
        np.arange(count),
    )


def first(taught: SelfTaught, queries: NDArray[np.float32]) -> NDArray[np.int64]:
    rows = (balanced(queries, PARTS) - taught.mean) @ taught.matrix
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(taught.products[(rows @ taught.prototypes.T).argmax(axis=1)], np.int64)


def by_likeness(known: Examples, queries: NDArray[np.float32]) -> NDArray[np.int64]:
    photos = known.only(~known.synthetic)
    rows, asked = balanced(photos.vectors, PARTS), balanced(queries, PARTS)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(photos.products[(asked @ rows.T).argmax(axis=1)], np.int64)


def test_unlabelled_photos_teach_what_the_studio_did_not_show() -> None:
    world = World()
    known = examples(world)
    asked = world.rng.integers(0, KINDS, 200)
    queries = world.shop(asked)
    taught = teach_itself(known, world.shop(world.rng.integers(0, KINDS, 320)), PARTS)
    before = (by_likeness(known, queries) == asked * 10 + 3).mean()
    after = (first(taught, queries) == asked * 10 + 3).mean()
    assert after > before + 0.1
    assert after > 0.8


def test_most_of_the_surer_labels_are_right_and_surer_ones_more_often() -> None:
    world = World(1)
    truth = world.rng.integers(0, KINDS, 240)
    labels = teach_itself(examples(world), world.shop(truth), PARTS).labels
    right = labels.products == truth * 10 + 3
    assert right[labels.teaches].mean() >= right[~labels.teaches].mean()
    assert right[labels.teaches].mean() > 0.8
    assert 0.5 < labels.teaches.mean() < 0.75
    assert ((labels.sureness >= 0) & (labels.sureness <= 1)).all()


def test_a_label_that_is_sure_is_taken_whatever_the_vector_says() -> None:
    world = World(2)
    truth = world.rng.integers(0, KINDS, 120)
    sure = np.full(120, -1, np.int64)
    sure[7], sure[8] = 53, 999  # 999 is no product here
    labels = teach_itself(examples(world), world.shop(truth), PARTS, sure).labels
    assert (labels.products[7], labels.sureness[7], labels.teaches[7]) == (53, 1.0, True)
    assert labels.products[8] != 999


def test_a_product_with_counter_photos_keeps_to_them() -> None:
    world = World(3)
    known = examples(world, photographed=3)
    asked = world.rng.integers(0, KINDS, 200)
    queries, seen = world.shop(asked), world.shop(world.rng.integers(0, KINDS, 240))
    taught = teach_itself(known, seen, PARTS)
    right = first(taught, queries) == asked * 10 + 3
    assert right[asked < 3].mean() > 0.85
    assert right[asked >= 3].mean() > 0.8


def test_what_is_taken_for_a_product_with_counter_photos_teaches_nothing_however_sure() -> None:
    world = World(3)
    truth = world.rng.integers(0, KINDS, 240)
    sure = np.where(np.arange(240) % 4 == 0, truth * 10 + 3, -1)
    labels = teach_itself(examples(world, photographed=3), world.shop(truth), PARTS, sure).labels
    photographed = labels.products < 30
    assert photographed.sum() > 40
    assert not labels.teaches[photographed].any()
    assert labels.teaches[~photographed].mean() > 0.5
    assert labels.teaches[~photographed & (sure >= 0)].all()


def test_the_same_photos_teach_the_same() -> None:
    seen = World(4).shop(np.arange(100) % KINDS)
    one, other = (teach_itself(examples(World(5)), seen, PARTS) for _ in range(2))
    np.testing.assert_array_equal(one.matrix, other.matrix)
    np.testing.assert_array_equal(one.prototypes, other.prototypes)


def test_prototypes_are_of_unit_length_and_in_the_order_of_their_products() -> None:
    world = World(6)
    taught = teach_itself(examples(world), world.shop(np.arange(90) % KINDS), PARTS)
    np.testing.assert_allclose(np.linalg.norm(taught.prototypes, axis=1), 1, rtol=1e-5)
    assert taught.products.tolist() == sorted(taught.products.tolist())
    assert taught.prototypes.shape == (KINDS, taught.matrix.shape[1])


def test_one_product_cannot_be_told_from_others() -> None:
    world = World(7)
    known = examples(world)
    with pytest.raises(ValueError, match="two products"):
        teach_itself(known.only(known.products == 3), world.shop(np.zeros(60, np.int64)), PARTS)
