"""The query beside one product after another, and which of their parts matched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.answer import Result
from core.messages import Sentence
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.engine import QueryPicture
from desktop_app.engine.jobs import Job
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import Translated, in_words
from desktop_app.look.stock_words import stock
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted, price_today
from desktop_app.pages.search.compare.compared import ComparedPictures, PictureComparer
from desktop_app.pages.search.compare.match_overlay import sides
from desktop_app.pages.search.results.actions import ResultActions
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.pictures.paired_pictures import PairedPictures
from desktop_app.widgets.pictures.photo_tiles import PhotoTiles


class CompareView(Translated, QWidget):
    """Left and Right go to the next product, Up and Down to its other photos; the wheel zooms; Escape goes
    back. What matches is shown when it is asked for: lines and shade are no part of the pictures."""

    left = Signal()
    moved = Signal(int)
    """By how many products: 1 or −1."""

    def __init__(
        self,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        shop_jobs: ShopJobs | None,
        comparer: PictureComparer,
        actions: ResultActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shop_jobs = shop_jobs
        self._comparer = comparer
        self._actions = actions
        self._job: Job | None = None
        self._picture: QueryPicture | None = None
        self._result: Result | None = None
        self._photo = ""
        self._place = (0, 0)
        self._has_map: bool | None = None
        self._failure: Sentence | None = None
        self.back_button = IconButton(themes, "back", "quiet", self)
        self.back_button.clicked.connect(self.left)
        self.previous_button, self.next_button = QPushButton(self), QPushButton(self)
        self.previous_button.clicked.connect(lambda: self.moved.emit(-1))
        self.next_button.clicked.connect(lambda: self.moved.emit(1))
        self.map_button = QPushButton(self)
        self.map_button.setProperty("kind", "choice")
        self.map_button.setCheckable(True)
        self.right_button = IconButton(themes, "check", "plain", self)
        self.wrong_button = IconButton(themes, "close", "plain", self)
        self.right_button.follow(actions.right)
        self.wrong_button.follow(actions.wrong)
        self._title = text_label("title", wrap=True)
        self._facts = text_label("muted", wrap=True)
        self._mine, self._theirs = text_label("section"), text_label("section")
        self._note = text_label("small", wrap=True)
        self.busy = BusyLine(themes, self)
        self.pictures = PairedPictures(themes, self)
        self.photos = PhotoTiles(themes, thumbnails, self)
        self.photos.chosen.connect(self._show_photo)
        self.map_button.toggled.connect(self._on_map)
        self.setFocusProxy(self.pictures)
        self._build()
        self.retranslate()

    @property
    def result(self) -> Result | None:
        """The product that is compared."""
        return self._result

    @property
    def is_ready(self) -> bool:
        """Whether both pictures are there."""
        return self._job is None and self._result is not None

    @property
    def has_map(self) -> bool:
        """Whether it shows which parts match."""
        return self._has_map is True

    def compare(self, picture: QueryPicture, result: Result, row: int, count: int) -> None:
        """Show ``result``, the one in ``row`` of ``count``, beside ``picture``."""
        if self._result is None or self._result.product_id != result.product_id or not self._photo:
            self._photo = result.photo  # of a product that is ranked anew the photo stays that was chosen
        self._picture, self._result, self._place = picture, result, (row, count)
        self._compare()
        self.previous_button.setEnabled(row > 0)
        self.next_button.setEnabled(row < count - 1)
        self.retranslate()

    def hideEvent(self, event: QHideEvent) -> None:
        """The next comparison begins with the photo that matches best."""
        super().hideEvent(event)
        self._photo = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """To the next product, and back."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and self.photos.step(step):
            event.accept()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
            if self.previous_button.isEnabled():
                self.moved.emit(-1)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            if self.next_button.isEnabled():
                self.moved.emit(1)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.left.emit()
        elif event.key() == Qt.Key.Key_P:
            self.map_button.toggle()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.back_button)
        top.addStretch(1)
        for button in (self.map_button, self.previous_button, self.next_button):
            button.setAutoDefault(False)
            top.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        what = QHBoxLayout()
        what.setSpacing(8)
        what.addLayout(words, 1)
        what.addWidget(self.right_button, 0, Qt.AlignmentFlag.AlignTop)
        what.addWidget(self.wrong_button, 0, Qt.AlignmentFlag.AlignTop)
        names = QHBoxLayout()
        names.setSpacing(16)
        names.addWidget(self._mine, 1)
        names.addWidget(self._theirs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(what)
        column.addSpacing(8)
        column.addLayout(names)
        column.addWidget(self.pictures, 1)
        column.addWidget(self.photos)
        column.addWidget(self.busy)
        column.addWidget(self._note)

    def _show_photo(self, photo: str) -> None:
        self._photo = photo
        self._compare()

    def _compare(self) -> None:
        picture, result, photo = self._picture, self._result, Path(self._photo)
        if self._shop_jobs is None or picture is None or result is None:
            return
        if self._job is not None:
            self._job.cancel()
        self._failure = None
        self.busy.set_busy(True)
        comparer, product_id, matches = self._comparer, result.product_id, self.map_button.isChecked()
        self._job = self._shop_jobs.run(
            lambda shop, _report: comparer.compare(shop, picture, product_id, photo, matches=matches),
            success=self._on_compared,
            failure=self._on_failed,
        )

    def _on_map(self, is_wanted: bool) -> None:
        self.pictures.set_shows_match(is_wanted)
        if is_wanted:
            self._compare()
        self.retranslate()

    def _on_compared(self, compared: ComparedPictures) -> None:
        self._job = None
        self.busy.set_busy(False)
        comparison = compared.comparison
        self._has_map = comparison.match is not None if comparison is not None else None
        self.pictures.show_sides(*sides(compared))
        self.photos.show_photos([str(photo) for photo in compared.photos], self._photo)
        self.retranslate()

    def _on_failed(self, failure: Sentence) -> None:
        self._job = None
        self.busy.set_busy(False)
        self._failure = failure
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.back_button.setText(self.tr("Back to the results"))
        self.back_button.setToolTip(self.tr("Esc"))
        self.previous_button.setText("‹")
        self.next_button.setText("›")
        self.previous_button.setAccessibleName(self.tr("Previous product"))
        self.previous_button.setToolTip(self.tr("Previous product (←)"))
        self.next_button.setAccessibleName(self.tr("Next product"))
        self.next_button.setToolTip(self.tr("Next product (→)"))
        self.map_button.setText(self.tr("Matching parts"))
        self.map_button.setToolTip(self.tr("Show or hide which parts match (P)"))
        self._mine.setText(self.tr("Your picture"))
        row, count = self._place
        self._theirs.setText(
            self.tr("Product {number} of {count}").format(number=row + 1, count=count) if count else ""
        )
        self._note.setText(self._words())
        result = self._result
        if result is None:
            return
        self._title.setText(result.title)
        cost = price_today(result.price_minor, result.currency, result.sale)
        self._facts.setText(dotted(cost, stock(result.stock, result.unit), result.location, result.sku))
        self.pictures.setAccessibleName(self.tr("Your picture beside {title}").format(title=result.title))

    def _words(self) -> str:
        if self._failure is not None:
            return in_words(self._failure)
        if self._has_map is False:
            return self.tr("This shop's model keeps no places, so that no matching parts can be shown.")
        words = self.tr("Wheel or + − to zoom, drag to move, 0 to see all, ← → for the next product.")
        if self.photos.tiles:
            others = self.tr("↑ ↓ for its other photos.")
            words = f"{words} {others}"
        if self.map_button.isChecked():
            match = self.tr("Bright parts look alike; lines join the places that match best.")
            words = f"{match} {words}"
        return words
