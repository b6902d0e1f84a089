"""The proof of a deep lesson: photos that the new network has never seen, searched for before and after.

There is one network, so there is one examination and no cross-validation: the photos that the plan set aside
for the proof. Both sides may look up all other photos, and each learns its projection from those.
"""

import numpy as np
from numpy.typing import NDArray

from core.learning.deep.work_folder import Plan
from core.learning.examples import Examples, stamp_of
from core.learning.look_alikes import look_alike_groups
from core.learning.proof import LEAST_HELD_OUT, Learn, Proof, first_is_right, judge_gain, too_few


def examine_once(
    before: Examples, after: Examples, held: NDArray[np.bool_], learn_before: Learn, learn_after: Learn
) -> Proof:
    """Compare the shop as it is with the shop after the lesson.

    Args:
        before, after: the same n photos, as the present network sees them and as the new one does.
        held: (n,) those of the proof.
    """
    stays = np.unique(before.products[~held & ~before.synthetic])
    held = held & np.isin(before.products, stays)  # a product without another photo cannot be found
    if held.sum() < LEAST_HELD_OUT:
        return too_few(int(held.sum()))
    right = [
        first_is_right(learn(examples.only(~held)), examples.only(~held), examples.only(held))
        for examples, learn in ((before, learn_before), (after, learn_after))
    ]
    groups = look_alike_groups(before.vectors[held], before.products[held])
    return judge_gain(right[0], right[1], groups, real=not before.synthetic[held].any())


def in_step(first: Examples, second: Examples) -> tuple[Examples, Examples]:
    """The photos that both have, in the same order. A photo is known by its picture and its product."""
    places = [_places(examples) for examples in (first, second)]
    shared = [key for key in places[0] if key in places[1]]
    rows = [np.array([place[key] for key in shared], np.int64) for place in places]
    return first.only(rows[0]), second.only(rows[1])


def _places(examples: Examples) -> dict[tuple[int, int, int], int]:
    """The row of each photo; of several with the same picture (synthetic ones of one photo) by their turn."""
    turns: dict[tuple[int, int], int] = {}
    found: dict[tuple[int, int, int], int] = {}
    for row, key in enumerate(zip(examples.stamps.tolist(), examples.products.tolist(), strict=True)):
        turn = turns[key] = turns.get(key, -1) + 1
        found[(*key, turn)] = row
    return found


def rows_with_role(examples: Examples, plan: Plan, *roles: int) -> NDArray[np.bool_]:
    """Which of the examples the plan gave one of the roles, (n,)."""
    chosen = np.isin(plan.roles, roles)
    wanted = {
        (stamp_of(sha256) if number < 0 else ~stamp_of(sha256), product, max(number, 0))
        for sha256, number, product in zip(
            plan.sha256[chosen].tolist(),
            plan.synthetic[chosen].tolist(),
            plan.products[chosen].tolist(),
            strict=True,
        )
    }
    held = np.zeros(len(examples), np.bool_)
    for key, row in _places(examples).items():
        held[row] = key in wanted
    return held
