"""Texts of cells of which the file says more than their letters: what a person must be told where it matters.

They are texts, so that whoever only wants a text has it; who needs to know asks for the kind. A number is a
:class:`core.catalog.written_numbers.PlainNumber`.
"""

import re
from collections.abc import Collection
from decimal import Decimal

from core.catalog.written_numbers import MarkedNumber, PlainNumber
from core.messages import Sentence, message

_ERRORS = re.compile(
    # Excel's, LibreOffice's and Google's, in the languages in which they are saved as text
    r"#(?:N/A|N/D|N/V|NV|REF!|BEZUG!|NAME\?|NOM\?|NOMBRE\?|¿NOMBRE\?|¡REF!|VALUE!|WERT!|VALEUR!|VALOR!|¡VALOR!|"
    r"DIV/0!|¡DIV/0!|NULL!|NUM!|ZAHL!|NOMBRE!|¡NUM!|ARG!|ADR!|NAZWA\?|RIF!|NOME\?|ИМЯ\?|ССЫЛКА!|ЗНАЧ!|Н/Д|ДЕЛ/0!|"
    r"SPILL!|CALC!|GETTING_DATA|ERROR!)|Err:\d{3}"
)
_ERRORS_BEGIN = ("#", "E")
_PLAIN_KINDS = frozenset((str, PlainNumber, MarkedNumber))
_MONTH = (
    "jan|feb|mar|mär|mrz|apr|may|mai|maj|mei|mag|jun|jul|aug|ago|sep|sept|oct|okt|ott|nov|dec|dez|dic|ene|abr|"
    "fév|avr|juin|juil|août|déc|gen|giu|lug|set|out|fev|янв|фев|мар|апр|май|июн|июл|авг|сен|окт|ноя|дек"
)
_LIKE_A_DAY = re.compile(rf"\d{{1,2}}[-. ]{{1,2}}(?:{_MONTH})\.?|(?:{_MONTH})\.?[- ]\d{{2}}", re.IGNORECASE)
"""What spreadsheets show of ``3-1`` and ``MAR1`` once they took them for days, and save as text."""
_LONGEST_DAY = len("31. sept.")
_SHORTENED = re.compile(r"(\d)[.,]?(\d*)E\+(\d{1,2})", re.IGNORECASE)


class DateCell(str):
    """A day or time: in a column of codes it is what a spreadsheet has made of ``3-1`` or ``MAR1``."""

    __slots__ = ()


class ErrorCell(str):
    """What a formula gave that failed, like ``#N/A``."""

    __slots__ = ()


class UnsavedFormula(str):
    """A formula whose value is not in the file; its text is empty."""

    __slots__ = ()


class NoValue(str):
    """What stood there means that there is nothing to be said, such as ``N/A``; its text is empty."""

    __slots__ = ()


class MeantText(str):
    """A text that would be no value, was it not marked as meant just so."""

    __slots__ = ()


def is_error(text: str) -> bool:
    """Whether a cell holds the error of a formula, be it that of a workbook or saved as text."""
    return isinstance(text, ErrorCell) or (text[:1] in _ERRORS_BEGIN and _ERRORS.fullmatch(text) is not None)


def is_plain(text: str) -> bool:
    """Whether a cell surely says its letters and nothing else, as most do: it is no kind, nor an error."""
    return type(text) is str and text[:1] not in _ERRORS_BEGIN


def are_plain(texts: Collection[str]) -> bool:
    """Whether all of a row's cells surely are plain texts or numbers, and none a code that was shortened."""
    signs = "\0".join(texts)
    return _PLAIN_KINDS.issuperset(map(type, texts)) and not ("#" in signs or "Err:" in signs or "+" in signs)


def unknown_value(text: str) -> Sentence | None:
    """Why the cell's value is not known though something stands there; None if it is."""
    if is_plain(text):
        return None
    if isinstance(text, UnsavedFormula):
        return Sentence(
            message(
                "core",
                "The value of a formula is not in the file: open the table in the spreadsheet program and "
                "save it again.",
            )
        )
    if is_error(text):
        return Sentence(
            message("core", "“{error}” is the error of a formula: correct it in the spreadsheet."),
            {"error": text},
        )
    return None


def lost_code(text: str) -> Sentence | None:
    """Why a code cannot be what ``text`` says; None if nothing speaks against it."""
    if is_plain(text) and "+" not in text:
        return None
    if isinstance(text, DateCell):
        return Sentence(
            message(
                "core",
                "A spreadsheet has turned the code into the date {date}: format its column as text and enter "
                "the code again.",
            ),
            {"date": text},
        )
    shortened = _shortened(text)
    if shortened is not None and not isinstance(text, PlainNumber) and len(shortened[2]) < int(shortened[3]):
        return Sentence(
            message(
                "core",
                "A spreadsheet has shortened the code to {code}, and its last digits are lost: format its "
                "column as text and enter the code again.",
            ),
            {"code": text},
        )
    return unknown_value(text)


def doubtful_code(text: str) -> Sentence | None:
    """What a person should look at in a code that is taken as it stands; None if nothing."""
    if len(text) > _LONGEST_DAY or _LIKE_A_DAY.fullmatch(text) is None:
        return None
    return Sentence(
        message("core", "The code “{code}” looks like a date that a spreadsheet has made of it: compare it."),
        {"code": text},
    )


def whole_code(text: str) -> str:
    """A code that a spreadsheet wrote as 4.006381333931E+12 with all of its digits; others as they stand."""
    shortened = _shortened(text)
    if shortened is None or len(shortened[2]) != int(shortened[3]) or int(shortened[3]) < 7:
        return text
    return str(int(Decimal(text.replace(",", "."))))


def _shortened(text: str) -> re.Match[str] | None:
    return _SHORTENED.fullmatch(text) if "+" in text else None  # which few have, and every row is asked
