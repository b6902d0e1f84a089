"""Labels for unlabelled photos of a shop, found by self-training; nobody said what they show.

Products known by catalog photos alone are scored three ways: by the catalog photo, by the middle of what was
drawn of it, and by both in the space of the drawn photos' discriminants. Each score is made fair
(core/models/normalising.py), and their sum labels the photos, no product more often than is likely (M.
Cuturi, "Sinkhorn Distances", NeurIPS 2013, with a soft prior). The surer photos of each product teach new
discriminants; products are scored by their middle there, and the photos are labelled again.

Pure arithmetic: nothing of a shop or a file is known here. What helped and what did not:
docs/decisions/0025-a-shop-teaches-itself.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import Part
from core.learning.discriminants import linear_discriminants, principal_axes
from core.learning.examples import Examples
from core.models.normalising import level, norms_of_scores, share_of_normalising, standardised
from core.models.projection import MOST_DIMENSIONS, balanced

OTHER_PARTS = 0.5
"""What the further parts of a vector count beside the pooled features."""

SHRINKAGE = 0.3
SURER_SHARE = 0.6
"""Of the photos that a product is given; the less sure ones teach nothing."""

DRAWN_WEIGHT = 0.3
"""Of a drawn photo beside a real one; less where catalog photos are of the shop's own world and need no
drawing, by the share of normalising."""

TEMPERATURE = 0.7
PRIOR_STRENGTH = 0.7
"""How far products are given equally many photos; 1 would be exactly, at the whole share of normalising."""

_SECOND_ROUND_AT = 200  # unlabelled photos; of fewer a second round learns nothing more
_FIRST_WORD_UNTIL = 300  # so many photos teach as much as the first scores tell
_LEAST_FIRST_WORD = 0.3
_BALANCING_STEPS = 30

Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class SelfLabels:
    """What each of m unlabelled photos was taken for.

    Attributes:
        products: (m,) int64, product ids.
        sureness: (m,) float64, from 0 to 1.
        teaches: (m,) bool, whether it taught: a surer one, of a product without counter photos.
    """

    products: NDArray[np.int64]
    sureness: NDArray[np.float64]
    teaches: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class SelfTaught:
    """A projection ``(balanced - mean) @ matrix``, and what stands for each product behind it.

    Attributes:
        mean, matrix: (dim,), (dim, k) of balanced vectors.
        products: (n,) int64, ascending.
        prototypes: (n, k) float32, at unit length.
        labels: those that it was taught by.
    """

    mean: Rows
    matrix: Rows
    products: NDArray[np.int64]
    prototypes: Rows
    labels: SelfLabels


def teach_itself(
    known: Examples, unlabelled: Rows, parts: Sequence[Part], sure: NDArray[np.int64] | None = None
) -> SelfTaught:
    """Learn from the shop's photos, drawn ones included, and from unlabelled ones.

    Args:
        known: real and drawn photos, two products or more; a photo with a label of its own keeps it.
        unlabelled: (m, dim) raw vectors.
        parts: what the vectors are made of.
        sure: (m,) products of unlabelled photos whose label is sure; −1 for the others.

    Raises:
        ValueError: as :func:`core.learning.discriminants.linear_discriminants`.
    """
    counts = np.repeat([1.0, *[OTHER_PARTS] * (len(parts) - 1)], [part.length for part in parts])
    weights = np.asarray(counts, np.float32)
    photos, seen = balanced(known.vectors, parts), balanced(unlabelled, parts)
    share = share_of_normalising(photos[~known.counter & ~known.synthetic], seen)
    names, owners = np.unique(known.products, return_inverse=True)
    fixed = np.full(len(seen), -1, np.int64)
    if sure is not None:
        named = np.isin(sure, names)
        fixed[named] = np.searchsorted(names, sure[named])
    world = _World(
        photos * weights, owners, known.counter, known.synthetic, len(names), seen * weights, fixed, share
    )
    first = world.first_scores()
    scores = first
    lasting = float(np.clip(_FIRST_WORD_UNTIL / max(1, len(seen)), _LEAST_FIRST_WORD, 1.0))
    for _ in range(2 if len(seen) >= _SECOND_ROUND_AT else 1):
        labels = world.label(scores)
        mean, matrix, prototypes = world.taught(labels)
        found = _unit(np.asarray((world.seen - mean) @ matrix, np.float32))
        scores = world.fair(found @ prototypes.T) + lasting * first
    mean, matrix, prototypes = world.with_likeness(mean, matrix, prototypes)
    return SelfTaught(
        np.asarray(mean / weights, np.float32),
        np.asarray(weights[:, None] * matrix, np.float32),
        names,
        prototypes,
        SelfLabels(names[labels.products], labels.sureness, labels.teaches),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _World:
    """The photos of one lesson, (n, dim) and (m, dim), products numbered from 0."""

    photos: Rows
    owners: NDArray[np.int64]
    counter: NDArray[np.bool_]
    drawn: NDArray[np.bool_]
    products: int
    seen: Rows
    fixed: NDArray[np.int64]
    share: float

    def first_scores(self) -> NDArray[np.float64]:
        """What each unlabelled photo scores for each product before anything was learned, (m, products)."""
        real = ~self.drawn
        halfway = (self.seen.mean(axis=0) + self.photos[real].mean(axis=0)) / 2
        shelf = self.seen.mean(axis=0)
        total = self._alike(self.seen - halfway, self._middles(self.photos - halfway, real))
        drawn_too = self._middles(self.photos - shelf, self.drawn | self.counter)
        total += self.share * self._alike(self.seen - shelf, drawn_too)
        mean, matrix = linear_discriminants(
            self.photos, self.owners, count=MOST_DIMENSIONS, shrinkage=SHRINKAGE
        )
        learned = np.asarray((self.photos - mean) @ matrix, np.float32)
        both = np.stack([self._middles(learned, some) for some in (real, self.drawn | self.counter)])
        asked = np.asarray((self.seen - mean) @ matrix, np.float32)
        return total + self.share * self._alike(asked, both.sum(axis=0))

    def label(self, scores: NDArray[np.float64]) -> SelfLabels:
        """Label the unlabelled photos by their scores; products are numbers from 0.

        Those with counter photos keep to these: what was taken for them teaches nothing.
        """
        chances = _evenly(scores / TEMPERATURE, PRIOR_STRENGTH * self.share)
        taken, sureness = chances.argmax(axis=1), chances.max(axis=1)
        taken = np.where(self.fixed >= 0, self.fixed, taken)
        sureness = np.where(self.fixed >= 0, 1.0, sureness)
        surer = self.fixed >= 0
        for product in np.unique(taken).tolist():
            own = np.flatnonzero(taken == product)
            surer[own[np.argsort(-sureness[own], kind="stable")[: int(np.ceil(SURER_SHARE * len(own)))]]] = (
                True
            )
        photographed = np.isin(np.arange(self.products), self.owners[self.counter])
        return SelfLabels(taken, sureness, surer & ~photographed[taken])

    def taught(self, labels: SelfLabels) -> tuple[Rows, Rows, Rows]:
        """Mean, matrix and prototypes that follow from labels."""
        taken = labels.teaches
        rows = np.concatenate([self.photos, self.seen[taken]])
        owners = np.concatenate([self.owners, labels.products[taken]])
        weight = np.concatenate(
            [np.where(self.drawn, DRAWN_WEIGHT * self.share, 1.0), labels.sureness[taken]]
        )
        mean, matrix = linear_discriminants(
            rows, owners, count=MOST_DIMENSIONS, shrinkage=SHRINKAGE, weights=weight
        )
        learned = _unit((rows - mean) @ matrix) * weight[:, None].astype(np.float32)
        sums = np.zeros((self.products, matrix.shape[1]), np.float32)
        np.add.at(sums, owners, learned)
        return mean, matrix, _unit(sums)

    def with_likeness(self, mean: Rows, matrix: Rows, prototypes: Rows) -> tuple[Rows, Rows, Rows]:
        """The same with what plain likeness to the product's own photos says beside it.

        It counts by what of normalising is not done: where catalog photos are of the queries' own world they
        say more than what was learned, and nothing where the worlds lie apart.
        """
        counts = 1 - self.share
        room = MOST_DIMENSIONS - matrix.shape[1]
        if counts <= 0 or room <= 0:
            return mean, matrix, prototypes
        rows = np.concatenate([self.photos[~self.drawn], self.seen]) - mean
        axes = np.asarray(principal_axes(rows.astype(np.float64), room), np.float32)
        learned = matrix / _mean_length(rows @ matrix)
        alike = axes * (np.sqrt(counts) / _mean_length(rows @ axes))
        turned = np.asarray((self.photos - mean) @ axes, np.float32)
        own = self._middles(turned, ~self.drawn) * np.float32(np.sqrt(counts))
        joined = np.concatenate([prototypes, own], axis=1)
        return mean, np.asarray(np.concatenate([learned, alike], axis=1), np.float32), _unit(joined)

    def fair(self, scores: NDArray[np.float32]) -> NDArray[np.float64]:
        """Scores (m, products) in deviations, fair between the products."""
        own = norms_of_scores(scores)
        return standardised(scores.astype(np.float64), own, level(own, self.share))

    def _alike(self, seen: Rows, middles: Rows) -> NDArray[np.float64]:
        return self.fair(_unit(seen) @ _unit(middles).T)

    def _middles(self, rows: Rows, wanted: NDArray[np.bool_]) -> Rows:
        """Unit middle of each product's ``wanted`` photos; of all its photos where it has none of these."""
        unit = _unit(rows)
        sums, every = np.zeros((2, self.products, rows.shape[1]), np.float32)
        np.add.at(sums, self.owners[wanted], unit[wanted])
        np.add.at(every, self.owners, unit)
        has = np.isin(np.arange(self.products), self.owners[wanted])
        return _unit(np.where(has[:, None], sums, every))


def _evenly(logits: NDArray[np.float64], strength: float) -> NDArray[np.float64]:
    """Softmax over the products, (m, products), of photos that are spread over them more evenly.

    Sinkhorn's iteration; ``strength`` is the power of each correction, 0 for a plain softmax.
    """
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    wanted = len(weights) / weights.shape[1]
    factors = np.ones(weights.shape[1])
    for _ in range(_BALANCING_STEPS):
        given = (1 / (weights @ factors)) @ weights
        factors = (wanted / np.maximum(given, 1e-12)) ** strength
    chances = weights * factors
    return np.asarray(chances / chances.sum(axis=1, keepdims=True), np.float64)


def _mean_length(rows: Rows) -> np.float32:
    return np.float32(max(float(np.sqrt(np.square(rows).sum(axis=1).mean())), 1e-12))


def _unit(rows: Rows) -> Rows:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12), np.float32)
