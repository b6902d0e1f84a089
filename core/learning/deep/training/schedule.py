"""How fast a deep lesson learns at each moment, and when it has learned enough."""

import math
from collections.abc import Sequence

from core.learning.deep.listener import CurvePoint

WARM_UP = 0.08
LAST_RATE = 0.02

PATIENCE = 6
"""So many epochs in which the watched photos are not recognised better end the training early."""

STEADY = 0.7
"""Only after this share of the schedule: before, the learning rate is high and the curve goes up and down. A
training that was stopped there never cooled down, and was hardly better than the quick lesson."""


def rate_at(share: float) -> float:
    """The learning rate at this share of the schedule, as a part of the full one: warm up, then a cosine."""
    return min(1.0, (share + 1e-3) / WARM_UP) * (
        LAST_RATE + (1 - LAST_RATE) * 0.5 * (1 + math.cos(math.pi * share))
    )


def is_over(share: float, points: Sequence[CurvePoint]) -> bool:
    """Whether the schedule is done, or the watched photos have not been recognised better for some epochs."""
    return share >= 1 or (share > STEADY and _is_stale(points))


def _is_stale(points: Sequence[CurvePoint]) -> bool:
    watched = [point for point in points if point.held_out_top1 is not None]
    if len(watched) <= PATIENCE:
        return False
    earlier = max(point.held_out_top1 or 0.0 for point in watched[:-PATIENCE])
    return max(point.held_out_top1 or 0.0 for point in watched[-PATIENCE:]) < earlier
