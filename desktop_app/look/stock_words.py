"""Quantities and the stock in the words and figures of the user's language."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLocale

from core.answer import StoreStock
from core.catalog import written_quantities
from core.catalog.written_numbers import DecimalSign
from core.quantities.low_mark import no_mark, require_mark
from core.quantities.quantity import Quantity, is_out
from core.quantities.units import Unit, has_decimals, name, sign


def quantity(amount: Quantity, unit: Unit | None = None) -> str:
    """``12.5 kg`` in the user's figures; exact to the last decimal."""
    whole, decimals_ = amount.parts
    locale = QLocale()
    zero = ord(locale.zeroDigit())
    digits = "".join(chr(zero + int(digit)) for digit in decimals_)
    number = locale.toString(whole) + (f"{locale.decimalPoint()}{digits}" if digits else "")
    minus = "\u2212" if amount.thousandths < 0 else ""
    return f"{minus}{number} {unit_sign(unit)}".rstrip()


def signed(amount: Quantity, unit: Unit | None = None) -> str:
    """A difference: ``−3``, ``+2.5 kg``, ``0``."""
    return f"+{quantity(amount, unit)}" if amount.thousandths > 0 else quantity(amount, unit)


def unit_sign(unit: Unit | None) -> str:
    """What stands behind a quantity, in the language of the window."""
    return sign(unit, chinese=_is_chinese())


def unit_name(unit: Unit) -> str:
    """What a unit is called where one is chosen."""
    if unit is Unit.PIECE:
        return QCoreApplication.translate("stock_words", "Pieces")
    if unit is Unit.MEASURE:
        return QCoreApplication.translate("stock_words", "By measure")
    return name(unit, chinese=_is_chinese())


def typed(amount: Quantity) -> str:
    """The quantity as it is edited: no signs between thousands, and no unit."""
    return str(amount).replace(".", QLocale().decimalPoint())


def read_typed(text: str) -> tuple[Quantity, Unit | None]:
    """A quantity as somebody types it, with the decimal sign of the user's language, and a unit behind it.

    Raises:
        KnownError: it is none.
    """
    return written_quantities.read_measured(text, _decimal_sign())


def read_in(text: str, own: Unit | None) -> Quantity | None:
    """:func:`core.catalog.written_quantities.read_in` with the decimal sign of the user's language."""
    return written_quantities.read_in(text, own, _decimal_sign())


def read_booking(text: str, own: Unit | None, *, may_be_nothing: bool = False) -> Quantity:
    """:func:`core.catalog.written_quantities.read_booking` with the decimal sign of the user's language."""
    return written_quantities.read_booking(text, own, _decimal_sign(), may_be_nothing=may_be_nothing)


def read_mark(text: str) -> Quantity | None:
    """At how much there is too little, as somebody types it for products of any unit; None for nothing.

    Raises:
        KnownError: it is no number, or cannot be a mark.
    """
    if not text.strip():
        return None
    mark, unit = read_typed(text)
    if unit is not None:  # one mark for all: each product counts it in its own
        raise no_mark(text)
    require_mark(mark)
    return mark


def stock(amount: Quantity | None, unit: Unit | None = None) -> str:
    """What stands on the shelf, in words."""
    if amount is None:
        return QCoreApplication.translate("stock_words", "Not counted")
    if is_out(amount):
        return QCoreApplication.translate("stock_words", "Out of stock")
    if not has_decimals(unit):
        words = QCoreApplication.translate("stock_words", "{count} in stock")
        return words.format(count=quantity(amount))
    return QCoreApplication.translate("stock_words", "{amount} in stock").format(
        amount=quantity(amount, unit)
    )


def elsewhere(stores: Sequence[StoreStock], unit: Unit | None = None) -> str:
    """What other stores have, in words: ``40 in Main Street``; "" where there is none."""
    words = QCoreApplication.translate("stock_words", "{amount} in {store}")
    return " · ".join(words.format(amount=quantity(one.stock, unit), store=one.store) for one in stores[:2])


def stock_tone(amount: Quantity | None, *, low: bool = False) -> Literal["good", "doubt", "bad", "neutral"]:
    """How a mark about the stock looks; ``low`` where there is too little."""
    return "neutral" if amount is None else "bad" if is_out(amount) else "doubt" if low else "good"


def _decimal_sign() -> DecimalSign:
    return "," if QLocale().decimalPoint() == "," else "."


def _is_chinese() -> bool:
    return QLocale().language() == QLocale.Language.Chinese
