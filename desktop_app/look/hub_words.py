"""How a shop stands with its hub, in the words of the window: short for its foot, whole for the settings."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_app.look.language import in_words

if TYPE_CHECKING:
    from core.hub.standing import HubState


def short_words(state: HubState, since: datetime | None) -> str:
    """For the foot: in step, changes waiting, offline since, refused."""
    if state.standing is None:
        return QCoreApplication.translate("hub_words", "Hub: looking…")
    if state.reason is None and not state.waiting:
        return QCoreApplication.translate("hub_words", "Hub: in step")
    if state.reason is None:
        return QCoreApplication.translate("hub_words", "Hub: changes waiting: {count}").format(
            count=QLocale().toString(state.waiting)
        )
    if state.standing.value == "away":
        return QCoreApplication.translate("hub_words", "Hub: offline since {time}; waiting: {count}").format(
            time=_time(since), count=QLocale().toString(state.waiting)
        )
    return QCoreApplication.translate("hub_words", "Hub: refused; waiting: {count}").format(
        count=QLocale().toString(state.waiting)
    )


def whole_words(state: HubState, since: datetime | None) -> str:
    """The same with the reason, a sentence."""
    if state.reason is None:
        return short_words(state, since)
    return f"{short_words(state, since)}\n{in_words(state.reason)}"


def _time(since: datetime | None) -> str:
    """The time of today, or the day as well."""
    if since is None:
        return "–"
    moment = QDateTime.fromSecsSinceEpoch(int(since.timestamp()))
    is_today = moment.date() == QDateTime.currentDateTime().date()
    short = QLocale.FormatType.ShortFormat
    return QLocale().toString(moment.time() if is_today else moment, short)
