"""Numbers as people write them, and what each may mean: ``1.234`` is one in Rome and another in Boston.

A number alone often does not tell its decimal sign. So reading comes in two steps: what a text can mean
(:func:`read_number`), and which sign a column, or its table, shows beyond doubt (:class:`SignEvidence`).
Nothing here rounds: a reading is an exact :class:`~decimal.Decimal`.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

DecimalSign = Literal[".", ","]
_MOST_CHARACTERS = 60
"""Of a number with all its signs; longer ones are no numbers of a shop."""
_GAP = re.compile(r"(?<=\d)[\s\u2019'](?=\d)")
_GROUPED = r"[1-9]\d{0,2}(?P<gap>[SIGN ])\d{3}(?:(?P=gap)\d{3})*"
_INDIAN = r"[1-9]\d?(?:,\d{2})+,\d{3}"
_POINT = re.compile(rf"(\d+|{_GROUPED.replace('SIGN', ',')}|{_INDIAN})?(?:\.(?P<fraction>\d*))?", re.ASCII)
_COMMA = re.compile(rf"(\d+|{_GROUPED.replace('SIGN', '.')})?(?:,(?P<fraction>\d*))?", re.ASCII)
_ARABIC_DECIMAL = "\u066b"
_SIGNS = {
    ord(_ARABIC_DECIMAL): ",",
    0x066C: "'",
    0xFF0E: ".",
    0xFF0C: ",",
    0xFF0D: "-",
    0xFF0B: "+",
    0xFFE5: "\u00a5",
}
"""Arabic and full-width signs to those of ASCII."""
_MINUS = "-\u2212\u2010\u2013"


class PlainNumber(str):
    """Text of what is a number already, of a workbook's cell or a sum: a point is its decimal sign."""

    __slots__ = ()


class MarkedNumber(PlainNumber):
    """One of which the format of its cell names a currency or a unit: ``mark``, as it is shown."""

    __slots__ = ("mark",)
    mark: str


@dataclass(frozen=True, slots=True)
class Readings:
    """What a written number means by a decimal point, and by a decimal comma; None where that cannot be."""

    point: Decimal | None
    comma: Decimal | None

    def by(self, sign: DecimalSign | None) -> Decimal | None:
        """What it means: by what it shows itself, else by ``sign``; None if that leaves it open."""
        if self.point is None or self.point == self.comma:
            return self.comma if self.point is None else self.point
        if self.comma is None:
            return self.point
        return None if sign is None else self.point if sign == "." else self.comma

    @property
    def is_open(self) -> bool:
        """Whether it may mean two things."""
        return self.by(None) is None

    @property
    def evident_sign(self) -> DecimalSign | None:
        """The decimal sign that it can only have; None where it has none, or may mean two things."""
        if (self.point is None) is (self.comma is None):
            return None
        return "," if self.point is None else "."


def read_number(text: str) -> Readings | None:
    """What ``text`` may mean; None if it is no number.

    Digits of any script count, and between thousands a point, a comma, an apostrophe or a space. A minus
    stands in front, or behind as some bookkeeping programs write it. ``0.500`` is never thousands.
    """
    if isinstance(text, PlainNumber) or (text.isdecimal() and text.isascii()):
        return _alike(text)
    return _read(str(text))


@lru_cache(maxsize=4096)
def _read(text: str) -> Readings | None:
    """The numbers of a column are asked for twice, and many are alike."""
    plain = plain_digits(text)
    if not plain or len(plain) > _MOST_CHARACTERS:
        return None
    minuses = sum(character in _MINUS for character in plain)
    digits = plain.strip(_MINUS + " ") if minuses == 1 else plain.removeprefix("+")
    comma = _value(_COMMA, digits)
    point = None if _ARABIC_DECIMAL in text else _value(_POINT, digits)
    if point is None and comma is None:
        return None
    return Readings(_negative(point), _negative(comma)) if minuses else Readings(point, comma)


def _alike(text: str) -> Readings | None:
    try:
        number = Decimal(text)
    except ArithmeticError:
        return None
    return Readings(number, number) if number.is_finite() and len(text) <= _MOST_CHARACTERS else None


def plain_digits(text: str) -> str:
    """``text`` with digits and signs as ASCII has them, and a space for whatever else parts thousands."""
    if not text.isascii():
        text = "".join(_plain(character) for character in text.translate(_SIGNS))
    return _GAP.sub(" ", text).strip()


def _plain(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return "" if unicodedata.category(character) == "Cf" else character


@dataclass(slots=True)
class SignEvidence:
    """What the numbers of a column say about their decimal sign.

    Attributes:
        points, commas: how many can only have that sign.
        open: how many may mean two things; ``example`` is the first of them.
        is_fixed: whether all of them have a sign and three digits behind it, as programs write weights.
    """

    points: int = 0
    commas: int = 0
    open: int = 0
    example: str = ""
    is_fixed: bool = True

    def add(self, text: str, times: int = 1) -> None:
        """Count a number's text that stands in so many cells; what is none says nothing."""
        readings = read_number(text) if text else None
        if readings is None:
            return
        sign = readings.evident_sign
        self.points += times * (sign == ".")
        self.commas += times * (sign == ",")
        if readings.is_open:
            self.open += times
            self.example = self.example or text
        elif not isinstance(text, PlainNumber):
            self.is_fixed = False

    @property
    def sign(self) -> DecimalSign | None:
        """The sign that the column shows beyond doubt."""
        if self.points and self.commas:
            return None
        return "." if self.points else "," if self.commas else None

    @property
    def is_torn(self) -> bool:
        """Whether some numbers can only have a point and others only a comma."""
        return bool(self.points and self.commas)


def evidence(texts: Iterable[str], digits: Callable[[str], str] | None = None) -> SignEvidence:
    """What a column of numbers says about its decimal sign.

    Args:
        digits: gives the number in a cell's text, where there is more.
    """
    found = SignEvidence()
    cells = list(texts)
    plain = Counter(cell for cell in cells if type(cell) is str)  # many are alike, and each is read once
    for text, times in plain.items():
        found.add(digits(text) if digits else text, times)
    for cell in cells if len(cells) > plain.total() else ():
        if type(cell) is not str:
            found.add(digits(cell) if digits else cell)
    return found


def _value(pattern: re.Pattern[str], digits: str) -> Decimal | None:
    match = pattern.fullmatch(digits)
    if match is None or not (match[1] or match["fraction"]):
        return None
    return Decimal(f"{re.sub('[., ]', '', match[1] or '0')}.{match['fraction'] or '0'}")


def _negative(number: Decimal | None) -> Decimal | None:
    return None if number is None else -number
