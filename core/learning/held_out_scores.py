"""What searches for held-out photos would score, with their product in the shop and without it."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import Part
from core.embedding.measures import Measure, to_index_space
from core.learning.calibration import CloserLooks, ScoredQueries
from core.learning.examples import Examples
from core.learning.look_alikes import look_alike_groups, spread_over_folds
from core.learning.proof import FOLDS, Compare, Learn
from core.models.doubt import MOST_PHOTOS, Views, traits
from core.models.projection import balanced
from core.models.verdict import first_scores
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
    parts: Sequence[Part] = (),
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
        parts: what the vectors are made of, where the first product is to be looked at more closely (by
            cosine alone).

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    generator = np.random.default_rng(0)
    names, owners = np.unique(examples.products, return_inverse=True)
    round_of_product = generator.permutation(len(names))[owners] % FOLDS
    round_of_photo = np.full(len(examples), -1, np.int64)
    groups = look_alike_groups(examples.vectors[examined], examples.products[examined])
    round_of_photo[examined] = spread_over_folds(groups, examples.products[examined], FOLDS)
    found: dict[Measure, list[ScoredQueries]] = {measure: [] for measure in Measure}
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
        # A search subtracts the projection's middle: that of all that was learned from, drawn photos too.
        centre = balanced(rest.vectors, parts).mean(axis=0) if parts else np.empty(0, np.float32)
        for measure in Measure:
            looked_at = parts if measure is Measure.COSINE else ()
            found[measure].append(
                _scores(compare, references, examples.only(asked), measure, looked_at, centre)
            )
    report(progress, stage, FOLDS, FOLDS)
    return {measure: _joined(scored) for measure, scored in found.items() if scored}


def _scores(
    compare: Compare,
    references: Examples,
    asked: Examples,
    measure: Measure,
    parts: Sequence[Part],
    centre: NDArray[np.float32],
) -> ScoredQueries:
    order = np.argsort(references.products, kind="stable")
    names, starts = np.unique(references.products[order], return_index=True)
    compared, compared_asked = compare(references.vectors[order]), compare(asked.vectors)
    rows, queries = to_index_space(compared, measure), to_index_space(compared_asked, measure)
    products = asked.products
    likeness = (queries @ rows.T).astype(np.float64)
    if measure is Measure.EUCLIDEAN:
        squares = np.square(queries).sum(axis=1)[:, None] + np.square(rows).sum(axis=1)[None, :]
        likeness = -np.sqrt(np.maximum(squares - 2 * likeness, 0))
    by_product = np.maximum.reduceat(likeness, starts, axis=1)
    column = np.minimum(np.searchsorted(names, products), len(names) - 1)
    right = np.where(names[column] == products, by_product[np.arange(len(products)), column], np.nan)
    best = -np.sort(-by_product, axis=1)[:, :BEST_PRODUCTS]
    closer = None
    if parts:
        known = Views(balanced(references.vectors[order], parts), compared)
        first = by_product.argmax(axis=1)
        spans = zip(starts[first], np.append(starts, len(rows))[first + 1], strict=True)
        own = [_looked_at(some, *span) for some, span in zip(likeness, spans, strict=True)]
        seen = Views(balanced(asked.vectors, parts), compared_asked)
        closer = CloserLooks(_traits(best, seen, known, own, centre, parts[-1].length), products)
    return ScoredQueries(best, right, closer)


def _looked_at(likeness: NDArray[np.float64], start: int, end: int) -> NDArray[np.intp]:
    """Which of a product's photos, from ``start`` to before ``end``, a search looks at: the most alike, then
    by their place, as core/search/witnesses/vector.py does.
    """
    every = np.arange(start, end)
    if len(every) <= MOST_PHOTOS:
        return every
    best = start + int(likeness[start:end].argmax())
    return np.append(best, every[every != best])[:MOST_PHOTOS]


def _traits(
    best: NDArray[np.float64],
    queries: Views,
    known: Views,
    own: Iterable[NDArray[np.intp]],
    centre: NDArray[np.float32],
    last: int,
) -> NDArray[np.float64]:
    """Of each query by its first product, whose photos are those of the known ones that ``own`` names."""
    return np.array(
        [
            traits(
                scores,
                Views(queries.whole[place : place + 1], queries.projected[place : place + 1]),
                Views(known.whole[rows], known.projected[rows]),
                centre,
                last,
            )
            for place, (scores, rows) in enumerate(zip(first_scores(best), own, strict=True))
        ]
    )


def _joined(parts: list[ScoredQueries]) -> ScoredQueries:
    width = min(part.best.shape[1] for part in parts)
    closer = [part.closer for part in parts if part.closer is not None]
    return ScoredQueries(
        np.concatenate([part.best[:, :width] for part in parts]),
        np.concatenate([part.right for part in parts]),
        CloserLooks(
            np.concatenate([one.traits for one in closer]), np.concatenate([one.products for one in closer])
        )
        if closer
        else None,
    )
