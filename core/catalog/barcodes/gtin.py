"""Numbers of trade goods (GTIN): EAN-8, EAN-13, UPC-A, UPC-E and GTIN-14, told by length and check digit.

All are one kind of number with more or fewer zeros before it, but for UPC-E, which is a UPC-A with its zeros
left out. The catalog keeps each in its *shortest* form: of 8, 12, 13 or 14 digits the first that holds it.

The check digit weighs the digits 3, 1, 3, … from the right
(https://www.gs1.org/services/how-calculate-check-digit-manually).
"""

from enum import StrEnum

_LENGTHS = (8, 12, 13, 14)
_LEAST_DIGITS = 7
"""A number that lost one zero; with fewer, one in ten would check by chance."""


class Symbology(StrEnum):
    """The kinds of number that are recognised."""

    EAN_8 = "EAN-8"
    EAN_13 = "EAN-13"
    UPC_A = "UPC-A"
    UPC_E = "UPC-E"
    GTIN_14 = "GTIN-14"


_BY_LENGTH = {12: Symbology.UPC_A, 13: Symbology.EAN_13, 14: Symbology.GTIN_14}


def symbology(digits: str) -> Symbology | None:
    """What kind of number ``digits`` is; None if it holds more, or its length or check digit is wrong."""
    if not is_digits(digits):
        return None
    if len(digits) in _BY_LENGTH:
        return _BY_LENGTH[len(digits)] if checks(digits) else None
    if len(digits) == 8:
        if checks(digits):
            return Symbology.EAN_8
        if _is_upc_e(digits):
            return Symbology.UPC_E
    return None


def readings(digits: str) -> tuple[str, ...]:
    """The numbers that ``digits`` may stand for, each in its shortest form; none if no check digit proves it.

    Zeros that fill a number up do not count, nor do those that a spreadsheet has taken away. One in ten
    numbers of eight digits that begin with 0 or 1 is an EAN-8 and a UPC-E as well: that has two readings.
    """
    if not is_digits(digits) or not _LEAST_DIGITS <= len(digits) <= 14:
        return ()
    found = [shortest(digits)] if checks(digits) else []
    short = digits.zfill(8)
    if _is_upc_e(short):
        found.append(shortest(upc_a_of_upc_e(short)))
    return tuple(dict.fromkeys(found))


def shortest(digits: str) -> str:
    """A number with no more zeros before it than 8, 12, 13 or 14 digits need."""
    if digits[0] != "0" and len(digits) in _LENGTHS:
        return digits
    significant = digits.lstrip("0")
    return significant.zfill(next(length for length in _LENGTHS if length >= len(significant)))


def check_digit(digits: str) -> str:
    """The digit that completes ``digits``."""
    odd, even = digits[-1::-2].encode(), digits[-2::-2].encode()
    return str(-(3 * sum(odd) + sum(even) - ord("0") * (3 * len(odd) + len(even))) % 10)


def checks(digits: str) -> bool:
    """Whether the last digit is the right one; a number of zeros alone is none."""
    signs = digits.encode()
    odd, even = signs[-2::-2], signs[-1::-2]
    weighed = 3 * sum(odd) + sum(even) - ord("0") * (3 * len(odd) + len(even))
    return weighed % 10 == 0 and digits.strip("0") != ""


def upc_a_of_upc_e(barcode: str) -> str:
    """The 12 digits that the 8 digits of a UPC-E stand for (GS1 General Specifications, 5.2.2.4.2)."""
    system, body, check = barcode[0], barcode[1:7], barcode[7]
    match body[5]:
        case "0" | "1" | "2":
            middle = f"{body[:2]}{body[5]}0000{body[2:5]}"
        case "3":
            middle = f"{body[:3]}00000{body[3:5]}"
        case "4":
            middle = f"{body[:4]}00000{body[4]}"
        case _:
            middle = f"{body[:5]}0000{body[5]}"
    return system + middle + check


def gtin_of_isbn(isbn: str) -> str | None:
    """The EAN-13 of an ISBN-10 (nine digits and a digit or X, ISO 2108); None if its own check fails."""
    if len(isbn) != 10 or not is_digits(isbn[:9]) or isbn[9] not in "0123456789X":
        return None
    values = [*map(int, isbn[:9]), 10 if isbn[9] == "X" else int(isbn[9])]
    if sum(value * weight for value, weight in zip(values, range(10, 0, -1), strict=True)) % 11:
        return None
    body = "978" + isbn[:9]
    return body + check_digit(body)


def is_digits(text: str) -> bool:
    """Whether ``text`` is ASCII digits and nothing else."""
    return text.isascii() and text.isdigit()


def _is_upc_e(digits: str) -> bool:
    return len(digits) == 8 and digits[0] in "01" and checks(upc_a_of_upc_e(digits))
