"""A barcode as a person, a table or a scanner gives it, to the one form in which the catalog keeps it.

That form is the number in its shortest form (see :mod:`core.catalog.barcodes.gtin`); of a product with
several codes, these in their order with ``", "`` between them; a shop's own code that is no number of trade
goods stays as it stands. What a spreadsheet has done to a number is mended where the check digit proves it,
and told.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from core.catalog.barcodes.gtin import checks, gtin_of_isbn, is_digits, readings, shortest
from core.catalog.barcodes.scanned import number_in_scan
from core.catalog.clean_text import clean_line
from core.catalog.no_value import says_nothing
from core.messages import Sentence, message

BETWEEN = ", "
"""Between the codes of one product, as the catalog keeps them."""

_LEAST_GS1 = 16
"""Digits with which a run of GS1's fields begins."""
_BEYOND_CHANCE = 12
"""Digits of a number that is believed though what stands beside it is none."""

_NO_CODE = frozenset(
    (
        *(
            "none",
            "na",
            "nil",
            "no",
            "no barcode",
            "no ean",
            "no upc",
            "without",
            "exempt",
            "kein",
            "keine",
            "keine ean",
            "ohne ean",
        ),
        *("ohne", "aucun", "sans", "ninguno", "sin código", "não", "sem", "sem gtin", "nessuno", "geen"),
        *("brak", "нет", "なし", "无", "無", "没有"),
    )
)
"""Where a barcode would stand; Brazil's tax office demands "SEM GTIN"."""

_SPACING = re.compile(r"[\s\-\u2010-\u2015]")
_SEPARATORS = re.compile(r"[,;/|\n]+")
_PROTECTED = re.compile(r"=\s*\"([^\"]*)\"")
_POINT_ZERO = re.compile(r"(\d+)[.,]0+")
_SCIENTIFIC = re.compile(r"(\d(?:[.,]\d+)?)E\+?(\d{1,2})", re.IGNORECASE)
_NAMED = re.compile(
    r"^(?:EAN|GTIN|UPC|ISBN|JAN)(?:[- ]?(?:8|10|12|13|14|A|E)(?=[\s:.#]))?[\s:.#]*(?=\d)", re.IGNORECASE
)
_GROUPED = re.compile(r"\d{1,3}(?:[.'\u2019]\d{3}){2,}|\d{1,3}(?:,\d{3}){3,}")
"""A number that was written with thousands."""
_STARRED = re.compile(r"\*(\d+)\*")
"""How Code 39 is typed for a font."""
_AMONG_WORDS = re.compile(r"(?<![\d.,-])\d{12,14}(?![\d.,-])")
_ADD_ON = re.compile(r"(97[789]\d{10})(?:\d{2}|\d{5})")


@dataclass(frozen=True, slots=True)
class WrittenBarcode:
    """What a cell or a field says.

    Attributes:
        text: what the catalog keeps.
        notes: what was mended or left out.
        problem: as :func:`barcode_problem` of ``text``.
    """

    text: str
    notes: tuple[Sentence, ...] = ()
    problem: Sentence | None = None


@dataclass(frozen=True, slots=True)
class _Code:
    """One code: the numbers that it may be (its shortest forms, none if it proves nothing), and its text."""

    text: str
    numbers: tuple[str, ...] = ()
    is_mended: bool = False


def read_barcode(written: str) -> WrittenBarcode:
    """The codes in ``written``, which may be several; each in the form in which the catalog keeps it."""
    proven = _proven(written)
    if proven is not None:
        return proven
    line = _plain(written)
    codes = _codes(line)
    if len(codes) == 1 and not codes[0].numbers:
        codes = _among_signs(line) or codes
    if len(codes) == 1 and not codes[0].numbers and _is_no_code(codes[0].text):
        zeros = Sentence(message("core", "“{barcode}” is no barcode and was left out."), {"barcode": line})
        return WrittenBarcode("", (zeros,))
    text = BETWEEN.join(dict.fromkeys(code.text for code in codes))
    problem = _first_problem(codes)
    if text != line and (len(codes) > 1 or _SEPARATORS.search(line)):
        return WrittenBarcode(text, (_note(line, text),), problem)
    return WrittenBarcode(text, tuple(_note(line, code.text) for code in codes if code.is_mended), problem)


@lru_cache(maxsize=4096)
def _proven(written: str) -> WrittenBarcode | None:
    """12 to 14 digits that check; None of anything else.

    Kept, for an import asks for a barcode's text and for its keys, some hundred products at a time.
    """
    is_one = 12 <= len(written) <= 14 and is_digits(written) and checks(written)
    return WrittenBarcode(shortest(written)) if is_one else None


def _among_signs(line: str) -> tuple[_Code, ...]:
    """Codes that check, with words beside them or signs within; none if there is none.

    Only of what is written anew: what the catalog has is found by the keys that it has.
    """
    if "://" in line:
        return ()
    if _GROUPED.fullmatch(line) or _STARRED.fullmatch(line):
        found = [re.sub(r"\D", "", line)]
    else:
        found = _AMONG_WORDS.findall(line)
    codes = (_code(digits) for digits in found)
    return tuple(replace(code, is_mended=True) for code in codes if code.numbers)


def _is_no_code(text: str) -> bool:
    """Zeros alone, or a word that says that there is no code."""
    return (is_digits(text) and not text.strip("0")) or text.casefold() in _NO_CODE or says_nothing(text)


def clean_barcode(written: str) -> str:
    """What the catalog keeps of ``written``; see :func:`read_barcode`."""
    return read_barcode(written).text


def code_keys(written: str) -> list[str]:
    """The numbers under which ``written`` is found, and finds: every reading of every code in it.

    A product and a scan mean the same if they have one of these in common.
    """
    proven = _proven(written)
    if proven is not None:
        return [proven.text]
    keys = [key.casefold() for code in _codes(_plain(written)) for key in (*code.numbers, code.text)]
    return list(dict.fromkeys(key for key in keys if key.strip("0")))


def barcode_problem(barcode: str) -> Sentence | None:
    """What is wrong with a barcode that :func:`clean_barcode` returned; None if nothing is."""
    return _first_problem(_codes(barcode)) if barcode else None


def _plain(written: str) -> str:
    """In one line but for line ends, digits of every script as 0 to 9, without Shopify's apostrophe."""
    if len(written) < _LEAST_GS1 and is_digits(written):
        return written
    scanned = number_in_scan(written.strip(" \t\r\n")) or written  # first: its separators are no text
    lines = [clean_line(line) for line in unicodedata.normalize("NFKC", scanned).splitlines()]
    text = "\n".join(line for line in lines if line).lstrip("'")
    return text if text.isascii() else "".join(str(unicodedata.decimal(one, one)) for one in text)


@lru_cache(maxsize=64)
def _codes(line: str) -> tuple[_Code, ...]:
    """``line`` as one code if a check digit says so, or as several; else as it is.

    Who writes a product asks for its text and for its keys in turn: the last lines are kept.
    """
    whole = _code(line)
    if whole.numbers or "://" in line:
        return (whole,)
    is_listed, words = _SEPARATORS.search(line) is not None, line.split()
    listed = (
        [_code(part.strip()) for part in _SEPARATORS.split(line) if any(map(str.isalnum, part))]
        if is_listed
        else []
    )
    spaced = [_code(part) for part in words] if len(words) > 1 else []
    for codes in (listed, spaced):
        if len(codes) > 1 and all(code.numbers for code in codes):
            return tuple(codes)
    if any(code.numbers and len(code.text) >= _BEYOND_CHANCE for code in listed):
        return tuple(listed)
    return (whole,) if line else ()


def _code(text: str) -> _Code:
    """One code. A number that is proven in two ways keeps its digits."""
    if 12 <= len(text) <= 14 and is_digits(text):  # as nearly all are: there is nothing to take off or mend
        numbers = readings(text)
        return _Code(numbers[0] if numbers else text, numbers)
    protected = _PROTECTED.fullmatch(text)
    inner = protected[1].strip() if protected else text
    digits = _SPACING.sub("", _NAMED.sub("", number_in_scan(inner) or inner))
    isbn = gtin_of_isbn(digits.upper())
    if isbn and (not is_digits(digits) or "-" in inner):
        return _Code(isbn, (isbn,), is_mended=True)
    numbers = (*readings(digits), *((isbn,) if isbn else ()))
    if not numbers:
        mended = _mended(digits)
        numbers = (mended,) if mended else ()
        return _Code(mended or (digits if is_digits(digits) else clean_line(inner)), numbers, bool(mended))
    if len(numbers) == 1:
        return _Code(numbers[0], numbers, is_mended=len(digits) in (7, 9, 10, 11))
    return _Code(digits if isbn else digits.zfill(8), numbers)


def _mended(digits: str) -> str | None:
    """The number of which a spreadsheet, or a magazine's add-on, has made another; None if none is proven."""
    add_on = _ADD_ON.fullmatch(digits)
    if add_on and checks(add_on[1]):
        return add_on[1]
    point, power = _POINT_ZERO.fullmatch(digits), _SCIENTIFIC.fullmatch(digits)
    whole = point[1] if point else ""
    if power and len(re.sub(r"\D", "", power[1])) > int(power[2]):  # none of its digits is lost
        whole = f"{Decimal(power[1].replace(',', '.')).scaleb(int(power[2])):f}".partition(".")[0]
    numbers = readings(whole)
    return numbers[0] if len(numbers) == 1 else None


def _note(written: str, barcode: str) -> Sentence:
    return Sentence(
        message("core", "The barcode “{written}” was read as {barcode}."),
        {"written": written.replace("\n", " "), "barcode": barcode},
    )


def _first_problem(codes: Iterable[_Code]) -> Sentence | None:
    return next((_problem(code.text) for code in codes if not code.numbers), None)


def _problem(code: str) -> Sentence:
    if _SCIENTIFIC.fullmatch(code):
        return Sentence(
            message(
                "core", "A spreadsheet has shortened the barcode “{barcode}”: format its column as text."
            ),
            {"barcode": code},
        )
    if not is_digits(code):
        return Sentence(
            message("core", "The barcode “{barcode}” holds more than digits: correct it."), {"barcode": code}
        )
    if len(code) not in (8, 12, 13, 14):
        return Sentence(
            message("core", "The barcode {barcode} has {length} digits, not 8, 12, 13 or 14: correct it."),
            {"barcode": code, "length": len(code)},
        )
    return Sentence(
        message("core", "The check digit of the barcode {barcode} is wrong: read it again."),
        {"barcode": code},
    )
