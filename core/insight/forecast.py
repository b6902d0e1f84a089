"""How much of each product the next weeks will ask for, and how sure that is.

Three plain ways, each where it belongs (Syntetos, Boylan & Croston, On the categorization of demand patterns,
Journal of the Operational Research Society 2005):

* products that sell nearly every week: the mean of the last weeks;
* rare sellers: Croston's method as Syntetos and Boylan corrected it (International Journal of Forecasting
  2005): the mean amount of the weeks with sales over the mean distance between them, less half a smoothing
  constant's share;
* what sold fewer than four times: the mean of all weeks; a handful of sales says nothing more.

What the sales scattered by so far says how far a forecast may be off: the needed amount is the quantile of a
negative binomial distribution with that mean and variance (Poisson's, where it scatters less than chance).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_WEEKS = 8
"""Weeks whose mean is taken, of frequent sellers: two months remember a season and forget the one before."""
_SMOOTHING = 0.15
_RARE = 1.32
"""Mean weeks between sales from which on a product is a rare seller (Syntetos, Boylan & Croston 2005)."""
_FEW = 4
_ENDED = 4.0
"""So many times the usual distance without a sale say that a rare seller sells more rarely now."""
_MANY = 200.0
"""A mean from which on the normal distribution stands for the counted one."""


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """For each product (n,): pieces a week, and their variance from week to week."""

    mean: NDArray[np.float64]
    variance: NDArray[np.float64]


def forecast(weeks: NDArray[np.floating]) -> Forecast:
    """What a week will ask for, from sales (n, weeks), the oldest first; NaN before a product was there."""
    there = np.isfinite(weeks)
    known = np.where(there, np.maximum(np.nan_to_num(weeks), 0.0), 0.0)
    count = np.maximum(there.sum(axis=1), 1)
    sales = (known > 0).sum(axis=1)
    distance = np.divide(count, sales, out=np.full(len(weeks), np.inf), where=sales > 0)
    recent, recent_there = known[:, -_WEEKS:], there[:, -_WEEKS:]
    mean = recent.sum(axis=1) / np.maximum(recent_there.sum(axis=1), 1)
    overall = known.sum(axis=1) / count
    rare = distance > _RARE
    if rare.any():
        mean[rare] = _croston(known[rare], there[rare])
    few = rare & (sales < _FEW)
    mean[few] = overall[few]
    spread = (np.where(there, known - overall[:, None], 0.0) ** 2).sum(axis=1) / np.maximum(count - 1, 1)
    return Forecast(mean, np.maximum(spread, mean))


def as_last_week(weeks: NDArray[np.floating]) -> NDArray[np.float64]:
    """The plain rival: next week as the last one (n,)."""
    return np.maximum(np.nan_to_num(weeks[:, -1].astype(np.float64)), 0.0)


def needed(found: Forecast, weeks: float, sure: float) -> NDArray[np.float64]:
    """How much (n,) is enough for ``weeks`` weeks with probability ``sure``, in whole pieces."""
    mean, variance = found.mean * weeks, found.variance * weeks
    enough = np.ceil(mean + _normal_quantile(sure) * np.sqrt(variance))
    for place in np.flatnonzero((mean < _MANY) & (mean > 0)):
        enough[place] = _count_quantile(float(mean[place]), float(variance[place]), sure)
    return np.where(mean > 0, np.maximum(enough, 0.0), 0.0)


def _croston(known: NDArray[np.float64], there: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Syntetos and Boylan's estimate for rows (n, weeks)."""
    number = len(known)
    amount, distance = np.zeros(number), np.ones(number)
    since, has_sold = np.ones(number), np.zeros(number, dtype=np.bool_)
    for week in range(known.shape[1]):
        value, is_there = known[:, week], there[:, week]
        sold = is_there & (value > 0)
        first, again = sold & ~has_sold, sold & has_sold
        amount[first], distance[first] = value[first], since[first]
        amount[again] += _SMOOTHING * (value[again] - amount[again])
        distance[again] += _SMOOTHING * (since[again] - distance[again])
        has_sold |= sold
        since = np.where(sold, 1.0, since + is_there)
    distance = np.where(since > _ENDED * distance, since, distance)  # it seems to sell no longer
    return np.where(has_sold, (1 - _SMOOTHING / 2) * amount / np.maximum(distance, 1.0), 0.0)


def _normal_quantile(sure: float) -> float:
    from statistics import NormalDist

    return NormalDist().inv_cdf(sure)


def _count_quantile(mean: float, variance: float, sure: float) -> int:
    """The smallest count whose distribution function reaches ``sure``."""
    if variance > mean * 1.001:
        size = mean * mean / (variance - mean)
        chance = size / (size + mean)
        term = chance**size
        ratio = [size, 1 - chance]
    else:
        size, chance, term, ratio = 0.0, 0.0, float(np.exp(-mean)), []
    total, count = term, 0
    while total < sure and count < 10_000:
        count += 1
        term *= (ratio[0] + count - 1) / count * ratio[1] if ratio else mean / count
        total += term
    return count
