"""Barcodes of trade goods: EAN-8, EAN-13, UPC-A, UPC-E and GTIN-14, told by length and check digit.

The check digit weighs the digits 3, 1, 3, … from the right
(https://www.gs1.org/services/how-calculate-check-digit-manually).
"""

import re
from enum import StrEnum

from core.catalog.clean_text import clean_line
from core.messages import Sentence, message


class Symbology(StrEnum):
    """The kinds of number that are recognised."""

    EAN_8 = "EAN-8"
    EAN_13 = "EAN-13"
    UPC_A = "UPC-A"
    UPC_E = "UPC-E"
    GTIN_14 = "GTIN-14"


_BY_LENGTH = {12: Symbology.UPC_A, 13: Symbology.EAN_13, 14: Symbology.GTIN_14}
_SPREADSHEET = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)


def clean_barcode(text: str) -> str:
    """``text`` without spaces and hyphens if digits remain; otherwise as one line."""
    line = clean_line(text)
    digits = re.sub(r"[\s\-]", "", line.removeprefix("'"))  # Shopify's apostrophe makes it text
    return digits if _is_digits(digits) else line


def symbology(barcode: str) -> Symbology | None:
    """What kind of number ``barcode`` (digits only) is; None if its length or check digit is wrong."""
    if not _is_digits(barcode):
        return None
    if len(barcode) in _BY_LENGTH:
        return _BY_LENGTH[len(barcode)] if _checks(barcode) else None
    if len(barcode) == 8:
        if _checks(barcode):
            return Symbology.EAN_8
        if barcode[0] in "01" and _checks(upc_a_of_upc_e(barcode)):
            return Symbology.UPC_E
    return None


def barcode_problem(barcode: str) -> Sentence | None:
    """What is wrong with a barcode that :func:`clean_barcode` returned; None if nothing is."""
    if not barcode or symbology(barcode) is not None:
        return None
    if _SPREADSHEET.fullmatch(barcode):
        return Sentence(
            message(
                "core", "A spreadsheet has shortened the barcode “{barcode}”: format its column as text."
            ),
            {"barcode": barcode},
        )
    if not _is_digits(barcode):
        return Sentence(
            message("core", "The barcode “{barcode}” holds more than digits: correct it."),
            {"barcode": barcode},
        )
    if len(barcode) not in (8, 12, 13, 14):
        return Sentence(
            message("core", "The barcode {barcode} has {length} digits, not 8, 12, 13 or 14: correct it."),
            {"barcode": barcode, "length": len(barcode)},
        )
    return Sentence(
        message("core", "The check digit of the barcode {barcode} is wrong: read it again."),
        {"barcode": barcode},
    )


def same_barcodes(barcode: str) -> list[str]:
    """``barcode`` as it may be written elsewhere: with leading zeros to 12, 13 or 14 digits, or without."""
    cleaned = clean_barcode(barcode)
    if symbology(cleaned) is Symbology.UPC_E:
        return [cleaned, *same_barcodes(upc_a_of_upc_e(cleaned))]
    if len(cleaned) not in _BY_LENGTH or not _is_digits(cleaned):
        return [cleaned]
    core = cleaned.lstrip("0")
    return [core.zfill(length) for length in _BY_LENGTH if length >= len(core)]


def check_digit(digits: str) -> str:
    """The digit that completes ``digits``."""
    total = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


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


def _checks(digits: str) -> bool:
    return check_digit(digits[:-1]) == digits[-1] and digits.strip("0") != ""


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
