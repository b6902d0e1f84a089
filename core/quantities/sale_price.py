"""A price for some days: what a product costs while a sale is on, beside its regular price."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: .*)?")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Sale:
    """What a sale says.

    Attributes:
        minor: the price in the currency's smallest unit; None where there is no sale.
        starts, ends: its first and its last day, ISO 8601; "" where it is open.
    """

    minor: int | None = None
    starts: str = ""
    ends: str = ""

    def is_on(self, day: date) -> bool:
        """Whether the product costs this on ``day``."""
        return (
            self.minor is not None
            and (not self.starts or self.starts <= day.isoformat())
            and (not self.ends or day.isoformat() <= self.ends)
        )

    def is_over(self, day: date) -> bool:
        """Whether its last day has passed."""
        return self.minor is None or (bool(self.ends) and self.ends < day.isoformat())


NO_SALE = Sale()


def price_on(day: date, minor: int | None, sale: Sale) -> int | None:
    """What a product with this regular price costs on ``day``."""
    return sale.minor if sale.is_on(day) else minor


def read_day(text: str) -> str | None:
    """A day as programs write it, as ISO 8601; "" for an empty text, None for one that is no day.

    Programs write the year first, some with a time behind it, or seconds since 1970; people ``31.12.2026``.
    ``3/4/2026`` could be read in two ways, and is no day here.
    """
    cleaned = text.strip()
    if not cleaned:
        return ""
    if re.fullmatch(r"\d{9,10}", cleaned, re.ASCII):
        return datetime.fromtimestamp(int(cleaned), UTC).date().isoformat()
    match = _DAY.fullmatch(cleaned)
    year, month, day = map(int, match.groups()) if match is not None else _with_year_last(cleaned)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _with_year_last(text: str) -> tuple[int, int, int]:
    """Year, month and day; zeros, which are no day, where it is not beyond doubt which is which."""
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return 0, 0, 0
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "." or first > _MONTHS or first == second:
        return year, second, first
    return (year, first, second) if second > _MONTHS else (0, 0, 0)
