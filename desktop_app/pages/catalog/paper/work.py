"""What a dialog of pages does off the GUI thread: lay out, paint a page, write a file, print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from core import paths
from core.messages import Sentence
from core.paper.page import Page
from core.paper.pdf import write_pdf
from core.paper.picture_file import write_pictures
from core.paper.typefaces import Typefaces
from core.progress import ReportProgress
from desktop_app.engine.jobs import Job, Jobs
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.paper_painting import PagePainter
from desktop_app.pages.catalog.paper.printing import print_pages

if TYPE_CHECKING:
    from core.shop.shop import Shop


class LaidOut(Protocol):
    """Pages, and what somebody should know who prints them."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """In their order."""

    @property
    def notes(self) -> tuple[Sentence, ...]:
        """For the clerk."""


class PaperWork(QObject):
    """One layout at a time, of the newest wish; one file or print at a time."""

    laid_out = Signal(object)
    """What :meth:`lay_out` was given makes: pages and notes."""
    refused = Signal(object)
    """Sentence: why there are no pages."""
    painted = Signal(object, object)
    """A Page, and its QImage."""
    written = Signal(str)
    """The name of the file."""
    printed = Signal(int)
    """How many pages."""
    failed = Signal(object)
    """Sentence: why nothing was written or printed."""

    def __init__(self, shop_jobs: ShopJobs, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop_jobs = shop_jobs
        self._jobs = jobs
        self._laying_out: Job | None = None
        self._painting: Job | None = None
        self._output: Job | None = None

    @property
    def is_putting_out(self) -> bool:
        """Whether a file is being written, or pages are being printed."""
        return self._output is not None

    def lay_out(self, lay: Callable[[Shop, ReportProgress], LaidOut]) -> None:
        """Lay pages out; whatever was laid out before is of no use any more."""
        if self._laying_out is not None:
            self._laying_out.cancel()
        self._laying_out = self._shop_jobs.run(lay, success=self._on_laid_out, failure=self._on_refused)

    def paint(self, page: Page, pixels: int) -> None:
        """Paint a page for the screen, so many pixels wide."""
        if self._painting is not None:
            self._painting.cancel()
        self._painting = self._jobs.run(
            lambda _report: PagePainter().image(page, pixels),
            success=lambda image: self.painted.emit(page, image),
        )

    def write(self, pages: Sequence[Page], target: Path) -> None:
        """Write the pages to a PDF."""
        self._put_out(lambda faces: write_pdf(pages, faces, target), target)

    def write_pictures(self, pages: Sequence[Page], target: Path, width: int) -> None:
        """Write the pages as PNGs, so many pixels wide."""
        self._put_out(lambda faces: write_pictures(pages, faces, target, width), target)

    def print_on(self, printer: QPrinter, pages: Sequence[Page]) -> None:
        """Print the pages; the printer's paper is set."""

        def on_printed(count: int) -> None:
            self._output = None
            self.printed.emit(count)

        self._output = self._jobs.run(
            lambda report: print_pages(printer, pages, report), success=on_printed, failure=self._on_failed
        )

    def end(self) -> None:
        """Nothing more of it; pages that were printed are printed."""
        for job in (self._laying_out, self._painting, self._output):
            if job is not None:
                job.cancel()

    def _put_out(self, write: Callable[[Typefaces], object], target: Path) -> None:
        def on_written(_: object) -> None:
            self._output = None
            self.written.emit(target.name)

        self._output = self._jobs.run(
            lambda _report: write(Typefaces(paths.resources() / "fonts")),
            success=on_written,
            failure=self._on_failed,
        )

    def _on_laid_out(self, found: LaidOut) -> None:
        self._laying_out = None
        self.laid_out.emit(found)

    def _on_refused(self, why: Sentence) -> None:
        self._laying_out = None
        self.refused.emit(why)

    def _on_failed(self, why: Sentence) -> None:
        self._output = None
        self.failed.emit(why)
