"""Whether two products stand on one receipt more often than chance puts them there.

- Fisher's exact test, one-sided (R. A. Fisher 1935, The Logic of Inductive Inference): of ``total`` receipts
  ``first`` have the one product and ``second`` the other. Were they independent, the number that have both
  would be hypergeometric; its tail from what was seen on is the p-value. It is exact for rare pairs, where
  tests that lean on large numbers (chi squared, Dunning's likelihood ratio) are not.
- A product stands beside hundreds of others, and one in twenty of them would pass by chance. So the p-values
  are judged together, by Y. Benjamini and Y. Hochberg 1995, Controlling the False Discovery Rate: of those
  called significant, at most a share of ``rate`` is expected to be chance.
"""

from collections.abc import Sequence
from math import exp, lgamma, log

import numpy as np
from numpy.typing import NDArray

_NEGLIGIBLE = 1e-12


def fisher_tail(together: int, first: int, second: int, total: int) -> float:
    """P(both products on ``together`` receipts or more), were they independent; from 0 to 1."""
    most = min(first, second)
    if together <= max(0, first + second - total):
        return 1.0
    count = float(together)
    term = exp(
        _log_choose(first, together)
        + _log_choose(total - first, second - together)
        - _log_choose(total, second)
    )
    tail = 0.0
    while count <= most:
        tail += term
        ratio = (first - count) * (second - count) / ((count + 1) * (total - first - second + count + 1))
        term *= ratio
        if ratio < 1 and term < tail * _NEGLIGIBLE:
            break
        count += 1
    return min(1.0, tail)


def significant(p_values: Sequence[float], tests: int, rate: float) -> NDArray[np.bool_]:
    """Which of ``p_values`` stand by Benjamini and Hochberg, in step with them.

    Args:
        tests: how many tests there were in all; those without a p-value here count as 1.
        rate: the share of false ones among those that are called significant, as expected.
    """
    values = np.asarray(p_values, dtype=np.float64)
    if not values.size:
        return np.zeros(0, dtype=np.bool_)
    order = np.sort(values)
    under = order <= rate * np.arange(1, len(order) + 1) / max(tests, len(order))
    return values <= (order[np.flatnonzero(under)[-1]] if under.any() else -1.0)


def _log_choose(many: int, few: int) -> float:
    return lgamma(many + 1) - lgamma(few + 1) - lgamma(many - few + 1)


def shrunk_lift(together: int, first: int, second: int, total: int, prior: float) -> float:
    """How many times as often as by chance the two are bought together, drawn towards once for rare pairs.

    Lift is what was seen over what chance expects, ``first * second / total``; of a pair that chance expects
    a hundredth of a time, once seen makes a hundred. With a gamma prior of mean 1 and weight ``prior`` on the
    true ratio and Poisson counts, its posterior mean is (together + prior) / (expected + prior): the
    shrinkage of W. DuMouchel 1999, Bayesian Data Mining in Large Frequency Tables, with one component.
    """
    return (together + prior) / (first * second / total + prior)


def log_share(receipts: int, total: int) -> float:
    """The logarithm of the share of receipts that a product is on."""
    return log(max(receipts, 1) / max(total, 1))
