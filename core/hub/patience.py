"""Waiting for a hub that may never answer: nobody waits longer than is wanted.

A router that drops packets answers nothing at all, neither to a question for a name's address nor to one that
the hub was asked. So whoever waits is asked some times a second whether it is still wanted: a shop that is
being closed is not held up by its hub.
"""

import socket
import threading
import time
from collections.abc import Callable, Generator
from typing import Any, TypeVar

from core.errors import Cancelled

Wanted = Callable[[], bool]
"""Whether an answer is still waited for; asked on the thread that waits."""
_LOOK_S = 0.1
_Yielded = TypeVar("_Yielded")
_Returned = TypeVar("_Returned")


def always_wanted() -> bool:
    """For whoever waits to the end."""
    return True


def while_wanted(
    steps: Generator[_Yielded, Any, _Returned], is_wanted: Wanted
) -> Generator[_Yielded, Any, _Returned]:
    """The same steps of a driver that waits between them and wakes ten times a second.

    Raises:
        Cancelled: nobody wants the end of it any more.
    """
    asked = time.monotonic()
    try:
        awaited = next(steps)
        while True:
            ready = yield awaited
            if time.monotonic() - asked >= _LOOK_S:
                asked = time.monotonic()
                if not is_wanted():
                    raise Cancelled
            awaited = steps.send(ready)
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return]  # the exception does not say of what type it is


def addresses_of(host: str, port: str, longest_s: float, is_wanted: Wanted) -> list[str]:
    """The numeric addresses of a name; the system's own question for them can neither be stopped nor limited.

    Raises:
        OSError: there is no such name, or nobody answered for so long.
        Cancelled: nobody wants it any more.
    """
    found: list[str] = []
    failures: list[OSError] = []

    def ask() -> None:
        try:
            told = socket.getaddrinfo(host, port, proto=socket.IPPROTO_TCP, type=socket.SOCK_STREAM)
            found.extend(str(one[4][0]) for one in told)
        except OSError as failure:
            failures.append(failure)

    asking = threading.Thread(target=ask, name="address of the hub", daemon=True)
    asking.start()
    until = time.monotonic() + longest_s
    while asking.is_alive() and time.monotonic() < until:
        asking.join(_LOOK_S)
        if not is_wanted():
            raise Cancelled
    if failures:
        raise failures[0]
    if not found:
        raise TimeoutError("nobody knows its address")
    return found
