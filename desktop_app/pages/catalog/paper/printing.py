"""Pages onto a printer's paper, at their true size."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from core.errors import KnownError
from core.messages import message
from core.paper.page import Page
from core.progress import ReportProgress, report
from desktop_app.look.paper_painting import PagePainter

_MM_PER_INCH = 25.4


def set_paper(printer: QPrinter, width: float, height: float) -> None:
    """Paper of this size in millimetres, all of it: margins would move everything."""
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(
            size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter, QMarginsF()
        )
    )


def wanted_pages(printer: QPrinter, pages: Sequence[Page]) -> list[Page]:
    """Those that were chosen in the printer's dialog, in the order that was."""
    chosen = list(pages)
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        chosen = [page for number, page in enumerate(pages, 1) if ranges.contains(number)]
    is_reversed = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    return chosen[::-1] if is_reversed else chosen


def print_pages(printer: QPrinter, pages: Sequence[Page], listener: ReportProgress) -> int:
    """Print each page; returns how many. For a worker thread.

    Raises:
        KnownError: there are no pages, or the printer cannot be reached, or refuses.
        Cancelled: ``listener`` asked to stop; the pages before are printed.
    """
    if not pages:
        raise KnownError(message("core", "There is nothing to print."))
    painter, page_painter = QPainter(), PagePainter()
    if not painter.begin(printer):
        raise KnownError(message("core", "The printer does not take the pages: look whether it is on."))
    try:
        for number, page in enumerate(pages):
            report(listener, message("core", "Printing"), number, len(pages))
            if number and not printer.newPage():
                raise KnownError(
                    message("core", "The printer stopped after {count} pages: look what it says."),
                    count=number,
                )
            page_painter.paint(painter, page, printer.resolution() / _MM_PER_INCH)
    finally:
        painter.end()
    return len(pages)
