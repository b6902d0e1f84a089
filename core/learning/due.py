"""Whether a lesson is worth giving that nobody asked for.

One is due when what came since the last one, kept or rejected, is a good part of all that there is to learn
from. So a shop learns soon after its first walk, and ever more seldom as it grows.
"""

from datetime import datetime

from core.catalog.clock import utc_text
from core.catalog.log.news_for_lessons import news_for_lessons
from core.learning.self_taught import LEAST_UNLABELLED
from core.models.lesson_record import DEEP
from core.shop.shop import Shop

LEAST_NEWS = 30
"""Photos, searches and words of a clerk that came since the last lesson."""

LEAST_SHARE = 0.2
"""Of all there are."""


def is_lesson_due(shop: Shop) -> bool:
    """Whether a quick lesson would learn enough that is new; never where a deep one is in use."""
    if not shop.writable:
        return False
    lessons = shop.models.lessons()
    in_use = next((lesson for lesson in lessons if lesson.version == shop.model.version), None)
    if in_use is not None and in_use.kind == DEEP:
        return False
    every = news_for_lessons(shop.catalog)
    if not lessons:
        return every.unlabelled >= LEAST_UNLABELLED and every.photos > 1
    last = max(datetime.fromisoformat(lesson.created) for lesson in lessons)
    new = news_for_lessons(shop.catalog, utc_text(last))
    return new.total >= max(LEAST_NEWS, LEAST_SHARE * every.total)
