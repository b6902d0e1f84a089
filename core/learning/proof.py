"""Whether a lesson makes the shop better: examined on photos that it did not learn from.

The photos are dealt into folds, look-alikes together. Each fold is searched for among all the other photos,
once as the shop searches now and once as it would after the lesson; both learn without the fold. The
difference in first places is resampled over the groups of look-alikes (B. Efron's bootstrap, 1979), as
photos of one group are right or wrong together. Only a 95 % interval above zero promotes a lesson.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.embedding.measures import Measure, to_index_space
from core.learning.examples import Examples
from core.learning.look_alikes import look_alike_groups, spread_over_folds
from core.messages import Sentence, message
from core.progress import ReportProgress, report

FOLDS = 5
RESAMPLES = 2000
LEAST_HELD_OUT = 20
"""Photos: fewer of them prove nothing."""

_STAGE = message("core", "Examining the lesson")

_BETTER = message(
    "core",
    "Better: of 100 photos, between {low} and {high} more come out right. It was examined on {count} photos "
    "that it did not learn from.",
)
_NOT_BETTER = message(
    "core",
    "Not better beyond doubt: of 100 photos, between {low} fewer and {high} more come out right. It was "
    "examined on {count} photos that it did not learn from.",
)
_WORSE = message(
    "core",
    "Worse: of 100 photos, between {low} and {high} fewer come out right. It was examined on {count} photos "
    "that it did not learn from.",
)
_BY_DRAWN_PHOTOS = message(
    "core",
    "Better on {count} practice photos drawn from the catalog's pictures. How much better it is on real ones "
    "is not known: photos taken in the shop would show it.",
)
_NOT_BY_DRAWN_PHOTOS = message(
    "core",
    "Not better beyond doubt on {count} practice photos drawn from the catalog's pictures. Photos taken in "
    "the shop would teach it more.",
)

Compare = Callable[[NDArray[np.float32]], NDArray[np.float32]]
"""Raw vectors (n, dim) to those that are compared (n, k)."""

Learn = Callable[[Examples], Compare]
"""What is learned from examples."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What the examination found; shares from 0 to 1, None where no photo was there that could tell."""

    held_out: int
    before_top1: float | None
    after_top1: float | None
    gain_interval: tuple[float, float] | None
    promoted: bool
    reason: Sentence


def examine(
    examples: Examples, before: Learn, after: Learn, progress: ReportProgress, *, seed: int = 0
) -> Proof:
    """Compare two ways to learn on held-out photos.

    Held out are counter photos; where there are hardly any, synthetic ones stand in: they decide whether the
    lesson learned what it was to learn, but no figure comes of them, and the reason says so. A catalog photo
    is never held out, and what is searched among is never synthetic.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    examined = examined_photos(examples)
    real = not (examined & examples.synthetic).any()
    examined = examined & np.isin(examples.products, _with_reference(examples, examined))
    if examined.sum() < LEAST_HELD_OUT:
        return too_few(int(examined.sum()))
    groups = np.full(len(examples), -1, np.int64)
    groups[examined] = look_alike_groups(examples.vectors[examined], examples.products[examined], seed=seed)
    folds = np.full(len(examples), -1, np.int64)
    folds[examined] = spread_over_folds(groups[examined], examples.products[examined], FOLDS)
    right_before, right_after = np.zeros((2, len(examples)), np.bool_)
    for fold in range(FOLDS):
        report(progress, _STAGE, fold, FOLDS)
        held = folds == fold
        if not held.any():
            continue
        rest, queries = examples.only(~held), examples.only(held)
        right_before[held] = first_is_right(before(rest), rest, queries)
        right_after[held] = first_is_right(after(rest), rest, queries)
    report(progress, _STAGE, FOLDS, FOLDS)
    return judge_gain(right_before[examined], right_after[examined], groups[examined], real=real, seed=seed)


def judge_gain(
    before: NDArray[np.bool_],
    after: NDArray[np.bool_],
    groups: NDArray[np.int64],
    *,
    real: bool,
    seed: int = 0,
) -> Proof:
    """The proof from what came first.

    Synthetic photos are made of the very picture that they are searched among, so what is gained on them is
    many times what real photos confirm (+35 points against +9 in a real shop): it decides, and is not told.

    Args:
        before, after: (n,) whether each held-out photo's product came first.
        groups: (n,) group of look-alikes of each.
        real: whether they are photos, not synthetic ones.
    """
    interval = bootstrap_interval(after.astype(np.float64) - before, groups, seed=seed)
    promoted = interval[0] > 0
    return Proof(
        held_out=len(before),
        before_top1=float(before.mean()) if real else None,
        after_top1=float(after.mean()) if real else None,
        gain_interval=interval if real else None,
        promoted=promoted,
        reason=_reason(promoted, interval, len(before), real=real),
    )


def too_few(count: int) -> Proof:
    """No proof: ``count`` photos are too few to examine a lesson on."""
    reason = message(
        "core", "There are too few photos to examine the lesson on: {count}. It takes {least} or more."
    )
    values = {"count": count, "least": LEAST_HELD_OUT}
    return Proof(0, None, None, None, False, Sentence(reason, values))


def examined_photos(examples: Examples) -> NDArray[np.bool_]:
    """Which photos stand for tomorrow's queries, (n,): counter photos, or synthetic ones without enough."""
    real = examples.counter & ~examples.synthetic
    return real if real.sum() >= LEAST_HELD_OUT else examples.synthetic


def first_is_right(compare: Compare, rest: Examples, queries: Examples) -> NDArray[np.bool_]:
    """Whether the most alike real photo of ``rest`` (by cosine) is of the query's product, (n,)."""
    references = rest.only(~rest.synthetic)
    rows = to_index_space(compare(references.vectors), Measure.COSINE)
    likeness = to_index_space(compare(queries.vectors), Measure.COSINE) @ rows.T
    right: NDArray[np.bool_] = references.products[likeness.argmax(axis=1)] == queries.products
    return right


def bootstrap_interval(
    gains: NDArray[np.float64], groups: NDArray[np.int64], *, seed: int = 0, resamples: int = RESAMPLES
) -> tuple[float, float]:
    """The middle 95 % of the mean gain when whole groups are drawn again with replacement.

    Args:
        gains: (n,) what each photo won: 1, 0 or −1.
        groups: (n,) group of each photo.
    """
    _, group = np.unique(groups, return_inverse=True)
    sums, sizes = np.bincount(group, gains), np.bincount(group)
    count = len(sizes)
    generator = np.random.default_rng(seed)
    means = np.empty(resamples)
    for number in range(resamples):  # one at a time: all at once would take gigabytes in a large shop
        drawn = generator.integers(count, size=count)
        means[number] = sums[drawn].sum() / sizes[drawn].sum()
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)


def _with_reference(examples: Examples, examined: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Products that can be found when a fold is held out: with a photo that stays, or in several groups."""
    stays = np.unique(examples.products[~examined & ~examples.synthetic])
    numbers, counts = np.unique(examples.products[examined & ~examples.synthetic], return_counts=True)
    return np.union1d(stays, numbers[counts > 1])


def _reason(promoted: bool, interval: tuple[float, float], count: int, *, real: bool) -> Sentence:
    if not real:
        return Sentence(_BY_DRAWN_PHOTOS if promoted else _NOT_BY_DRAWN_PHOTOS, {"count": count})
    text = _BETTER if promoted else _WORSE if interval[1] < 0 else _NOT_BETTER
    return Sentence(text, {**of_a_hundred(interval), "count": count})


def of_a_hundred(interval: tuple[float, float]) -> dict[str, str]:
    """The ends of a gain as photos of a hundred, without sign, the smaller one first.

    Where the gain may be below or above nought, ``low`` is how many fewer may come out right, ``high`` how
    many more. A decimal is told only where whole photos would say nothing, or the same twice.
    """
    first, last = sorted(interval, key=abs) if interval[1] < 0 else interval
    low, high = abs(first) * 100, abs(last) * 100
    is_fine = round(low) == round(high) or 0 < low < 1 or 0 < high < 1
    digits = 1 if is_fine and high > 0 else 0
    return {"low": f"{low:.{digits}f}", "high": f"{high:.{digits}f}"}
