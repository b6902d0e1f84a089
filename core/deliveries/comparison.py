"""A note against what was unpacked: what is missing, what is too much, what nobody ordered."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.catalog.database.catalog import Catalog
from core.catalog.products.products import Product, products_by_ids
from core.deliveries.note import NoteLine
from core.quantities.quantity import NOTHING, Quantity


class State(StrEnum):
    """How a product stands."""

    AS_NOTED = "as noted"
    MISSING = "missing"
    TOO_MANY = "too many"
    NOT_ORDERED = "not ordered"


@dataclass(frozen=True, slots=True)
class Compared:
    """One product."""

    product: Product
    noted: Quantity
    counted: Quantity

    @property
    def state(self) -> State:
        """How it stands."""
        if self.counted == self.noted:
            return State.AS_NOTED
        if self.noted == NOTHING:
            return State.NOT_ORDERED
        return State.MISSING if self.counted < self.noted else State.TOO_MANY


@dataclass(frozen=True, slots=True)
class Comparison:
    """A delivery.

    Attributes:
        lines: by SKU.
        unknown: lines of either that name no product of the shop.
    """

    lines: tuple[Compared, ...]
    unknown: tuple[NoteLine, ...]

    @property
    def is_as_noted(self) -> bool:
        """Whether everything came as the note says, and nothing else."""
        return not self.unknown and all(line.state is State.AS_NOTED for line in self.lines)


def compare(catalog: Catalog, noted: Sequence[NoteLine], counted: Sequence[NoteLine] | None) -> Comparison:
    """Compare; without a count everything counts as unpacked as the note says."""
    found = noted if counted is None else counted
    wanted, there = _added_up(noted), _added_up(found)
    products = products_by_ids(catalog, [*wanted, *(one for one in there if one not in wanted)])
    lines = (
        Compared(one, Quantity(wanted[one.id]), Quantity(there[one.id]))
        for one in sorted(products, key=lambda one: one.sku)
    )
    every = noted if counted is None else (*noted, *counted)
    return Comparison(tuple(lines), tuple(line for line in every if line.product_id is None))


def _added_up(lines: Iterable[NoteLine]) -> Counter[int]:
    """Thousandths by product."""
    sums: Counter[int] = Counter()
    for line in lines:
        if line.product_id is not None:
            sums[line.product_id] += line.quantity.thousandths
    return sums
