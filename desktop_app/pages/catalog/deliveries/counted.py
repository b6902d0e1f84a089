"""What was unpacked so far: scanned, typed or seen; by product, and what is none of the shop."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.deliveries.note import NoteLine
from core.quantities.quantity import NOTHING, Quantity


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of a delivery.

    Attributes:
        by_product: how much of each product, by its key.
        unknown: what the shop has no product for.
    """

    by_product: dict[int, Quantity] = field(default_factory=dict)
    unknown: tuple[NoteLine, ...] = ()

    def with_lines(self, lines: Iterable[NoteLine]) -> "Counted":
        """With these, too."""
        found, unknown = dict(self.by_product), list(self.unknown)
        for line in lines:
            if line.product_id is None:
                unknown.append(line)
            else:
                found[line.product_id] = found.get(line.product_id, NOTHING) + line.quantity
        return Counted(found, tuple(unknown))

    def with_quantity(self, product_id: int, quantity: Quantity) -> "Counted":
        """With so much of one product, whatever was counted of it before."""
        return Counted({**self.by_product, product_id: quantity}, self.unknown)

    def lines(self) -> tuple[NoteLine, ...]:
        """As a list that is compared with a note."""
        known = (NoteLine("", "", quantity, one) for one, quantity in self.by_product.items())
        return (*known, *self.unknown)
