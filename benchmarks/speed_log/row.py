"""One row of the speed log: what we take, what a rival takes for the same, and the one over the other."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

_DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Row:
    """Times of both, taken in turn.

    Attributes:
        name: what is done.
        rival: the other way of doing it.
        ours, others: seconds, a figure a run.
        wanted: how many times the rival's ours is to take at most; None where none was set.
        and_seconds: what ours may take on top of that, where a call alone is a good part of so short a time.
    """

    name: str
    rival: str
    ours: Sequence[float]
    others: Sequence[float]
    wanted: float | None = None
    and_seconds: float = 0.0

    @property
    def ratio(self) -> float:
        """Our median over the rival's: below 1 we are quicker."""
        return statistics.median(self.ours) / statistics.median(self.others)

    @property
    def interval(self) -> tuple[float, float]:
        """The ratio's 95 % interval by the bootstrap (Efron 1979), both drawn anew."""
        random = np.random.default_rng(0)
        ours, others = (np.asarray(times) for times in (self.ours, self.others))
        drawn = np.median(random.choice(ours, (_DRAWS, len(ours))), axis=1) / np.median(
            random.choice(others, (_DRAWS, len(others))), axis=1
        )
        low, high = np.percentile(drawn, [2.5, 97.5])
        return float(low), float(high)


def in_turn(
    ours: Callable[[], object], other: Callable[[], object], times: int, warm: int = 1
) -> tuple[list[float], list[float]]:
    """Seconds of each, by turns, so that a busy moment falls on both; the first ``warm`` are left out."""
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(times + warm):
        for seconds, step in zip(taken, (ours, other), strict=True):
            gc.collect()
            start = time.perf_counter()
            step()
            if number >= warm:
                seconds.append(time.perf_counter() - start)
    return taken
