"""One piece of work in a process of its own: torch must not stall the window, and what brings the process
down, a hostile file or a want of memory, brings down nothing else.
"""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from core.errors import KnownError
from core.messages import Sentence

_Result = TypeVar("_Result")


def in_child(task: Callable[..., _Result], *arguments: object, died: Sentence) -> _Result:
    """What ``task`` returns; it, its arguments and its result travel between processes by name or as copies.

    Args:
        died: what to say where the child ended without an answer.

    Raises:
        KnownError: ``died``.
        Exception: whatever ``task`` raised.
    """
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        try:
            return pool.submit(task, *arguments).result()
        except BrokenProcessPool as error:
            raise KnownError(died.text, **died.values) from error
