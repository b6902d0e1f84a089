"""Lessons of the open shop, for the window; every call blocks and belongs on a job's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.messages import Sentence
from core.progress import ReportProgress

if TYPE_CHECKING:
    from core.learning.deep.progress import DeepListener, DeepSettings, UnfinishedLesson
    from core.measuring.changed_answers import ChangedAnswers
    from core.measuring.evaluation import Evaluation
    from core.models.lesson_record import Lesson
    from desktop_app.engine.engine import ShopFacts
    from desktop_app.engine.shop_engine import ShopEngine


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


class ShopTeacher:
    """Teaches the shop that ``engine`` has open. Each call may raise KnownError."""

    def __init__(self, engine: ShopEngine) -> None:
        self._engine = engine

    def lessons(self) -> Lessons:
        """All that the page shows before anything is started."""
        from core.catalog.products.products import counts
        from core.embedding.runtimes.torch_presence import full_program
        from core.learning.deep.lesson import unfinished_deep_lesson
        from core.learning.lesson_material import confirmed_searches, photos_by_kind

        shop = self._engine.shop
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

    def teach_quick(self, progress: ReportProgress) -> Lesson:
        """Give a quick lesson."""
        from core.learning.quick import teach_quick_lesson

        return teach_quick_lesson(self._engine.shop, progress)

    def teach_deep(self, settings: DeepSettings, listener: DeepListener) -> Lesson:
        """Give a deep lesson. Raises LessonPausedError or Cancelled where the listener wished so."""
        from core.learning.deep.lesson import teach_deep_lesson

        return teach_deep_lesson(self._engine.shop, settings, listener)

    def resume_deep(self, listener: DeepListener) -> Lesson:
        """Go on with the deep lesson that is not finished."""
        from core.learning.deep.lesson import resume_deep_lesson

        return resume_deep_lesson(self._engine.shop, listener)

    def discard_unfinished(self) -> None:
        """Throw the deep lesson that is not finished away."""
        from core.learning.deep.lesson import discard_unfinished

        discard_unfinished(self._engine.shop)

    def use(self, version: str | None, progress: ReportProgress) -> None:
        """Search by this lesson from now on; None for the network as it comes."""
        from core.ingest.model_switch import switch_model

        switch_model(self._engine.shop, version, progress)

    def remove(self, version: str) -> None:
        """Delete a lesson that is not in use."""
        self._engine.shop.remove_model(version)

    def changes(self, version: str, progress: ReportProgress) -> ChangedAnswers:
        """Photos that the lesson answers otherwise."""
        from core.measuring.changed_answers import changed_answers

        return changed_answers(self._engine.shop, version, progress)

    def evaluate(self, table: Path, progress: ReportProgress) -> Evaluation:
        """How well the products on a table's photos are recognised now."""
        from core.ingest.photo_table import read_photo_table
        from core.measuring.evaluation import evaluate

        return evaluate(self._engine.shop, read_photo_table(table).photos, progress=progress)

    def write_report(self, evaluation: Evaluation, say: Callable[[Sentence], str], language: str) -> Path:
        """Write the evaluation as a page with pictures and curves, for the browser; returns the file."""
        from core import paths
        from core.measuring.report.evaluation import write_report

        shop = self._engine.shop
        folder = paths.user_cache() / "reports" / shop.name
        return write_report(evaluation, folder, shop=shop.name, say=say, language=language)

    def facts(self) -> ShopFacts:
        """What the window says about the shop now."""
        return self._engine.facts()
