"""What is remembered of a query: its answer as the engine gave it, and what was said of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.answer import Answer
from core.feedback import NOTHING_SAID, Feedback, Said
from desktop_app.engine.jobs import Job

if TYPE_CHECKING:
    from core.catalog.lists.filters import Filter


@dataclass(slots=True, eq=False)
class Word:
    """One thing said, and what is needed to take it back."""

    said: Said
    before: Feedback
    title: str
    key: int | None = None
    is_taken_back: bool = False


@dataclass(slots=True, eq=False)
class Case:
    """One query's answer.

    Attributes:
        original: as the engine gave it.
        shown_under: the filter and feedback of the answer that was shown last.
    """

    original: Answer
    feedback: Feedback = NOTHING_SAID
    words: list[Word] = field(default_factory=list)
    shown_under: tuple[Filter | None, Feedback] | None = None
    job: Job | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """Something was said and can be taken back.

    Attributes:
        title: the product that it was said of; "" if of none.
        photo_kept: whether the picture was kept to learn from.
    """

    said: Said
    title: str
    photo_kept: bool = False
