"""What the digits of a scale's label mean: each shop sets it, in a format that is written as the label is.

A format has a character for each of the 13 digits of an EAN-13, like ``21PPPPPWW.WWWX``: two digits that all
such labels begin with (20 to 29, or 02 for a UPC-A of twelve), then P for the product's number, W for its
weight or length, Q for pieces, M for what it costs, V for the check digit of those, ? for what means nothing,
and X for the check digit of the whole. A point says where the decimals begin; without one a weight has three
and a cost as many as its currency.

The check digit of the amount is GS1's price verifier (General Specifications, 7.9.2 to 7.9.5): of four digits
the weights are 2-, 2-, 3, 5-, of five they are 5+, 2-, 5-, 5+, 2-, where ``2-`` is twice the digit, its tens
taken from its units, and ``5+`` five times the digit, its tens added.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from core.catalog.barcodes.gtin import checks, is_digits
from core.errors import KnownError
from core.messages import message

Kind = Literal["weight", "pieces", "price"]

_KINDS: dict[str, Kind] = {"W": "weight", "Q": "pieces", "M": "price"}
_FORMAT = re.compile(r"(02|2\d)([PV?\d]*(?:W+(?:\.W+)?|Q+|M+(?:\.M+)?)?[PV?\d]*)X")
_LENGTH = 13
_WEIGHT_DECIMALS = 3
_AMOUNT_DIGITS = (4, 5)
"""Of amounts that may have a check digit of their own."""


@dataclass(frozen=True, slots=True)
class ScaleFormat:
    """What each digit of a label is; ``text`` as a person writes it."""

    text: str

    @property
    def pattern(self) -> str:
        """A character for each of the 13 digits."""
        return self.text.replace(".", "")

    @property
    def letter(self) -> str:
        """Of the amount: W, Q or M; "" if there is none."""
        return next((letter for letter in _KINDS if letter in self.text), "")

    def decimals(self, of_price: int) -> int:
        """How many of the amount's digits are decimals, where a price has ``of_price``."""
        _, point, after = self.text.partition(".")
        if point:
            return after.count(self.letter)
        return {"W": _WEIGHT_DECIMALS, "M": of_price}.get(self.letter, 0)


@dataclass(frozen=True, slots=True)
class ScaleReading:
    """What a label says.

    Attributes:
        number: the product's, with all its digits.
        base: the same label with nothing on the scales, but for its check digits: both are left out.
        digits: of the amount; "" if the label has none.
    """

    format: ScaleFormat
    number: str
    base: str
    digits: str

    @property
    def kind(self) -> Kind | None:
        """What the amount is; None if there is none."""
        return _KINDS.get(self.format.letter)

    def amount(self, of_price: int = 2) -> Decimal:
        """The amount, exactly; a price in the currency itself, which has ``of_price`` decimals."""
        return Decimal(self.digits or "0").scaleb(-self.format.decimals(of_price))


def read_format(text: str) -> ScaleFormat:
    """A format as a person writes it.

    Raises:
        KnownError: it is none; the sentence shows one that is right.
    """
    written = "".join(text.split()).upper()
    pattern = written.replace(".", "")
    has_rest = _FORMAT.fullmatch(written) is not None and len(pattern) == _LENGTH and "P" in pattern
    numbers = len(re.findall("P+", pattern))
    amount = sum(pattern.count(letter) for letter in _KINDS)
    is_checkable = pattern.count("V") <= 1 and ("V" not in pattern or amount in _AMOUNT_DIGITS)
    if not has_rest or numbers != 1 or not is_checkable:
        raise KnownError(
            message(
                "core",
                "“{format}” is no format of a scale's label: write its 13 digits like 21PPPPPWW.WWWX, with P "
                "for the product's number, W for its weight, M for its price, X for the check digit.",
            ),
            format=text.strip()[:30],
        )
    return ScaleFormat(written)


def read_label(digits: str, format_: ScaleFormat) -> ScaleReading | None:
    """What a scanned number says by that format; None if it is no such label, or a check digit is wrong."""
    code = digits.zfill(_LENGTH) if len(digits) == _LENGTH - 1 else digits
    if len(code) != _LENGTH or not is_digits(code) or not checks(code):
        return None
    places = list(zip(format_.pattern, code, strict=True))
    if any(wanted.isdigit() and wanted != digit for wanted, digit in places):
        return None
    amount = "".join(digit for wanted, digit in places if wanted in _KINDS)
    verifier = next((digit for wanted, digit in places if wanted == "V"), None)
    if verifier is not None and verifier != verifier_digit(amount):
        return None
    number = "".join(digit for wanted, digit in places if wanted == "P")
    base = "".join("0" if wanted in _KINDS else digit for wanted, digit in places if wanted not in "VX")
    return ScaleReading(format_, number, base, amount)


def verifier_digit(amount: str) -> str:
    """The check digit of four or five digits of an amount."""
    digits = [int(digit) for digit in amount]
    if len(digits) == len(_FOUR):
        return str(sum(weigh(digit) for weigh, digit in zip(_FOUR, digits, strict=True)) * 3 % 10)
    total = sum(weigh(digit) for weigh, digit in zip(_FIVE, digits, strict=True))
    return next(str(digit) for digit in range(10) if _five_less(digit) == -total % 10)


def _two_less(digit: int) -> int:
    return (2 * digit % 10 - 2 * digit // 10) % 10


def _three(digit: int) -> int:
    return 3 * digit % 10


def _five_less(digit: int) -> int:
    return (5 * digit % 10 - 5 * digit // 10) % 10


def _five_more(digit: int) -> int:
    return (5 * digit % 10 + 5 * digit // 10) % 10


_FOUR = (_two_less, _two_less, _three, _five_less)
_FIVE = (_five_more, _two_less, _five_less, _five_more, _two_less)
