"""A delivery note: which goods are said to come, and how many; and a list of what was counted."""

from dataclasses import dataclass

from core.catalog.tables.rows import Skipped
from core.quantities.quantity import Quantity


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line of a note.

    Attributes:
        code: what the note calls the product by.
        product_id: None where the shop has no such product, or several.
    """

    code: str
    title: str
    quantity: Quantity
    product_id: int | None


@dataclass(frozen=True, slots=True)
class Note:
    """What a note says; lines of one product are added up by :mod:`core.deliveries.comparison`.

    Attributes:
        skipped: lines that were not understood, each with the reason.
        booked: the day on which a delivery of this name was booked last that had goods of it (ISO 8601), and
            was not taken back; "" if there is none. It may be the same, or the next one of the same name.
    """

    name: str
    lines: tuple[NoteLine, ...]
    skipped: tuple[Skipped, ...]
    booked: str = ""
