"""What the learning page shows of the open shop before anything is started."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.catalog.log.search_log import confirmed_searches
from core.catalog.photos.photos import photos_by_kind
from core.catalog.products.products import counts
from core.embedding.runtimes.torch_presence import full_program
from core.learning.deep.lesson import unfinished_deep_lesson

if TYPE_CHECKING:
    from core.learning.deep.listener import UnfinishedLesson
    from core.models.lesson_record import Lesson
    from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class Lessons:
    """The lessons of a shop, and what the next one would learn from.

    Attributes:
        lessons: the newest first.
        in_use: the version that the shop is searched by; None for the network as it comes.
        network: the name of the network below.
        catalog_photos, counter_photos: photos of live products.
        confirmed: searches that a clerk confirmed.
        unfinished: a deep lesson that can be gone on with.
        writable: whether this program may change the shop.
        full: whether this is the full program, which can give deep lessons.
    """

    lessons: tuple[Lesson, ...]
    in_use: str | None
    network: str
    products: int
    catalog_photos: int
    counter_photos: int
    confirmed: int
    unfinished: UnfinishedLesson | None
    writable: bool
    full: bool


def lessons_of(shop: Shop) -> Lessons:
    """The lessons of ``shop``; for a job."""
    catalog_photos, counter_photos = photos_by_kind(shop.catalog)
    return Lessons(
        lessons=tuple(sorted(shop.models.lessons(), key=lambda lesson: lesson.version, reverse=True)),
        in_use=shop.model.version,
        network=shop.spec.name,
        products=counts(shop.catalog).products,
        catalog_photos=catalog_photos,
        counter_photos=counter_photos,
        confirmed=confirmed_searches(shop.catalog),
        unfinished=unfinished_deep_lesson(shop) if full_program() else None,
        writable=shop.writable,
        full=full_program(),
    )
