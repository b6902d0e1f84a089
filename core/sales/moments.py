"""When a receipt was made: days and times as tills write them, to the day at the till and the moment in UTC.

A till writes its own clock. Where a file says how far that is from UTC, this holds; otherwise the shop's time
zone does, daylight saving included: an hour that comes twice is taken for the first of the two.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from core.catalog.clock import utc_text
from core.catalog.written_numbers import PlainNumber
from core.errors import KnownError
from core.messages import message

_DAY = re.compile(
    r"(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
    r"|(?P<first>\d{1,2})(?P<sign>[-/.])(?P<second>\d{1,2})(?P=sign)(?P<late>\d{4}|\d{2})"
    r"|(?P<named_day>\d{1,2})\.?[ -](?P<name>[A-Za-z]{3,9})\.?,?[ -](?P<named_year>\d{4})"
    r"|(?P<name_first>[A-Za-z]{3,9})\.? (?P<day_second>\d{1,2}),? (?P<year_last>\d{4})"
)
_TIME = re.compile(
    r"(?P<half_before>上午|下午)?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[AaPp]\.?\s?[Mm]\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SERIAL_DAYS = range(20_000, 90_000)
"""Days since 1899-12-30, as spreadsheets count them: from 1954 to 2146."""


class DayOrder(StrEnum):
    """What stands first in a day like 3/4/2026."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True, slots=True)
class Moment:
    """``day`` as the till's calendar has it (``2026-03-29``); ``sold`` in the catalog's form, UTC."""

    day: str
    sold: str


@dataclass(frozen=True, slots=True)
class DaysRead:
    """What the days of a column say of their order.

    Attributes:
        order: what is to be taken where a day leaves it open.
        guessed: an example of what nothing settled; "" if nothing was guessed.
    """

    order: DayOrder
    guessed: str = ""


def day_order(texts: Iterable[str], today: date) -> DaysRead:
    """Which order the days of a column have.

    A number above twelve settles it for all. Where none is, the order is taken by which no day lies in the
    future, then the one by which they lie closer together: exports are of a month or a year, and a month read
    the wrong way round is spread over all twelve.
    """
    open_days: dict[tuple[int, int, int], str] = {}
    for text in texts:
        match = _DAY.match(text)
        if match is None or match["first"] is None:
            continue
        if match["sign"] == ".":
            return DaysRead(DayOrder.DAY_FIRST)
        first, second = int(match["first"]), int(match["second"])
        if first > 12 or second > 12:
            return DaysRead(DayOrder.DAY_FIRST if first > 12 else DayOrder.MONTH_FIRST)
        if first != second:
            open_days.setdefault((first, second, _year(match["late"])), text)
    if not open_days:
        return DaysRead(DayOrder.DAY_FIRST)
    readings = {
        DayOrder.DAY_FIRST: [date(year, second, first) for first, second, year in open_days],
        DayOrder.MONTH_FIRST: [date(year, first, second) for first, second, year in open_days],
    }
    spans = {order: (max(days) > today, max(days) - min(days)) for order, days in readings.items()}
    order = min(spans, key=lambda one: (spans[one], one is DayOrder.MONTH_FIRST))
    return DaysRead(order, next(iter(open_days.values())))


def read_moment(text: str, clock: str, order: DayOrder, zone: tzinfo | None) -> Moment:
    """A day, with its time behind it or in a column of its own; noon where no time is told.

    Args:
        clock: the time where it has its own column; "" otherwise.
        zone: the till's; None for this computer's.

    Raises:
        KnownError: it is no day, or no time, that we can read.
    """
    text = text.strip()
    if isinstance(text, PlainNumber) or re.fullmatch(r"\d{5}(\.\d+)?", text):
        return _of_serial(float(text), zone, text)
    match = _DAY.match(text)
    day = None if match is None else _day(match, order)
    if match is None or day is None:
        raise _no_day(text)
    rest = clock.strip() or text[match.end() :].strip(" T,").removeprefix("at ")
    if not rest:
        return _moment(datetime.combine(day, time(12)), zone)
    told = _TIME.fullmatch(rest)
    if told is None:
        raise _no_day(f"{text} {clock}".strip())
    hour, minute, second = int(told["hour"]), int(told["minute"]), int(told["second"] or 0)
    half = told["half_before"] or (told["half"] or "").lower()
    if half:
        is_afternoon = half == "下午" or half.startswith("p")
        hour = (hour % 12 + (12 if is_afternoon else 0)) if hour <= 12 else hour
    if hour > 23 or minute > 59 or second > 59:
        raise _no_day(f"{text} {clock}".strip())
    return _moment(datetime.combine(day, time(hour, minute, second)), _offset(told["zone"]) or zone)


def _moment(local: datetime, zone: tzinfo | None) -> Moment:
    moment = local.astimezone() if zone is None else local.replace(tzinfo=zone)
    return Moment(local.date().isoformat(), utc_text(moment))


def _of_serial(days: float, zone: tzinfo | None, text: str) -> Moment:
    if int(days) not in _SERIAL_DAYS:
        raise _no_day(text)
    seconds = round((days % 1) * 86_400) or 12 * 3600
    return _moment(datetime(1899, 12, 30) + timedelta(days=int(days), seconds=seconds), zone)


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text in ("Z", "UTC", "GMT"):
        return UTC
    return datetime.strptime(text.replace(":", ""), "%z").tzinfo


def _day(match: re.Match[str], order: DayOrder) -> date | None:
    if match["year"]:
        parts = match["year"], match["month"], match["day"]
    elif match["first"]:
        first, second = int(match["first"]), int(match["second"])
        is_day_first = (match["sign"] == "." or order is DayOrder.DAY_FIRST or first > 12) and second <= 12
        day, month = (first, second) if is_day_first else (second, first)
        parts = str(_year(match["late"])), str(month), str(day)
    else:
        name = (match["name"] or match["name_first"])[:3].lower()
        if name not in _MONTHS:
            return None
        year, day_text = match["named_year"] or match["year_last"], match["named_day"] or match["day_second"]
        parts = year, str(_MONTHS.index(name) + 1), day_text
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _no_day(text: str) -> KnownError:
    return KnownError(message("core", "“{day}” is no day and time: write 2026-06-30 14:05."), day=text[:40])
