"""What the number format of a workbook's cell tells of its value: a day, a code with zeros, a currency.

Formats after ECMA-376, part 1, 18.8.30 (numFmt); the built-in ones from 14 to 22, 27 to 36, 45 to 47 and
50 to 58 are dates.
"""

import datetime
import re
from decimal import Decimal

from core.catalog.tables.cell_kinds import DateCell
from core.catalog.written_numbers import MarkedNumber, PlainNumber

_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_SHOWN = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|_.|\*.|\[[^\]]*\]|([$\u20ac\u00a3\u00a5/])')
"""What stands beside the digits: quoted, behind a backslash, as ``[$€-407]``, or by itself."""
_ZEROS = re.compile(r"0{2,}")
_DAYS = (datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1))
_LAST_DAY = 2_958_466


class CellFormat:
    """A number format.

    Attributes:
        is_date: whether its numbers are days and times.
        zeros: how many digits it shows at least; 0 unless it is for codes, like ``00000``.
        mark: what it shows beside the digits, such as ``€`` or ``kg``.
    """

    __slots__ = ("is_date", "mark", "zeros")

    def __init__(self, number: int = 0, code: str = "") -> None:
        section = _LITERAL.sub("", code).partition(";")[0]
        self.is_date = number in _BUILT_IN_DATES or (bool(re.search("[dmyhs]", section, re.IGNORECASE)))
        self.zeros = len(section) if _ZEROS.fullmatch(section) and section == code.partition(";")[0] else 0
        shown = ("".join(groups) for groups in _SHOWN.findall(code.partition(";")[0]))
        self.mark = "" if self.is_date else "".join(shown).strip()

    def text(self, value: str, *, since_1904: bool) -> str:
        """The text of a number as the sheet holds it; a :class:`PlainNumber`, or a :class:`DateCell`.

        Raises:
            ValueError: it is no number.
        """
        if self.is_date:
            return _date(float(value), since_1904=since_1904)
        if self.zeros and value.isdecimal():
            return PlainNumber(value.zfill(self.zeros))
        return marked(plain_number(value), self.mark) if self.mark else plain_number(value)


GENERAL = CellFormat()


def marked(number: str, mark: str) -> MarkedNumber:
    """A number with what its format shows beside it."""
    found = MarkedNumber(number)
    found.mark = mark
    return found


def plain_number(value: str) -> PlainNumber:
    """A number of a sheet with the fifteen digits that a spreadsheet shows.

    Raises:
        ValueError: it is no number.
    """
    if len(value) <= 15 and value.isdecimal():
        return PlainNumber(value)
    number = float(value)
    if number.is_integer() and abs(number) < 1e15:
        return PlainNumber(int(number))
    if abs(number) < 1e25:
        return PlainNumber(f"{Decimal(f'{number:.15g}'):f}")
    return PlainNumber(number)


def _date(number: float, *, since_1904: bool) -> str:
    if not 0 <= number < _LAST_DAY:
        return plain_number(str(number))
    moment = _DAYS[since_1904] + datetime.timedelta(seconds=round(number * 86_400))
    if number < 1:
        return DateCell(moment.time().isoformat())
    return DateCell(moment.date().isoformat() if moment.time() == datetime.time() else moment.isoformat())
