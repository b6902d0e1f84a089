"""What each witness counts, fitted to the searches that the shop's clerks confirmed.

Each search was answered before anybody said what it shows, so nothing that was learned has seen it. The most
probable weights are found (core/models/witness_weights.py has the formula, a conditional logit: D. McFadden,
1974), held towards the ones that the program comes with: few searches prove little. Products are held out in
turn, and only if the searches of those are the more probable beyond doubt are the new weights taken. So the
rule is that of lessons (core/learning/proof.py); what is judged is the probability of what was right, and not
only what came first, as the verdict is to be believed.
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalog.log.heard_searches import HeardSearch, heard_searches
from core.learning.proof import FOLDS, bootstrap_interval
from core.messages import Sentence, message
from core.models.witness_weights import AS_THEY_COME, WEIGHED, WitnessWeights
from core.shop.shop import Shop

LEAST_SEARCHES = 50
"""Confirmed searches; fewer prove nothing."""

DEVIATION = 0.25
"""How far a weight is from the one that the program comes with, before anything was seen of the shop."""

_STEPS = 50
_SETTLED = 1e-9

_FITTED = message(
    "core",
    "What likeness, print and words on labels count follows from {count} confirmed searches now: on those "
    "that were held out, what was right is between {low} and {high} per cent more probable.",
)
_KEPT = message(
    "core",
    "What likeness, print and words on labels count stays as it was: {count} confirmed searches do not show "
    "beyond doubt that anything else is better.",
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What came of it.

    Attributes:
        weights: the new ones; None where those in use stay.
        told: what a lesson's report says of it.
    """

    weights: WitnessWeights | None
    told: Sentence


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """Searches in the form that the fit needs, n of them with up to m candidates.

    Attributes:
        said: (n, m + 1, 4) what is weighed by the four numbers, of each candidate and last of "none of
            these".
        there: (n, m + 1) whether there is such a candidate.
        truth: (n,) the place of what was right.
        groups: (n,) searches of one product are right or wrong together.
    """

    said: NDArray[np.float64]
    there: NDArray[np.bool_]
    truth: NDArray[np.int64]
    groups: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.truth)

    def only(self, chosen: NDArray[np.bool_]) -> "Choices":
        """Those where ``chosen``, (n,), is true."""
        return Choices(self.said[chosen], self.there[chosen], self.truth[chosen], self.groups[chosen])


def weigh_witnesses(shop: Shop) -> Weighed | None:
    """Fit the weights that count beside the model in use; None where too few searches are confirmed."""
    model = shop.model
    searches = [one for one in heard_searches(shop.catalog) if one.heard.taught_by == model.taught_by]
    choices = choices_of(searches)
    if len(choices) < LEAST_SEARCHES:
        return None
    return weighed(choices, shop.witness_weights(model))


def weighed(choices: Choices, in_use: WitnessWeights) -> Weighed:
    """The weights that follow from confirmed searches, if they are better beyond doubt than those in use."""
    gains = held_out(choices) - logarithms(choices, in_use)
    low, high = bootstrap_interval(gains, choices.groups)
    count = len(choices)
    if low <= 0:
        return Weighed(None, Sentence(_KEPT, {"count": count}))
    ends = {name: f"{100 * np.expm1(end):.0f}" for name, end in (("low", low), ("high", high))}
    return Weighed(fitted_weights(choices), Sentence(_FITTED, {"count": count, **ends}))


def choices_of(searches: Sequence[HeardSearch]) -> Choices:
    """The searches whose right product is among the candidates, or that the shop has none for."""
    kept = [one for one in searches if one.truth is None or one.truth in one.heard.products]
    most = max((len(one.heard.products) for one in kept), default=0)
    said = np.zeros((len(kept), most + 1, len(WEIGHED) + 1))
    there = np.zeros((len(kept), most + 1), np.bool_)
    truth = np.full(len(kept), most, np.int64)
    groups = np.zeros(len(kept), np.int64)
    for row, one in enumerate(kept):
        heard, count = one.heard, len(one.heard.products)
        for column, name in enumerate(WEIGHED):
            said[row, :count, column] = heard.odds.get(name, 0.0)
        said[row, most] = [heard.none, *[0.0] * (len(WEIGHED) - 1), 1.0]
        there[row, :count] = there[row, most] = True
        if one.truth is not None:
            truth[row] = np.flatnonzero(heard.products == one.truth)[0]
        groups[row] = heard.products[0] if one.truth is None else one.truth
    return Choices(said, there, truth, groups)


def held_out(choices: Choices) -> NDArray[np.float64]:
    """The logarithm of the probability of what was right, (n,), by weights fitted without its product."""
    _, numbers = np.unique(choices.groups, return_inverse=True)
    folds = np.random.default_rng(0).permutation(int(numbers.max()) + 1)[numbers] % FOLDS
    found = np.zeros(len(choices))
    for fold in np.unique(folds).tolist():
        held = folds == fold
        found[held] = logarithms(choices.only(held), fitted_weights(choices.only(~held)))
    return found


def logarithms(choices: Choices, weights: WitnessWeights) -> NDArray[np.float64]:
    """The logarithm of the probability of what was right, (n,)."""
    logits = _logits(choices, np.array(astuple(weights)))
    totals: NDArray[np.float64] = np.logaddexp.reduce(logits, axis=1)
    return np.asarray(logits[np.arange(len(choices)), choices.truth] - totals, np.float64)


def fitted_weights(choices: Choices) -> WitnessWeights:
    """The most probable weights, by Newton's steps; what would be below 0 is 0."""
    middle = np.array(astuple(AS_THEY_COME))
    numbers = middle.copy()
    right = choices.said[np.arange(len(choices)), choices.truth]
    for _ in range(_STEPS):
        logits = _logits(choices, numbers)
        shares = np.exp(logits - np.logaddexp.reduce(logits, axis=1)[:, None])
        expected = np.einsum("nm,nmf->nf", shares, choices.said)
        gradient = (right - expected).sum(axis=0) - (numbers - middle) / DEVIATION**2
        spread = np.einsum("nm,nmf,nmg->fg", shares, choices.said, choices.said, optimize=True)
        curvature = spread - expected.T @ expected + np.eye(len(numbers)) / DEVIATION**2
        step = np.linalg.solve(curvature, gradient)
        numbers = numbers + step / max(1.0, float(np.abs(step).max()))  # no further than 1 at a time
        if float(np.abs(step).max()) < _SETTLED:
            break
    vector, print_, label, absent = numbers.tolist()
    return WitnessWeights(max(0.0, vector), max(0.0, print_), max(0.0, label), absent)


def _logits(choices: Choices, numbers: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(choices.there, choices.said @ numbers, -np.inf)
