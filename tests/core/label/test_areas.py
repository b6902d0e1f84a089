"""Connected areas: the same as filling one after the other, on any mask."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray

from core.label.areas import connected_areas


def filled(mask: NDArray[np.bool_]) -> set[frozenset[tuple[int, int]]]:
    """The areas of a mask, by walking from each pixel to its eight neighbours."""
    left = {(int(y), int(x)) for y, x in np.argwhere(mask)}
    found = set()
    while left:
        waiting, area = [left.pop()], set()
        while waiting:
            y, x = waiting.pop()
            area.add((y, x))
            near = {(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)} & left
            left -= near
            waiting.extend(near)
        found.add(frozenset(area))
    return found


def by_runs(mask: NDArray[np.bool_]) -> set[frozenset[tuple[int, int]]]:
    runs = connected_areas(mask)
    areas: dict[int, set[tuple[int, int]]] = {}
    for row, first, end, area in zip(runs.rows, runs.firsts, runs.ends, runs.areas, strict=True):
        areas.setdefault(int(area), set()).update((int(row), x) for x in range(first, end))
    assert sorted(areas) == list(range(len(areas))), "numbers without a gap"
    return {frozenset(area) for area in areas.values()}


@given(arrays(np.bool_, array_shapes(min_dims=2, max_dims=2, max_side=12), elements=st.booleans()))
def test_areas_are_those_that_filling_finds(mask: NDArray[np.bool_]) -> None:
    assert by_runs(mask) == filled(mask)


def test_a_long_winding_area_is_one() -> None:
    mask = np.zeros((41, 41), np.bool_)
    mask[::2] = True
    mask[1::4, -1] = mask[3::4, 0] = True
    assert len(by_runs(mask)) == 1


def test_an_empty_mask_has_no_areas() -> None:
    assert len(connected_areas(np.zeros((5, 7), np.bool_)).areas) == 0
