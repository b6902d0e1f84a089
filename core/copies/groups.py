"""Pairs joined to groups, the surest first; none that holds two which were said to be different."""

from collections.abc import Callable, Iterable
from itertools import product
from typing import TypeVar

_T = TypeVar("_T", int, str)


def joined(
    pairs: Iterable[tuple[tuple[_T, _T], float]],
    are_apart: Callable[[tuple[_T, _T]], bool] = lambda _pair: False,
) -> list[tuple[tuple[_T, ...], float]]:
    """Groups with the score of the weakest pair that joined them, the surest first.

    Args:
        pairs: with their scores.
        are_apart: of pairs that no group may hold, the smaller one first.
    """
    groups: dict[_T, set[_T]] = {}
    scores: dict[frozenset[_T], float] = {}
    for (one, other), score in sorted(pairs, key=lambda pair: (-pair[1], pair[0])):
        ours, theirs = groups.get(one, {one}), groups.get(other, {other})
        if ours is theirs or any(are_apart((min(pair), max(pair))) for pair in product(ours, theirs)):
            continue
        scores.pop(frozenset(ours), None)
        scores.pop(frozenset(theirs), None)
        both = ours | theirs
        scores[frozenset(both)] = score
        groups |= dict.fromkeys(both, both)
    found = [(tuple(sorted(group)), score) for group, score in scores.items()]
    return sorted(found, key=lambda group: (-group[1], group[0]))
