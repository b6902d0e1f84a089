"""What the dialog of a delivery does off the GUI thread: read, scan, look, compare, book."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from core.messages import Sentence
from core.progress import ReportProgress
from desktop_app.engine.jobs import Job, Lane
from desktop_app.engine.qt_pictures import to_pillow
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.catalog.deliveries.counted import Counted
from desktop_app.program.user_name import user_name

if TYPE_CHECKING:
    from core.catalog.edits.edit_log import Edit
    from core.deliveries.comparison import Comparison
    from core.deliveries.note import Note
    from core.shop.shop import Shop

_T = TypeVar("_T")


class DeliveryWork(QObject):
    """Nothing is heard of a job any more once :meth:`end` was called."""

    note_read = Signal(object)
    """A Note."""
    found = Signal(object)
    """Sequence of one NoteLine: what was scanned."""
    seen = Signal(object)
    """Sequence of NoteLine: the pieces in a picture."""
    compared = Signal(object)
    """A Comparison."""
    booked = Signal(object)
    """The Edit."""
    failed = Signal(object)
    """Sentence."""

    def __init__(self, shop_jobs: ShopJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop_jobs = shop_jobs
        self._jobs: list[Job] = []
        self._comparing: Job | None = None
        self.is_booking = False

    def read(self, file: Path) -> None:
        """Read a delivery note."""

        def read_(shop: Shop, _report: ReportProgress) -> Note:
            from core.deliveries.reading import read_note

            return read_note(shop, file)

        self._run(read_, self.note_read.emit)

    def find(self, code: str) -> None:
        """One of what was scanned."""

        def find_(shop: Shop, _report: ReportProgress) -> object:
            from core.catalog.sales.matching import match_codes
            from core.deliveries.note import NoteLine
            from core.quantities.quantity import ONE

            known = match_codes(shop.catalog, {code: ("", code)})
            return [NoteLine(code, "", ONE, known.get(code))]

        self._run(find_, self.found.emit)

    def look(self, image: QImage) -> None:
        """Everything that is in a picture of the webcam."""

        def look_(shop: Shop, report: ReportProgress) -> object:
            from core.deliveries.counting import pieces_in
            from core.scene.counting import PICTURE_SIDE

            return pieces_in(shop, to_pillow(image, max_side=PICTURE_SIDE), report)

        self._run(look_, self.seen.emit)

    def compare(self, note: Note | None, counted: Counted) -> None:
        """How it stands; the newest wish counts."""

        def compare_(shop: Shop, _report: ReportProgress) -> Comparison:
            from core.deliveries.comparison import compare

            return compare(shop.catalog, note.lines if note is not None else (), counted.lines())

        if self._comparing is not None:
            self._comparing.cancel()
        self._comparing = self._run(compare_, self.compared.emit)

    def book(self, delivery: Comparison, name: str) -> None:
        """Book what was unpacked."""

        def book_(shop: Shop, _report: ReportProgress) -> Edit:
            from core.deliveries.booking import book_delivery

            return book_delivery(shop, delivery, name, who=user_name())

        def done(edit: Edit) -> None:
            self.is_booking = False
            self.booked.emit(edit)

        self.is_booking = True
        self._shop_jobs.run(book_, success=done, failure=self._on_failed, lane=Lane.WRITING)

    def end(self) -> None:
        """Nothing more of what is under way, but a booking."""
        for job in self._jobs:
            job.cancel()

    def _run(self, work: Callable[[Shop, ReportProgress], _T], success: Callable[[_T], None]) -> Job:
        job = self._shop_jobs.run(work, success=success, failure=self._on_failed)
        self._jobs.append(job)
        return job

    def _on_failed(self, why: Sentence) -> None:
        self.is_booking = False
        self.failed.emit(why)
