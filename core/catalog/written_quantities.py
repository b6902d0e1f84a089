"""Quantities as people write them, with or without their unit: ``12``, ``-1 234,5``, ``0.5 kg``, ``3斤``."""

import re

from core.catalog.written_numbers import DecimalSign, read_number
from core.errors import KnownError
from core.messages import message
from core.quantities.quantity import NOTHING, Quantity, exactly
from core.quantities.units import Unit, read_unit, require_countable

_WITH_UNIT = re.compile(r"([^²³]*[\d.,])\s*([^\W\d_]+[23]?|[^\W\d_]+[²³])\.?")


_NOTHING_LEFT = frozenset(
    (
        *("out of stock", "sold out", "none left", "ausverkauft", "nicht vorrätig", "vergriffen", "agotado"),
        *(
            "sin existencias",
            "sin stock",
            "épuisé",
            "rupture de stock",
            "en rupture",
            "esgotado",
            "sem estoque",
        ),
        *("esaurito", "non disponibile", "uitverkocht", "niet op voorraad", "brak", "wyprzedane"),
        *("нет в наличии", "нет", "распродано", "売り切れ", "在庫なし", "無", "无货", "缺货", "售罄", "無貨"),
    )
)


def says_nothing_left(text: str) -> bool:
    """Whether words say that nothing is there; that something is there says not how much."""
    return text.strip().casefold() in _NOTHING_LEFT


def read_quantity(text: str, decimal_sign: DecimalSign = ".") -> Quantity:
    """A quantity without a unit.

    Args:
        decimal_sign: what settles ``1.234`` and ``1,234``, which may be either.

    Raises:
        KnownError: it is no number, beyond reason, or has more than three decimals.
    """
    readings = read_number(text)
    number = None if readings is None else readings.by(decimal_sign)
    if number is None:
        raise no_quantity(text)
    return exactly(number)


def read_measured(text: str, decimal_sign: DecimalSign = ".") -> tuple[Quantity, Unit | None]:
    """A quantity, and the unit behind it; None without one.

    Raises:
        KnownError: it is no quantity, or what stands behind it is no unit of the list.
    """
    number, unit = split_unit(text)
    return read_quantity(number, decimal_sign), None if unit is None else read_unit(unit)


def read_in(text: str, own: Unit | None, decimal_sign: DecimalSign = ".") -> Quantity | None:
    """A quantity of a product as somebody types it; None where it names another unit, or is below zero.

    Args:
        own: what the product is counted in.

    Raises:
        KnownError: it is no quantity, or a part of a piece.
    """
    amount, unit = read_measured(text, decimal_sign)
    if amount < NOTHING or unit not in (None, own):
        return None
    require_countable(amount, own)
    return amount


def read_booking(
    text: str, own: Unit | None, decimal_sign: DecimalSign = ".", *, may_be_nothing: bool = False
) -> Quantity:
    """How much of a product is booked, as somebody types it. Raises as :func:`read_in`, and for none."""
    amount = read_in(text, own, decimal_sign)
    if amount is None or (amount == NOTHING and not may_be_nothing):
        raise KnownError(
            message("core", "“{quantity}” cannot be booked: write how much, like 12 or 0.5."), quantity=text
        )
    return amount


def split_unit(text: str) -> tuple[str, str | None]:
    """A number as it is written, and the word behind it, which may name a unit; None without one."""
    match = _WITH_UNIT.fullmatch(text.strip())
    return (text, None) if match is None else (match[1], match[2])


def no_quantity(text: str) -> KnownError:
    """What to raise for a text that is no quantity."""
    return KnownError(
        message("core", "“{quantity}” is no quantity: write 12 or 0.5."), quantity=text.strip()[:40]
    )
