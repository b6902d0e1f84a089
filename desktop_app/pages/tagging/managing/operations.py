"""Operations on the shop's tags, carried out one after the other and taken back the latest first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core.catalog.database.catalog import Catalog
from core.catalog.tags.tags import (
    TagCount,
    TagOperation,
    TagOperationKind,
    merge_tags,
    remove_tag,
    rename_tag,
    tag_counts,
    undo_tag_operation,
)
from core.messages import Sentence
from core.progress import ReportProgress
from core.shop.shop import Shop
from desktop_app.engine.jobs import Lane
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.program.user_name import user_name


class TagOperations(QObject):
    """Works in the writing lane; while it works, another wish is not heard."""

    read = Signal(object)
    """Every tag as a list of TagCount, also those that only archived products have."""
    done = Signal(object)
    """A TagOperation that changed the shop, or was taken back."""
    failed = Signal(Sentence)

    def __init__(self, jobs: ShopJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._counting = Question(jobs)
        self._done: list[TagOperation] = []
        self.is_working = False

    @property
    def can_undo(self) -> bool:
        """Whether there is an operation to take back."""
        return bool(self._done)

    def load(self) -> None:
        """Read the tags there are."""

        def counts(shop: Shop, _report: ReportProgress) -> list[TagCount]:
            return tag_counts(shop.catalog, also_archived=True)

        self.is_working = True
        self._counting.ask(counts, self._on_read, failure=self._on_failed)

    def rename(self, tag: str, name: str) -> None:
        """Call a tag otherwise."""
        self._run(lambda catalog: rename_tag(catalog, tag, name, who=user_name()), self._on_done)

    def merge(self, tag: str, into: str) -> None:
        """Make a tag part of another."""
        self._run(lambda catalog: merge_tags(catalog, tag, into, who=user_name()), self._on_done)

    def remove(self, tag: str) -> None:
        """Take a tag from all products."""
        self._run(lambda catalog: remove_tag(catalog, tag, who=user_name()), self._on_done)

    def undo(self) -> None:
        """Take back the latest operation that stands."""
        if self._done:
            operation = self._done[-1].id
            self._run(lambda catalog: undo_tag_operation(catalog, operation), self._on_undone)

    def said(self, operation: TagOperation) -> str:
        """What an operation did, or that it was undone, in the language of now."""
        kind, count = operation.kind, operation.products
        if kind is TagOperationKind.RENAME:
            words = self.tr("“{tag}” is called “{other}” now, on %n product(s).", "", count)
        elif kind is TagOperationKind.MERGE:
            words = self.tr("“{tag}” is part of “{other}” now, on %n product(s).", "", count)
        else:
            words = self.tr("“{tag}” was taken from %n product(s).", "", count)
        words = words.format(tag=operation.tag, other=operation.new_tag)
        return self.tr("Undone: {what}").format(what=words) if operation.undone else words

    def _run(self, act: Callable[[Catalog], TagOperation], success: Callable[[TagOperation], None]) -> None:
        if self.is_working:
            return

        def on_shop(shop: Shop, _report: ReportProgress) -> TagOperation:
            shop.require_writable()
            return act(shop.catalog)

        self.is_working = True
        self._jobs.run(on_shop, success=success, failure=self._on_failed, lane=Lane.WRITING)

    def _on_done(self, operation: TagOperation) -> None:
        self._done.append(operation)
        self.load()
        self.done.emit(operation)

    def _on_undone(self, operation: TagOperation) -> None:
        self._done.pop()
        self.load()
        self.done.emit(operation)

    def _on_read(self, counts: list[TagCount]) -> None:
        self.is_working = False
        self.read.emit(counts)

    def _on_failed(self, failure: Sentence) -> None:
        self.is_working = False
        self.failed.emit(failure)
