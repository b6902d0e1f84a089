"""Work done ahead by threads: in order, at a bounded distance, and no further than it is wanted."""

import threading
from collections.abc import Iterator

import pytest

from core.imaging.in_advance import in_advance, worker_pool


def test_results_come_in_the_order_of_their_inputs() -> None:
    with worker_pool() as pool:
        found = [(value, future.result()) for value, future in in_advance(pool, str, range(100))]
    assert found == [(value, str(value)) for value in range(100)]


@pytest.mark.parametrize("distance", [1, 4])
def test_no_more_inputs_are_taken_than_may_be_under_way(distance: int) -> None:
    taken = 0

    def inputs() -> Iterator[int]:
        nonlocal taken
        for value in range(20):
            taken += 1
            yield value

    with worker_pool() as pool:
        for used, _ in enumerate(in_advance(pool, str, inputs(), distance=distance)):
            assert taken <= used + distance


def test_a_failure_comes_with_its_own_input_and_the_rest_goes_on() -> None:
    with worker_pool() as pool:
        ready = dict(in_advance(pool, lambda value: 12 // value, [3, 0, 4]))
    assert ready[3].result() == 4
    assert ready[4].result() == 3
    with pytest.raises(ZeroDivisionError):
        ready[0].result()


def test_what_has_not_begun_is_dropped_when_the_caller_stops() -> None:
    begun: list[int] = []
    may_end = threading.Event()

    def step(value: int) -> None:
        begun.append(value)
        may_end.wait(10)

    with worker_pool() as pool:
        ready = in_advance(pool, step, range(1000), distance=200)
        next(ready)
        ready.close()
        may_end.set()
    assert len(begun) < 200
