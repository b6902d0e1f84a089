"""The days that figures are of, and the days before them that they are compared with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

import numpy as np
from numpy.typing import NDArray

from core.catalog.clock import utc_text
from core.errors import KnownError
from core.messages import message

DAYS = 28
"""What is looked at where nobody says: four whole weeks, so that every weekday comes as often."""
_YEARS = 1980, 2100
"""No shop has receipts of others, and calendars and time zones end somewhere."""


@dataclass(frozen=True, slots=True)
class Period:
    """From the day ``since`` to the day ``until``, both in it, as the shop's clock has them.

    ``zone`` is the shop's time zone; None for this computer's.
    """

    since: date
    until: date
    zone: tzinfo | None = None

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.until - self.since).days + 1

    @property
    def before(self) -> Period:
        """As many days right before it."""
        return Period(self.since - timedelta(days=self.days), self.since - timedelta(days=1), self.zone)

    @property
    def moments(self) -> tuple[str, str]:
        """The first moment of it and the first after it, in the catalog's form, UTC.

        A day on which the clocks are changed has 23 or 25 hours: each end is a midnight of its own.
        """
        return utc_text(_midnight(self.since, self.zone)), utc_text(
            _midnight(self.until + timedelta(days=1), self.zone)
        )

    @property
    def midnights(self) -> NDArray[np.bytes_]:
        """The moments at which its days begin and the last one ends, (days + 1,); they sort as they pass."""
        days = (self.since + timedelta(days=number) for number in range(self.days + 1))
        return np.array([utc_text(_midnight(day, self.zone)) for day in days], dtype="S24")

    def day_of(self, moment: str) -> date:
        """The day at the shop of a moment in the catalog's form."""
        return datetime.fromisoformat(moment).astimezone(self.zone).date()


def period_of(since: date | None, until: date | None, today: date, zone: tzinfo | None = None) -> Period:
    """The period that somebody asks for; what is not said is four weeks that end with yesterday.

    Raises:
        KnownError: it ends before it begins, or lies where no shop has its days.
    """
    last = until or (today - timedelta(days=1) if since is None or since < today else today)
    first = since or last - timedelta(days=DAYS - 1)
    if last < first:
        raise KnownError(
            message("core", "The time ends before it begins ({since} to {until})."),
            since=first.isoformat(),
            until=last.isoformat(),
        )
    if first.year < _YEARS[0] or last.year > _YEARS[1]:
        raise KnownError(
            message("core", "The time must lie between the years {first} and {last}."),
            first=_YEARS[0],
            last=_YEARS[1],
        )
    return Period(first, last, zone)


def read_day(text: str) -> date:
    """A day as people give it to a command: ``2026-06-30``.

    Raises:
        KnownError: it is none.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise KnownError(message("core", "“{day}” is no day: write 2026-06-30."), day=text[:40]) from error


def today_in(zone: tzinfo | None) -> date:
    """The day that it is now at the shop."""
    return datetime.now(UTC).astimezone(zone).date()


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    local = datetime.combine(day, time())
    return local.astimezone() if zone is None else local.replace(tzinfo=zone)
