"""What an index lacks, has too much, or has of another picture."""

import numpy as np
from numpy.typing import NDArray

from core.embedding.measures import Measure
from core.index.out_of_step import out_of_step
from core.index.snapshot import Snapshot
from core.index.tail import Tail
from core.index.tuning import Tuning


def numbers(*values: int) -> NDArray[np.int64]:
    return np.array(values, np.int64)


def holding(ids: NDArray[np.int64], stamps: NDArray[np.int64]) -> Snapshot:
    tail = Tail(2, Measure.COSINE)
    tail.append(ids, np.ones((len(ids), 2), np.float32), stamps)
    return Snapshot(None, np.zeros(0, np.bool_), 0, tail.view(), Measure.COSINE, Tuning())


def test_the_same_photos_are_in_step_in_any_order() -> None:
    snapshot = holding(numbers(3, 1, 2), numbers(30, 10, 20))
    found = out_of_step(snapshot, numbers(2, 3, 1), numbers(20, 30, 10))
    assert (found.missing, found.changed, len(found.extra), len(found.fetched)) == (0, 0, 0, 0)


def test_what_is_missing_changed_or_too_much_is_told_apart() -> None:
    snapshot = holding(numbers(1, 2, 3), numbers(10, 20, 30))
    found = out_of_step(snapshot, numbers(4, 2, 1), numbers(40, 21, 10))
    assert found.extra.tolist() == [3]
    assert (found.fetched.tolist(), found.stamps.tolist()) == ([2, 4], [21, 40])
    assert (found.missing, found.changed) == (1, 1)


def test_without_stamps_a_photo_never_changes() -> None:
    found = out_of_step(holding(numbers(1), numbers(10)), numbers(1), None)
    assert (found.missing, found.changed) == (0, 0)
