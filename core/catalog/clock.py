"""The one way in which the catalog writes down a moment: ISO 8601, UTC, milliseconds, sortable as text."""

from datetime import UTC, datetime


def utc_now() -> str:
    """This moment, like ``2026-11-23T08:15:30.123Z``."""
    return utc_text(datetime.now(UTC))


def utc_text(moment: datetime) -> str:
    """``moment``, which knows its time zone, in the catalog's form."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
