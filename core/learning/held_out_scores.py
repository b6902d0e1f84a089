"""What searches for held-out photos would score, with their product in the shop and without it."""

import numpy as np
from numpy.typing import NDArray

from core.embedding.measures import Measure, to_index_space
from core.learning.calibration import ScoredQueries
from core.learning.examples import Examples
from core.learning.look_alikes import look_alike_groups, spread_over_folds
from core.learning.proof import FOLDS, Compare, Learn
from core.progress import ReportProgress, report

BEST_PRODUCTS = 50
"""As many as core/search/nearest.py shows to the verdict."""

MOST_QUERIES = 3000


def held_out_scores(
    examples: Examples,
    examined: NDArray[np.bool_],
    learn: Learn,
    progress: ReportProgress,
    stage: str,
    *,
    apart: bool = False,
) -> dict[Measure, ScoredQueries]:
    """Search for the examined photos as if the shop had learned without them; by measure.

    In each of five rounds a fifth of the products is withheld altogether, photos, learning and all: their
    photos are queries for something unknown. Of the other products a fifth of the look-alike groups is held
    out: queries for something known.

    Args:
        examined: (n,) which photos may be held out and searched for.
        learn: what is learned from what is left.
        apart: none of the examined photos is ever left: where they are few groups of look-alikes, dealing
            them anew would let each be found by its own likes.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    generator = np.random.default_rng(0)
    names, owners = np.unique(examples.products, return_inverse=True)
    round_of_product = generator.permutation(len(names))[owners] % FOLDS
    round_of_photo = np.full(len(examples), -1, np.int64)
    groups = look_alike_groups(examples.vectors[examined], examples.products[examined])
    round_of_photo[examined] = spread_over_folds(groups, examples.products[examined], FOLDS)
    parts: dict[Measure, list[ScoredQueries]] = {measure: [] for measure in Measure}
    for number in range(FOLDS):
        report(progress, stage, number, FOLDS)
        withheld = round_of_product == number
        held = (round_of_photo == number) & ~withheld
        rest = examples.only(~withheld & ~(examined if apart else held))
        asked = np.flatnonzero(held | (withheld & examined))
        if len(asked) > MOST_QUERIES // FOLDS:
            asked = generator.choice(asked, MOST_QUERIES // FOLDS, replace=False)
        references = rest.only(~rest.synthetic)
        if not len(asked) or len(np.unique(references.products)) < 2:
            continue
        compare = learn(rest)
        for measure in Measure:
            parts[measure].append(
                _scores(compare, references, examples.vectors[asked], examples.products[asked], measure)
            )
    report(progress, stage, FOLDS, FOLDS)
    return {measure: _joined(scored) for measure, scored in parts.items() if scored}


def _scores(
    compare: Compare,
    references: Examples,
    vectors: NDArray[np.float32],
    products: NDArray[np.int64],
    measure: Measure,
) -> ScoredQueries:
    order = np.argsort(references.products, kind="stable")
    names, starts = np.unique(references.products[order], return_index=True)
    rows = to_index_space(compare(references.vectors[order]), measure)
    queries = to_index_space(compare(vectors), measure)
    likeness = (queries @ rows.T).astype(np.float64)
    if measure is Measure.EUCLIDEAN:
        squares = np.square(queries).sum(axis=1)[:, None] + np.square(rows).sum(axis=1)[None, :]
        likeness = -np.sqrt(np.maximum(squares - 2 * likeness, 0))
    by_product = np.maximum.reduceat(likeness, starts, axis=1)
    column = np.minimum(np.searchsorted(names, products), len(names) - 1)
    right = np.where(names[column] == products, by_product[np.arange(len(products)), column], np.nan)
    return ScoredQueries(-np.sort(-by_product, axis=1)[:, :BEST_PRODUCTS], right)


def _joined(parts: list[ScoredQueries]) -> ScoredQueries:
    width = min(part.best.shape[1] for part in parts)
    return ScoredQueries(
        np.concatenate([part.best[:, :width] for part in parts]),
        np.concatenate([part.right for part in parts]),
    )
