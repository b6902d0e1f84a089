"""Lessons in the words and figures of the user's language."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

if TYPE_CHECKING:
    from core.models.lesson_record import Lesson


def lesson_name(lesson: Lesson | None) -> str:
    """What a lesson is called; None is the network as it comes."""
    if lesson is None:
        return QCoreApplication.translate("lesson", "Nothing learned")
    number = lesson.version.partition("-")[0].lstrip("0")
    translate = QCoreApplication.translate
    names = {
        "deep": translate("lesson", "Deep lesson {number}"),
        "hub": translate("lesson", "Lesson {number}, of other stores"),
    }
    return names.get(lesson.kind, translate("lesson", "Quick lesson {number}")).format(number=number)


def ended(lesson: Lesson, *, by_itself: bool) -> str:
    """How a lesson ended; ``by_itself``, whether nobody had asked for it."""
    translate = QCoreApplication.translate
    if by_itself and lesson.kind == "hub" and lesson.promoted:
        words = translate(
            "lesson", "While nobody worked the shop examined {lesson}: better here, and in use."
        )
    elif by_itself:
        words = (
            translate("lesson", "While nobody worked the shop taught itself: {lesson} is in use.")
            if lesson.promoted
            else translate("lesson", "While nobody worked the shop tried {lesson}, which was no better.")
        )
    elif lesson.promoted:
        words = translate("lesson", "{lesson} proved better and is in use.")
    else:
        words = translate("lesson", "{lesson} was rejected: the shop is as it was.")
    return words.format(lesson=lesson_name(lesson))


def percent(share: float) -> str:
    """0.8034 as ``80.3%``."""
    return f"{QLocale().toString(share * 100, 'f', 1)}%"


def points(share: float) -> str:
    """A difference of shares, 0.041, as ``+4.1``."""
    sign = "+" if share >= 0 else "−"
    return f"{sign}{QLocale().toString(abs(share) * 100, 'f', 1)}"


def before_after(lesson: Lesson) -> str:
    """``65.1% → 80.3%``; a dash where nothing was measured."""
    if lesson.before_top1 is None or lesson.after_top1 is None:
        return "–"
    return f"{percent(lesson.before_top1)} → {percent(lesson.after_top1)}"


def moment(iso: str) -> str:
    """A UTC moment in ISO 8601 as local date and time."""
    try:
        local = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return iso
    stamp = QDateTime.fromSecsSinceEpoch(int(local.timestamp()))
    return QLocale().toString(stamp, QLocale.FormatType.ShortFormat)
