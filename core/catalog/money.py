"""Prices as merchants write them, to whole smallest units of a currency and back; exact throughout."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from core.catalog.currencies.iso import decimals
from core.catalog.currencies.signs import read_mark
from core.catalog.written_numbers import DecimalSign, PlainNumber, Readings, plain_digits, read_number
from core.errors import KnownError
from core.messages import message

_AMOUNT = re.compile(r"(?:(?<![^\W\d_])(?<!/)[.,])?[0-9](?:[.,\s]?[0-9])*[.,]?(?![0-9])")
_UNIT = re.compile(
    r"(?<=[^\s/])\s*(?:/|(?<=\s)(?:per|pro|par|por|al|za|\u0437\u0430)\s)\s*(?P<many>1\b)?[^\d/]*$",
    re.IGNORECASE,
)
"""What a price is of: ``12.50 €/kg``, ``3,20 pro Stück``, ``5.00 / 1 l``."""
_REMARK = re.compile(r"(?<![\s*])\s*(?:\*+|[(\[\uff08][^\d()\[\]\uff08\uff09]*[)\]\uff09])$")
"""Behind a price: ``*``, ``(incl. VAT)``, ``(税込)``."""
_ROUND_ENDS = (":-", ",-", ".-", ",\u2013", ".\u2013", ",\u2014", ".\u2014", ".--", ",--")
_LARGEST = 10**15
_NOISE = Decimal("1e-9")
"""What binary fractions leave behind (0.30000000000000004) is no decimal that anybody wrote."""


@dataclass(frozen=True, slots=True)
class WrittenPrice:
    """A price as it is written: what its digits may mean, and the currency that it says.

    Attributes:
        text: all of it.
        number: its digits and their signs.
        currency: ISO 4217 code; "" if none is known.
    """

    text: str
    number: str
    readings: Readings
    currency: str

    def amount(self, sign: DecimalSign | None) -> Decimal:
        """The amount, with ``sign`` where the digits leave the decimal sign open.

        Without a sign either, three digits behind a lone sign are thousands, unless the currency has three
        decimals: two decimals are what prices have.
        """
        own = self.readings.by(sign)
        if own is None:
            point = "." in self.number
            own = self.readings.by("." if point is (decimals(self.currency) == 3) else ",")
        assert own is not None  # noqa: S101 - a sign was given
        return own


def price_digits(text: str) -> str:
    """The number in a price's text, with its signs; "" if there is no single one."""
    return _split(text)[0] or "" if text else ""


def read_price(text: str, currency: str = "") -> WrittenPrice:
    """A price such as ``1.234,50 kr``, ``$1,234.50``, ``12.5 EUR/kg``, ``¥1200`` or ``45:-``.

    Args:
        currency: the shop's: what it is in if it does not say so itself.

    Raises:
        KnownError: it is no single amount, is below zero, or says no currency that we know.
    """
    number, before, after = _split(text)
    readings = None if number is None else read_number(number)
    if number is None or readings is None:
        raise _no_price(text)
    found = read_mark(f"{before} {after}", currency)
    if len(after) == 1 and after.isascii() and after.isalpha() and not (found and found == currency):
        raise _no_price(
            text
        )  # a letter behind a number is rather a unit (5 g, 2 l) than a far country's money
    if (readings.by(None) or Decimal(0)) < 0:
        raise _no_price(text)
    return WrittenPrice(text, number, readings, found)


def to_minor(amount: Decimal, currency: str) -> tuple[int, bool]:
    """An amount in the currency's smallest unit, rounded half up, and whether nothing was lost by it.

    Raises:
        KnownError: it is more than anything costs.
    """
    minor = amount.scaleb(decimals(currency))
    rounded = minor.to_integral_value(ROUND_HALF_UP)
    if rounded > _LARGEST:
        raise KnownError(
            message("core", "The price “{price}” cannot be right: correct it."), price=f"{amount:f}"[:40]
        )
    return int(rounded), abs(minor - rounded) < _NOISE


def parse_money(text: str, currency: str = "", decimal_sign: DecimalSign | None = None) -> tuple[int, str]:
    """A price that somebody types, where nothing is rounded: see :func:`read_price`.

    Args:
        currency: what it is in if it does not say so itself ("" if that is not known).
        decimal_sign: settles ``1.234``, otherwise taken for thousands.

    Returns:
        The amount in the currency's smallest unit, and the currency.

    Raises:
        KnownError: it is no amount, is below zero, or has more decimals than its currency.
    """
    price = read_price(text, currency)
    minor, is_exact = to_minor(price.amount(decimal_sign), price.currency)
    if not is_exact:
        raise KnownError(
            message("core", "The price “{price}” has more decimals than its currency: round it."),
            price=text.strip()[:40],
        )
    return minor, price.currency


def format_money(minor: int, currency: str) -> str:
    """The amount as tables hold it: ``1234.50``, a decimal point and nothing else."""
    return f"{Decimal(minor).scaleb(-decimals(currency)):f}"


def _no_price(text: str) -> KnownError:
    return KnownError(message("core", "“{price}” is no price: write it like 12.50."), price=text.strip()[:40])


def _split(text: str) -> tuple[str | None, str, str]:
    """The digits with their separators, what stands before and behind them; None without a single amount."""
    return (text, "", "") if isinstance(text, PlainNumber) else _split_text(str(text))


@lru_cache(maxsize=4096)
def _split_text(text: str) -> tuple[str | None, str, str]:
    plain = plain_digits(text).replace("\u2212", "-")
    unit = _UNIT.search(plain)
    if unit is not None:
        plain = plain[: unit.start()]
    plain = _REMARK.sub("", plain)
    for end in _ROUND_ENDS:
        plain = plain.removesuffix(end)
    match = _AMOUNT.search(plain)
    if match is None or "-" in plain:
        return None, "", ""
    before, after = plain[: match.start()].strip(), plain[match.end() :].strip()
    if any(character.isdecimal() for character in before + after):
        return None, "", ""
    return match[0], before, after
