"""A joined shop offers what it has learned, and examines what others offer: after a lesson, or when nobody
works."""

from core.hub.following import Steps, reached_hub
from core.hub.lessons.trying import offer_own_lesson, try_offers
from core.hub.membership import require_membership
from core.models.lesson_record import Lesson
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop


def exchange_lessons(shop: Shop, progress: ReportProgress = ignore_progress) -> list[Lesson]:
    """Offer the lesson in use to the other stores, and examine theirs; those that were examined.

    Raises:
        KnownError: the shop has joined no hub, or the hub is away or refuses.
        Cancelled: ``progress`` asked to stop; what is done stays.
    """
    joined, steps = require_membership(shop.catalog), Steps(shop, progress)
    with reached_hub(joined, is_wanted=steps.are_wanted) as connection:
        offer_own_lesson(shop, connection, joined.store)
        return try_offers(shop, connection, steps)
