"""Time zones by the names that people and tills give them."""

from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from core.errors import KnownError
from core.messages import message

_TOLD = {
    "eastern time": "America/New_York",
    "central time": "America/Chicago",
    "mountain time": "America/Denver",
    "pacific time": "America/Los_Angeles",
    "atlantic time": "America/Halifax",
    "newfoundland": "America/St_Johns",
    "saskatchewan": "America/Regina",
    "indiana": "America/Indiana/Indianapolis",
    "arizona": "America/Phoenix",
    "alaska": "America/Anchorage",
    "hawaii": "Pacific/Honolulu",
    "puerto rico": "America/Puerto_Rico",
    "london": "Europe/London",
    "edinburgh": "Europe/London",
    "dublin": "Europe/Dublin",
    "paris": "Europe/Paris",
    "madrid": "Europe/Madrid",
    "sydney": "Australia/Sydney",
    "canberra": "Australia/Sydney",
    "melbourne": "Australia/Melbourne",
    "hobart": "Australia/Hobart",
    "brisbane": "Australia/Brisbane",
    "adelaide": "Australia/Adelaide",
    "darwin": "Australia/Darwin",
    "perth": "Australia/Perth",
    "awst": "Australia/Perth",
    "tokyo": "Asia/Tokyo",
    "osaka": "Asia/Tokyo",
    "sapporo": "Asia/Tokyo",
}
"""Names that Square writes, in the countries where it is a till, without what stands in brackets."""


def zone_named(name: str) -> tzinfo:
    """The time zone called ``name``, like ``Europe/Berlin``.

    Raises:
        KnownError: this computer knows none of that name.
    """
    try:
        return ZoneInfo(name.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise KnownError(
            message("core", "“{zone}” is no time zone that this computer knows: write Europe/Berlin."),
            zone=name[:60],
        ) from error


def zone_told(name: str) -> tzinfo | None:
    """The zone that a till's export calls ``name``, like ``Eastern Time (US & Canada)``; None if unknown."""
    plain = name.partition("(")[0].strip().casefold()
    try:
        return zone_named(_TOLD.get(plain, name))
    except KnownError:
        return None
