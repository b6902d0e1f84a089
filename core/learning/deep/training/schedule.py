"""How fast a deep lesson learns at each moment, and at what size it looks at photos.

All of it follows the share of the schedule that is over, by the steps or by the clock, whichever is further:
a training that the time ends has cooled down as one that did all of its steps.
"""

import math

WARM_UP = 0.08
LAST_RATE = 0.02

WHOLE_SIZE = 0.8
"""From this share on the pictures are as large as a search shows them: things look as large, and as sharp, as
they will (H. Touvron et al., "Fixing the train-test resolution discrepancy", 2019)."""

LONGEST_STEP = 60.0
"""Seconds that a step counts at most: the computer slept meanwhile, or the program was halted, and nothing
was learned in that time. On a computer too busy for such a step a lesson takes longer than was asked."""


def rate_at(share: float) -> float:
    """The learning rate at this share of the schedule, as a part of the full one: warm up, then a cosine."""
    return min(1.0, (share + 1e-3) / WARM_UP) * (
        LAST_RATE + (1 - LAST_RATE) * 0.5 * (1 + math.cos(math.pi * share))
    )


def side_at(share: float, side: int, whole: int) -> int:
    """Pixels of a training picture at this share of the schedule: ``side``, at the end ``whole``."""
    return whole if share >= WHOLE_SIZE else side
