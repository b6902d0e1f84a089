"""What came into a shop since a moment that a lesson could learn from."""

from dataclasses import dataclass

from core.catalog.database.catalog import Catalog
from core.feedback import Said


@dataclass(frozen=True, slots=True)
class LessonNews:
    """How many there are of each, of all times or since a moment."""

    photos: int
    unlabelled: int
    confirmed: int

    @property
    def total(self) -> int:
        """All together."""
        return self.photos + self.unlabelled + self.confirmed


def news_for_lessons(catalog: Catalog, since: str = "") -> LessonNews:
    """Photos of live products, unlabelled photos, and searches that a clerk confirmed.

    Args:
        since: UTC, ISO 8601; empty for all times.
    """
    photos = (
        "SELECT count(*) FROM photos JOIN products ON products.id = product_id"
        " WHERE archived = 0 AND photos.added > ?"
    )
    unlabelled = "SELECT count(*) FROM unlabelled_photos WHERE added > ?"
    confirmed = "SELECT count(*) FROM search_feedback WHERE said IN (?, ?) AND said_at > ?"

    def number(query: str, *values: str) -> int:
        return int(catalog.db.execute(query, list(values)).fetchone()[0])

    return LessonNews(
        number(photos, since),
        number(unlabelled, since),
        number(confirmed, Said.RIGHT.value, Said.INSTEAD.value, since),
    )
