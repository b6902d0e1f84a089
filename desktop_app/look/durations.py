"""Durations in the words and figures of the user's language."""

from PySide6.QtCore import QCoreApplication


def duration(seconds: float) -> str:
    """``45 s``, ``12 min`` or ``1 h 05 min``, rounded to what a person waits by."""
    whole = max(0, round(seconds))
    if whole < 90:
        return QCoreApplication.translate("durations", "{count} s").format(count=whole)
    minutes = round(whole / 60)
    if minutes < 90:
        return QCoreApplication.translate("durations", "{count} min").format(count=minutes)
    hours, rest = divmod(minutes, 60)
    return QCoreApplication.translate("durations", "{hours} h {minutes} min").format(
        hours=hours, minutes=f"{rest:02d}"
    )
