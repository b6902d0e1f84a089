"""A dialog of pages: choose how they are at the left, see the page as it will be, print it or keep a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.messages import Sentence
from core.paper.page import Page
from desktop_app.look.language import Translated, in_words
from desktop_app.look.wording import dotted
from desktop_app.pages.catalog.file_dialogs import ask_for_pdf
from desktop_app.pages.catalog.paper.preview import PagePreview
from desktop_app.pages.catalog.paper.printing import set_paper, wanted_pages
from desktop_app.pages.catalog.paper.work import LaidOut, PaperWork
from desktop_app.pages.shop_page import PageServices
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.message_bar import MessageBar
from desktop_app.widgets.scrolling import scrolling

_LAY_OUT_MS = 120


class PaperCounts(QObject):
    """Numbers in words: plural forms are found among a class's own texts, not for a class derived from it."""

    def products(self, count: int) -> str:
        """How many products."""
        return self.tr("%n product(s)", "", count)

    def printed(self, count: int) -> str:
        """How many pages were printed."""
        return self.tr("%n page(s) sent to the printer.", "", count)


class PaperDialog(Translated, QDialog):
    """Lays out anew whenever something is chosen otherwise; the newest choice counts."""

    def __init__(
        self,
        services: PageServices,
        products: int,
        form: QWidget,
        preview: PagePreview,
        parent: QWidget | None = None,
    ) -> None:
        """``products``: how many it is about; ``preview`` shows a page at a time."""
        super().__init__(parent)
        self._products = products
        self._found: LaidOut | None = None
        self._page = 0
        self.work = PaperWork(services.shop_jobs, services.jobs, self)
        self.form = form
        self._title = text_label("title")
        self._counted = text_label("muted")
        self.notes = text_label("small", wrap=True)
        self.preview = preview
        self._before = IconButton(services.themes, "left", "quiet", self)
        self._next = IconButton(services.themes, "right", "quiet", self)
        self._page_words = text_label("small")
        self.busy = BusyLine(services.themes, self)
        self.message = MessageBar(services.themes, self)
        self.print_button = IconButton(services.themes, "print", "primary", self)
        self.save_button = IconButton(services.themes, "export", parent=self)
        self._close = QPushButton(self)
        self._foot = QHBoxLayout()
        self._timer = QTimer(self, singleShot=True, interval=_LAY_OUT_MS)
        self._build()
        self._connect()

    @property
    def pages(self) -> tuple[Page, ...]:
        """What would be printed now; nothing while that is not known."""
        return self._found.pages if self._found is not None else ()

    def reject(self) -> None:
        """Close it, and stop what is under way."""
        self._timer.stop()
        self.work.end()
        super().reject()

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages on the printer that was chosen."""
        set_paper(printer, self.pages[0].width, self.pages[0].height)
        self.work.print_on(printer, wanted_pages(printer, self.pages))
        self._write()

    def lay_out(self) -> None:
        """Begin to lay the pages out as the form says now."""
        raise NotImplementedError

    def counted(self) -> str:
        """What is said of the pages beside the number of products; "" for nothing."""
        return ""

    def is_allowed(self) -> bool:
        """Whether the pages may be printed and kept."""
        return True

    def show_page(self, page: Page, image: QImage) -> None:
        """Show a page that was painted."""
        self.preview.show_page(image, (page.width, page.height))

    def take(self, found: LaidOut) -> None:
        """Called with pages that were laid out, before they are shown."""

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.windowTitle())
        self.print_button.setText(self.tr("Print…"))
        self.save_button.setText(self.tr("Save as PDF…"))
        self._close.setText(self.tr("Close"))
        self._before.setAccessibleName(self.tr("Page before"))
        self._next.setAccessibleName(self.tr("Next page"))
        self.preview.setAccessibleName(self.tr("What will be printed"))
        self.message.retranslate(self.tr("Close"))
        self._write()

    # The pages

    def want_pages(self) -> None:
        """Lay out anew, soon: something was chosen otherwise."""
        self._found = None
        self._timer.start()
        self._write()

    def _on_laid_out(self, found: LaidOut) -> None:
        self._found = found
        self.take(found)
        self._page = min(self._page, max(0, len(found.pages) - 1))
        self.message.clear()
        self._write()
        self._draw()

    def _on_refused(self, why: Sentence) -> None:
        self.preview.clear()
        self._complain(why)

    def _draw(self) -> None:
        """Paint the page that is shown, as large as there is room for it."""
        if not self.pages:
            self.preview.clear()
            return
        page = self.pages[self._page]
        self.work.paint(page, self.preview.pixels(page.width, page.height))

    def _show(self, page: Page, image: QImage) -> None:
        if self.pages and page is self.pages[self._page]:
            self.show_page(page, image)

    def _turn(self, by: int) -> None:
        if 0 <= self._page + by < len(self.pages):
            self._page += by
            self._write()
            self._draw()

    # Printing

    @property
    def is_ready(self) -> bool:
        """Whether there are pages that can be printed or kept now."""
        return bool(self.pages) and not self.work.is_putting_out and self.is_allowed()

    def output_buttons(self) -> Sequence[QPushButton]:
        """Those that print or keep the pages."""
        return (self.print_button, self.save_button)

    def _ask_for_printer(self) -> None:
        if not self.print_button.isEnabled():
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_paper(printer, self.pages[0].width, self.pages[0].height)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self.pages))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.show()

    def _ask_for_file(self) -> None:
        if self.save_button.isEnabled():
            pages = self.pages
            ask_for_pdf(self, self.windowTitle(), lambda target: self.work.write(pages, target))

    def _complain(self, why: Sentence) -> None:
        self.message.say(lambda: (in_words(why), ""), tone="bad")
        self._write()

    def _tell(self, words: Callable[[], str]) -> None:
        self.message.say(lambda: (words(), ""))
        self._write()

    # Showing

    def _write(self) -> None:
        """What is known of the pages, and what can be done with them."""
        for button in self.output_buttons():
            button.setEnabled(self.is_ready)
        self.busy.set_busy(self.work.is_putting_out or (self._found is None and self.message.isHidden()))
        products = PaperCounts().products(self._products)
        if self._found is None:
            self._counted.setText(products)
            return
        self._counted.setText(dotted(products, self.counted()))
        self.notes.setText("\n".join(map(in_words, self._found.notes)))
        shown, count = (QLocale().toString(number) for number in (self._page + 1, len(self.pages)))
        words = self.tr("Page {page} of {pages}").format(page=shown, pages=count)
        self._page_words.setText(words if self.pages else self.tr("Nothing to print"))
        self._before.setEnabled(self._page > 0)
        self._next.setEnabled(self._page + 1 < len(self.pages))

    def _build(self) -> None:
        self.resize(940, 640)
        left = QWidget(self)
        options = QVBoxLayout(left)
        options.setContentsMargins(0, 0, 12, 0)
        options.setSpacing(12)
        options.addWidget(self.form)
        options.addWidget(self.notes)
        options.addStretch(1)
        area = scrolling(left)
        area.setFixedWidth(348)
        turning = QHBoxLayout()
        for widget in (self._before, self._page_words, self._next):
            turning.addWidget(widget)
        turning.insertStretch(0, 1)
        turning.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.preview, 1)
        right.addLayout(turning)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(area)
        body.addLayout(right, 1)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._counted, 1, Qt.AlignmentFlag.AlignBottom)
        foot = self._foot
        foot.setSpacing(8)
        foot.addWidget(self._close)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.print_button)
        self._close.setAutoDefault(False)
        for button in (self._before, self._next):
            button.setFixedWidth(44)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(body, 1)
        column.addWidget(self.busy)
        column.addWidget(self.message)
        column.addLayout(foot)
        self.message.hide()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.lay_out)
        self.preview.resized.connect(self._draw)
        self.work.laid_out.connect(self._on_laid_out)
        self.work.refused.connect(self._on_refused)
        self.work.painted.connect(self._show)
        self.work.failed.connect(self._complain)
        self.work.written.connect(
            lambda name: self._tell(lambda: self.tr("Written to {file}.").format(file=name))
        )
        self.work.printed.connect(lambda count: self._tell(lambda: PaperCounts().printed(count)))
        self._before.clicked.connect(lambda: self._turn(-1))
        self._next.clicked.connect(lambda: self._turn(1))
        self._close.clicked.connect(self.reject)
        self.print_button.clicked.connect(self._ask_for_printer)
        self.save_button.clicked.connect(self._ask_for_file)
        for key, slot in (
            ("Ctrl+P", self._ask_for_printer),
            ("Ctrl+S", self._ask_for_file),
            ("PgUp", lambda: self._turn(-1)),
            ("PgDown", lambda: self._turn(1)),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(slot)
