"""A film on the search page: its time line, what it shows where, and the products with their times."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.answer import Verdict
from core.messages import Sentence
from core.progress import Progress
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import Translated, in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.desk.film import frame
from desktop_app.pages.search.film.lists import ProductList, Row, TimeLine, clock, span
from desktop_app.pages.search.film.watching import FilmWatching
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import ShortenedLabel, text_label
from desktop_app.widgets.pictures.picture_view import PictureView

if TYPE_CHECKING:
    from core.catalog.lists.filters import Filter
    from core.filmed.film_answer import FilmAnswer, Stretch
    from core.filmed.film_count import FilmCount
    from core.imaging.films.reading import Film


class FilmView(Translated, QWidget):
    """One film at a time; another one takes its place."""

    left = Signal()
    frame_chosen = Signal(object)
    """PictureSource: a frame that is to be searched like any picture."""

    def __init__(self, themes: ThemeSwitch, jobs: ShopJobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._jobs = themes, jobs
        self.watching = FilmWatching(jobs, self)
        self._film: Film = Path()
        self._others = 0
        self._reached: Progress | None = None
        self._answer: FilmAnswer | None = None
        self._count: FilmCount | None = None
        self._failure: Sentence | None = None
        self._was_stopped = False
        self._title = ShortenedLabel("display")
        self._status = text_label("muted", wrap=True)
        self.busy = BusyLine(themes, self)
        self.picture = PictureView(themes, self)
        self._caption = text_label("body", wrap=True)
        self.time_line = TimeLine(self)
        self._products_title = text_label("section")
        self.products = ProductList(self)
        self.book_button = IconButton(themes, "stocktake", parent=self)
        self.stop_button = IconButton(themes, "close", parent=self)
        self.count_button = IconButton(themes, "shelf", parent=self)
        self.back_button = IconButton(themes, "back", parent=self)
        self.search_button = IconButton(themes, "search", "primary", self)
        self._lay_out()
        self.time_line.chosen.connect(self._show_stretch)
        self.time_line.itemActivated.connect(lambda _item: self._search_frame())
        self.products.time_chosen.connect(self.time_line.show_time)
        self.stop_button.clicked.connect(self.watching.stop)
        self.count_button.clicked.connect(self._begin_count)
        self.book_button.clicked.connect(self._book)
        self.back_button.clicked.connect(self.left)
        self.search_button.clicked.connect(self._search_frame)
        self.watching.found.connect(self._on_found)
        self.watching.progressed.connect(self._on_progress)
        self.watching.watched.connect(self._on_watched)
        self.watching.counted.connect(self._on_counted)
        self.watching.failed.connect(self._on_failed)
        self.watching.stopped.connect(self._on_stopped)
        self.setFocusProxy(self.time_line)
        self.retranslate()

    def show_film(self, film: Film, filter_: Filter | None, *, others: int = 0) -> None:
        """Look through ``film``; ``others`` were given with it and are left out."""
        self._film, self._others = film, others
        self._answer = self._count = self._failure = self._reached = None
        self._was_stopped = False
        self.time_line.clear()
        self.picture.show_image(QImage())
        self.watching.watch(film, filter_)
        self.retranslate()

    def put_away(self) -> None:
        """It is no longer wanted."""
        self.watching.drop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.show_text(self._film.name)
        self._status.setText(self._status_words())
        self.busy.set_busy(self.watching.is_running)
        self.stop_button.setText(self.tr("Stop"))
        self.stop_button.setVisible(self.watching.is_running)
        self.count_button.setText(self.tr("Count the pieces"))
        self.count_button.setToolTip(
            self.tr("For a walk along a shelf: each piece is counted once. It takes some seconds a metre.")
        )
        self.count_button.setDisabled(self.watching.is_running or self._failure is not None)
        self.back_button.setText(self.tr("Back"))
        self.search_button.setText(self.tr("Search with this picture"))
        self.search_button.setEnabled(self.time_line.currentItem() is not None)
        self.time_line.setAccessibleName(self.tr("Time line of the film"))
        self.products.setAccessibleName(self.tr("Products in the film"))
        counted = self._count is not None
        self._products_title.setText(
            self.tr("Counted, each piece once") if counted else self.tr("Products in the film")
        )
        self.book_button.setText(self.tr("Count in the stocktake…"))
        self.book_button.setVisible(self._count is not None and bool(self._count.counts))
        self.products.show_rows(self._counted_rows() if counted else self._product_rows())
        stretch = self._stretch()
        self._caption.setText("" if stretch is None else _caption(stretch))

    # What is known

    def _stretch(self) -> Stretch | None:
        row = self.time_line.currentRow()
        return self.time_line.stretches()[row] if row >= 0 else None

    def _status_words(self) -> str:
        left_out = self.tr("One film at a time: %n other file(s) left out.", "", self._others)
        parts = [self._state_words(), left_out if self._others else ""]
        return " ".join(part for part in parts if part)

    def _state_words(self) -> str:
        if self._failure is not None:
            return in_words(self._failure)
        if self.watching.is_running:
            if self._reached is None or not self._reached.total:
                return self.tr("Looking for the first sharp picture…")
            reached, total = (clock(1000 * part) for part in (self._reached.done, self._reached.total))
            return self.tr("Looked through {reached} of {total}").format(reached=reached, total=total)
        if self._count is not None:
            words = self.tr("%n piece(s) counted.", "", len(self._count.pieces))
            torn = ", ".join(clock(at_ms) for at_ms in self._count.torn_at_ms)
            if torn:
                words += " " + self.tr(
                    "At {times} the film goes on elsewhere: what it shows again is counted again."
                ).format(times=torn)
            return words
        if self._was_stopped:
            return self.tr("Stopped. What was found until then is shown.")
        if self._answer is not None and not self._answer.frames:
            return self.tr(
                "No picture of it is sharp and light enough to be looked at. Film slowly, in good light."
            )
        if self._answer is not None:
            return self.tr("%n product(s) in {length}", "", len(self._answer.products)).format(
                length=clock(self._answer.of_ms)
            )
        return ""

    def _product_rows(self) -> list[Row]:
        from core.filmed.film_answer import FilmAnswer

        stretches = self.time_line.stretches()
        answer = self._answer or FilmAnswer(0, len(stretches), tuple(stretches))
        pictures = {stretch.best_ms: stretch.picture for stretch in stretches}
        rows = []
        for product in answer.products:
            best = max(product.visits, key=lambda visit: visit.confidence)
            times = ", ".join(span(visit.from_ms, visit.to_ms) for visit in product.visits)
            title = product.result.title
            if product.verdict is not Verdict.MATCH:
                title = self.tr("Perhaps {title}").format(title=title)
            picture = frame(QImage.fromData(pictures.get(best.best_ms, b"")))
            rows.append(Row(title, times, picture, best.best_ms))
        return rows

    def _counted_rows(self) -> list[Row]:
        count = self._count
        if count is None:
            return []
        by_sku: dict[str, list[int]] = defaultdict(list)
        titles: dict[str, str] = {}
        for piece in count.pieces:
            sku = "" if piece.product is None else piece.product.sku
            by_sku[sku].append(piece.at_ms)
            titles[sku] = self.tr("Not recognised") if piece.product is None else piece.product.title
        rows = []
        for sku, times in sorted(by_sku.items(), key=lambda one: (not one[0], -len(one[1]))):
            said = sorted({clock(at_ms) for at_ms in times})
            words = self.tr("{count} × {title}").format(count=len(times), title=titles[sku])
            rows.append(Row(words, ", ".join(said), frame(QImage()), times[0]))
        return rows

    # What happens

    def _show_stretch(self, stretch: Stretch) -> None:
        self.picture.show_image(QImage.fromData(stretch.picture))
        self._caption.setText(_caption(stretch))
        self.search_button.setEnabled(True)

    def _search_frame(self) -> None:
        stretch = self._stretch()
        if stretch is not None:
            name = f"{self._film.name} {clock(stretch.best_ms)}"
            self.frame_chosen.emit(PictureSource(name, data=stretch.picture))

    def _begin_count(self) -> None:
        self._count, self._reached = None, None
        self.watching.count(self._film)
        self.retranslate()

    def _book(self) -> None:
        from desktop_app.pages.search.film.booking_dialog import FilmBookingDialog

        if self._count is not None:
            FilmBookingDialog(self._themes, self._jobs, self._count, self).open()

    def _on_found(self, stretch: Stretch) -> None:
        if self._answer is None and self.watching.is_running:
            self.time_line.add(stretch)
            self.retranslate()

    def _on_progress(self, progress: Progress) -> None:
        self._reached = progress
        self._status.setText(self._status_words())

    def _on_watched(self, answer: FilmAnswer) -> None:
        self._answer = answer
        self.retranslate()

    def _on_counted(self, count: FilmCount) -> None:
        self._count = count
        self.retranslate()

    def _on_failed(self, failure: Sentence) -> None:
        self._failure = failure
        self.retranslate()

    def _on_stopped(self) -> None:
        self._was_stopped = True
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title, 1)
        for button in (self.stop_button, self.count_button, self.back_button):
            top.addWidget(button)
        shown = QVBoxLayout()
        shown.setSpacing(8)
        shown.addWidget(self.picture, 1)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._caption, 1)
        below.addWidget(self.search_button)
        shown.addLayout(below)
        listed = QVBoxLayout()
        listed.setSpacing(8)
        listed.addWidget(self._products_title)
        listed.addWidget(self.products, 1)
        listed.addWidget(self.book_button)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addLayout(shown, 3)
        middle.addLayout(listed, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 24, 16)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._status)
        column.addWidget(self.busy)
        column.addLayout(middle, 1)
        column.addWidget(self.time_line)


def _caption(stretch: Stretch) -> str:
    """When, and what the frame shows; no more than is known."""
    when = span(stretch.from_ms, stretch.to_ms)
    result = stretch.result
    if result is None:
        words = QCoreApplication.translate("FilmView", "Nothing of this shop, as far as can be seen")
    elif stretch.answer.verdict is Verdict.MATCH:
        words = result.title
    else:
        words = QCoreApplication.translate("FilmView", "Perhaps {title}").format(title=result.title)
    return f"{when} · {words}"
