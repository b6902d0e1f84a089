"""A quantity: how much of something there is, exactly, to a thousandth of its unit.

Whole thousandths throughout, as the catalog stores them: kilograms to the gram, metres to the millimetre. No
quantity was ever a binary fraction, so sums and differences are exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from core.errors import KnownError
from core.messages import message

PLACES = 3
_THOUSAND = 1000
LARGEST = 10**12
"""Units; more of anything is a slip of the keyboard."""


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """So many thousandths of a unit; which unit, the product says."""

    thousandths: int

    def __add__(self, other: Quantity) -> Quantity:
        return Quantity(self.thousandths + other.thousandths)

    def __sub__(self, other: Quantity) -> Quantity:
        return Quantity(self.thousandths - other.thousandths)

    def __neg__(self) -> Quantity:
        return Quantity(-self.thousandths)

    def __abs__(self) -> Quantity:
        return Quantity(abs(self.thousandths))

    def __str__(self) -> str:
        """As tables and the command line hold it: ``12``, ``0.5``, ``-1.25``; a point and nothing else."""
        whole, rest = self.parts
        sign = "-" if self.thousandths < 0 else ""
        return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"

    @property
    def parts(self) -> tuple[int, str]:
        """Whole units and the digits after the decimal sign ("" if there are none), both without a minus."""
        whole, rest = divmod(abs(self.thousandths), _THOUSAND)
        return whole, f"{rest:0{PLACES}d}".rstrip("0") if rest else ""

    @property
    def is_whole(self) -> bool:
        """Whether it has no decimals."""
        return self.thousandths % _THOUSAND == 0

    @property
    def decimal(self) -> Decimal:
        """The same number, exactly."""
        return Decimal(self.thousandths).scaleb(-PLACES)

    @property
    def number(self) -> int | float:
        """For JSON, which has one kind of number: whole where it is whole, else the float that reads back
        as the same decimals. Nothing is computed with it."""
        return self.thousandths // _THOUSAND if self.is_whole else float(self.decimal)


def whole(units: int) -> Quantity:
    """So many whole units."""
    return Quantity(units * _THOUSAND)


NOTHING, ONE = whole(0), whole(1)


def is_out(stock: Quantity | None) -> bool:
    """Whether a stock is known to be used up; what was not counted may still be there."""
    return stock is not None and stock.thousandths <= 0


def nearest(number: Decimal) -> Quantity:
    """``number`` units, rounded half up (away from zero) to a thousandth.

    Raises:
        KnownError: it is no number, or beyond reason.
    """
    if not number.is_finite() or abs(number) > LARGEST:
        raise KnownError(
            message("core", "The quantity {quantity} cannot be right: correct it."), quantity=str(number)[:40]
        )
    return Quantity(int(number.scaleb(PLACES).to_integral_value(ROUND_HALF_UP)))


def exactly(number: Decimal) -> Quantity:
    """``number`` units.

    Raises:
        KnownError: it is no number, beyond reason, or has more than three decimals.
    """
    quantity = nearest(number)
    if quantity.decimal != number:
        raise KnownError(
            message("core", "The quantity {quantity} has more than three decimals: round it."),
            quantity=str(number)[:40],
        )
    return quantity
