"""Files that are small to send and dear to open."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bomb:
    """One such file.

    Attributes:
        door: the name of the door that it is meant for.
        build: makes its bytes; some need seconds and a gigabyte.
    """

    name: str
    door: str
    build: Callable[[], bytes]
