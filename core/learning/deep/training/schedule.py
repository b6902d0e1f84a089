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


def time_with_an_end(spent: float, seconds: float, share: float) -> float:
    """Seconds that a training may take in all, so that what is left of them is enough to cool down.

    Whoever goes on with a lesson may give it less time than it took already, or hardly more. It then goes on
    at whole size, where a lesson has cooled for the most part, and has the last fifth of its schedule before
    it; what was over of the schedule by the time given before stays over.

    Args:
        spent: seconds that it took so far.
        seconds: that it may take, as a person says.
        share: of the schedule that was over, when it was stopped.
    """
    return max(seconds, spent / max(WHOLE_SIZE, min(share, 1.0)))


def forecast(step: int, spent: float, steps: int, seconds: float, dearer: float) -> tuple[int, float | None]:
    """The steps that a training will have done at its end, and the seconds until then; None before the first.

    Args:
        step, spent: steps done, and the seconds that they took.
        steps, seconds: the schedule, whichever comes first ends it.
        dearer: what a step at whole size takes, in steps before it.
    """
    if not step or not spent:
        return steps, None
    early_steps, early_seconds = WHOLE_SIZE * steps, WHOLE_SIZE * seconds
    by_steps = min(step, early_steps) + dearer * max(0.0, step - early_steps)
    all_steps = early_steps + dearer * (steps - early_steps)
    if step / steps >= spent / seconds:
        pace = spent / by_steps
    else:
        pace = (min(spent, early_seconds) + max(0.0, spent - early_seconds) / dearer) / step
    if pace * all_steps <= seconds:
        return steps, pace * (all_steps - by_steps)
    more = max(0.0, early_seconds - spent) + max(0.0, seconds - max(spent, early_seconds)) / dearer
    return min(steps, step + int(more / pace)), max(0.0, seconds - spent)
