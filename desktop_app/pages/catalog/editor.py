"""Carries out what is changed on the catalog page: in the writing lane, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, Signal

from core.messages import Sentence
from core.progress import Progress, ReportProgress
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.jobs import Job, Jobs, Lane
from desktop_app.engine.picture_mime import Refusal, pictures_in
from desktop_app.look.language import core_text, in_words
from desktop_app.pages.catalog.edit_words import done_words, turned_words
from desktop_app.pages.catalog.work import CatalogWork
from desktop_app.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.catalog.edits.bulk_edit import BulkPlan
    from core.catalog.edits.edit_log import Edit
    from core.catalog.edits.edit_undo import Turned
    from core.catalog.edits.product_change import ProductChange
    from core.catalog.products.products import ProductDraft
    from core.ingest.shop_edits import AddedPictures, AddedProduct

_WORTH_SHOWING = 200
"""Products: what changes fewer is over before a progress bar could be read."""


class CatalogEditor(QObject):
    """Runs the work and says what came of it; knows nothing of how products are shown."""

    changed = Signal(bool)
    """The shop is different now; whether other products, or others in order, may have to be listed."""
    refused = Signal()
    """It is as it was: what the list shows of a change must be read again."""
    added = Signal(int)
    """A product was made."""
    not_added = Signal(object)
    """Sentence: why not."""

    def __init__(self, work: CatalogWork, jobs: Jobs, bar: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._jobs = jobs
        self._bar = bar
        self._long_job: Job | None = None
        self._progress: Progress | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something long is under way that would be lost."""
        return self._long_job is not None

    # Edits

    def change(self, changes: Mapping[int, ProductChange], *, relist: bool = False) -> None:
        """Change products."""
        self._run(
            lambda report: self._checked(changes, report),
            lambda done: self._on_edit(done[0], relist=relist, note=done[1]),
            len(changes),
        )

    def change_many(self, plan: BulkPlan, done: Callable[[], None]) -> None:
        """Carry out a bulk edit; ``done`` is called once it is."""

        def success(edit: Edit | None) -> None:
            self._on_edit(edit, relist=True)
            done()

        self._run(lambda report: self._work.change(plan.changes, report), success, len(plan.changes))

    def book(self, product_id: int, reason: str, quantity: int) -> None:
        """Book a stock movement: ``quantity`` pieces more or fewer, or the number of a count."""

        def work(report: ReportProgress) -> Edit | None:
            from core.catalog.edits.product_change import ProductChange
            from core.catalog.stock import Reason

            counted = reason == Reason.COUNT.value
            change = ProductChange(stock=quantity) if counted else ProductChange(stock_by=quantity)
            return self._work.change({product_id: change}, report, reason=Reason(reason))

        self._run(work, lambda edit: self._on_edit(edit, relist=False))

    def set_archived(self, ids: NDArray[np.int64], archived: bool) -> None:
        """Take products off the shelf, or put them back."""
        self._run(
            lambda report: self._work.set_archived(ids, archived, report),
            lambda edit: self._on_edit(edit, relist=True),
            len(ids),
        )

    def undo(self) -> None:
        """Take the latest edit back."""
        self._run(self._work.undo, self._on_turned)

    def redo(self) -> None:
        """Do the edit again that was undone last."""
        self._run(self._work.redo, self._on_turned)

    # Photos and products

    def pictures_in(self, mime: QMimeData) -> tuple[PictureSource, ...]:
        """The pictures that were dropped or pasted; with none, the reason is said."""
        found = pictures_in(mime, self.tr("Picture"))
        if not isinstance(found, Refusal):
            return found
        online = found is Refusal.ONLINE
        self._bar.say(
            lambda: (
                self.tr("This picture is on the internet. Save it on this computer first, then drop it here.")
                if online
                else self.tr("There is no picture in it."),
                "",
            ),
            tone="bad",
        )
        return ()

    def add_pictures(self, product_id: int, sources: Sequence[PictureSource]) -> None:
        """Keep pictures as photos of a product."""
        self._bar.work(lambda: (self.tr("Adding photos…"), self.tr("Cancel")), self._cancel)
        self._long_job = self._run(
            lambda _report: self._work.add_pictures(product_id, sources), self._on_pictures
        )

    def remove_picture(self, product_id: int, sha256: str) -> None:
        """Take a photo from a product."""
        self._run(lambda _report: self._work.remove_picture(product_id, sha256), self._on_edit)

    def move_picture(self, product_id: int, sha256: str, position: int) -> None:
        """Put a photo at another place."""
        self._run(lambda _report: self._work.move_picture(product_id, sha256, position), self._on_edit)

    def set_counter(self, product_id: int, sha256: str, is_counter: bool) -> None:
        """Say that a photo is a counter photo, or a catalog photo."""
        self._run(lambda _report: self._work.set_counter(product_id, sha256, is_counter), self._on_edit)

    def add_product(self, draft: ProductDraft, sources: Sequence[PictureSource]) -> None:
        """Make a product."""

        def success(product: AddedProduct) -> None:
            self._on_edit(product.edit, relist=True)
            self.added.emit(product.product_id)

        self._jobs.run(
            lambda _report: self._work.add_product(draft, sources),
            success=success,
            failure=self.not_added.emit,
            lane=Lane.WRITING,
        )

    # Export

    def export(self, target: Path) -> None:
        """Write the catalog to a file; reading, so that the clerk can go on working."""
        self._show_work(self.tr("Exporting products"), 0, 0)

        def success(count: int) -> None:
            self._long_job = None
            self._bar.say(
                lambda: (
                    self.tr("%n product(s) written to {file}", "", count).format(file=target.name),
                    "",
                )
            )

        self._long_job = self._jobs.run(
            lambda report: self._work.export(target, report),
            success=success,
            failure=self._on_failure,
            progress=self._on_progress,
        )

    # What comes of it

    def _run(
        self,
        operation: Callable[[ReportProgress], Any],
        success: Callable[[Any], None],
        products: int = 1,
    ) -> Job:
        def finish(value: Any) -> None:
            self._long_job = None
            success(value)

        is_long = products >= _WORTH_SHOWING
        job = self._jobs.run(
            operation,
            success=finish,
            failure=self._on_failure,
            progress=self._on_progress,
            lane=Lane.WRITING,
        )
        if is_long:
            self._long_job = job
            self._show_work(self.tr("Changing products"), 0, products)
        return job

    def _checked(
        self, changes: Mapping[int, ProductChange], report: ReportProgress
    ) -> tuple[Edit | None, str]:
        """The edit, and the title of another product that has the same barcode now."""
        edit = self._work.change(changes, report)
        for product_id, change in changes.items():
            if change.barcode:
                other = self._work.same_barcode(product_id, change.barcode)
                return edit, other.title if other is not None else ""
        return edit, ""

    def _on_edit(self, edit: Edit | None, *, relist: bool = False, note: str = "") -> None:
        if edit is None:
            self._bar.clear()
            self.refused.emit()
            return

        def words() -> tuple[str, str]:
            text = done_words(edit)
            if note:
                text += " " + self.tr("“{title}” has the same barcode.").format(title=note)
            return text, self.tr("Undo")

        self._bar.say(words, self.undo)
        self.changed.emit(relist)

    def _on_pictures(self, added: AddedPictures) -> None:
        if added.edit is None:
            self._bar.say(lambda: (self.tr("The product has this photo already."), ""))
            return
        self._on_edit(added.edit)
        if added.skipped:
            reason = added.skipped[0].reason
            self._bar.say(lambda: (in_words(reason), ""), tone="bad")

    def _on_turned(self, turned: Turned) -> None:
        self._bar.say(lambda: (turned_words(turned), ""))
        self.changed.emit(True)

    def _on_failure(self, failure: Sentence) -> None:
        self._long_job = None
        self._bar.say(lambda: (in_words(failure), ""), tone="bad")
        self.refused.emit()

    def _on_progress(self, progress: Progress) -> None:
        if self._long_job is not None and progress.total:
            self._show_work(core_text(progress.stage), progress.done, progress.total)

    def _show_work(self, stage: str, done: int, total: int) -> None:
        text = f"{stage}: {done} / {total}" if total else stage
        self._bar.work(lambda: (text, self.tr("Cancel")), self._cancel, done, total)

    def _cancel(self) -> None:
        if self._long_job is not None:
            self._long_job.cancel()
            self._long_job = None
        self._bar.say(lambda: (self.tr("Cancelled."), ""))
        self.refused.emit()
