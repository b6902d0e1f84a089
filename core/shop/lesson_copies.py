"""The copies of photos that an unfinished deep lesson keeps: they go when the photos are deleted for good."""

from collections.abc import Iterator
from contextlib import contextmanager

from core.errors import KnownError
from core.messages import message
from core.models.unfinished import drop_unfinished_pictures
from core.shop.shop import Shop


@contextmanager
def without_lesson_copies(shop: Shop) -> Iterator[None]:
    """Delete those copies, then keep a deep lesson from making new ones until the photos are deleted, too.

    Raises:
        KnownError: a deep lesson is under way and looks at them, or they cannot be deleted.
    """
    if not shop.deep_lesson.acquire(blocking=False):
        raise KnownError(
            message(
                "core",
                "A deep lesson is learning from the shop's photos. Pause it or wait for its end, then try "
                "again.",
            )
        )
    try:
        drop_unfinished_pictures(shop.models.folder)
        yield
    finally:
        shop.deep_lesson.release()
