"""Work that threads do ahead of whoever uses it: pictures are decoded or drawn while the network is busy.

Pillow and NumPy let go of the interpreter meanwhile. The distance between the two is bounded, so that
memory stays level however much there is to do.
"""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

DISTANCE = 32
"""How many pieces of work are under way at most: two batches of pictures for the network."""

_In = TypeVar("_In")
_Out = TypeVar("_Out")


def worker_pool() -> ThreadPoolExecutor:
    """Threads for pictures: one for each core."""
    return ThreadPoolExecutor(max_workers=os.cpu_count() or 1, thread_name_prefix="photos")


def in_advance(
    pool: ThreadPoolExecutor,
    step: Callable[[_In], _Out],
    inputs: Iterable[_In],
    *,
    distance: int = DISTANCE,
) -> Generator[tuple[_In, Future[_Out]], None, None]:
    """Each input with its future, in order, at most ``distance`` of them under way at a time.

    What has not begun when the caller stops is never done.
    """
    under_way: deque[tuple[_In, Future[_Out]]] = deque()
    try:
        for value in inputs:
            under_way.append((value, pool.submit(step, value)))
            if len(under_way) >= distance:
                yield under_way.popleft()
        while under_way:
            yield under_way.popleft()
    finally:
        for _value, future in under_way:
            future.cancel()
