"""A change as tills tell it to one another through a hub."""

from dataclasses import dataclass
from typing import Any, TypeVar

from core.catalog.database.change_ids import clock_of

_Value = TypeVar("_Value")
_LAST_CLOCK = 1 << 62
"""Beyond the year 4000: no clock of ours, and near the end of what a column can hold."""


class MalformedChangeError(ValueError):
    """A change that no till of ours can have made; it is left out by every till alike."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Attributes:
        id: its name, whose order is that of the changes (:mod:`core.catalog.database.change_ids`).
        kind: ``product``, ``fields``, ``deleted``, ``tag``, ``photo``, ``movement``, or ``held``, which says
            that a store sells the product.
        key: the uid of the product that it is about.
        store: where it was made.
        body: what it says, by kind; see :mod:`core.catalog.database.schema.capture`.
    """

    id: str
    kind: str
    key: str
    store: str
    body: dict[str, Any]

    @property
    def clock(self) -> int:
        """The clock at which it was made.

        Raises:
            MalformedChangeError: no clock of ours says so.
        """
        clock = clock_of(self.id)
        if clock >= _LAST_CLOCK:
            raise MalformedChangeError(self.id)
        return clock

    def text(self, name: str) -> str:
        """A text that the body must have."""
        return _of_type(self.body.get(name), str)

    def whole(self, name: str) -> int:
        """A whole number that the body must have."""
        return _of_type(self.body.get(name), int)

    def table(self, name: str) -> dict[str, Any]:
        """A table of names and values that the body must have."""
        return _of_type(self.body.get(name), dict)


def _of_type(value: object, kind: type[_Value]) -> _Value:
    if not isinstance(value, kind) or isinstance(value, bool):
        raise MalformedChangeError(repr(value)[:80])
    return value
