"""What must not be shown: what was seen, what is never sold, which words are looked for, what is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from core.messages import Sentence
from core.progress import Progress
from core.steps.undo import undo_step
from desktop_app.look.language import Translated, core_text, in_words
from desktop_app.pages.catalog.duplicates.work import PairWork
from desktop_app.pages.catalog.moderation.lists import ShopLists, read_lists
from desktop_app.pages.catalog.moderation.never_sold_view import NeverSoldView
from desktop_app.pages.catalog.moderation.seen_photos_view import SeenPhotosView
from desktop_app.pages.catalog.moderation.shown import (
    SeenPhotos,
    blur_photos,
    decide_photos,
    look,
    seen_photos,
)
from desktop_app.pages.catalog.moderation.told_view import ToldView
from desktop_app.pages.catalog.moderation.words_view import WordsView
from desktop_app.program.user_name import user_name
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.catalog.edits.edit_log import Edit
    from core.shop.shop import Shop
    from desktop_app.pages.shop_page import PageServices


class ModerationDialog(Translated, QDialog):
    """Looks through the shop while it is open; what was seen before is there at once."""

    changed = Signal()
    """Something was decided, or taken back."""

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closes = False
        self._undos: list[tuple[Callable[[Shop], object], Callable[[], str]]] = []
        self._note: Callable[[], str] = lambda: ""
        self._problems: tuple[Sentence, ...] = ()
        self._is_writable = False
        self._is_looking = False
        self._title, self._counted = text_label("title"), text_label("muted", wrap=True)
        self.busy = BusyLine(services.themes, self)
        self.work = PairWork(services.shop_jobs, self.busy, self)
        self.tabs = QTabWidget(self)
        self.photos = SeenPhotosView(services, self)
        self.never_sold = NeverSoldView(services.themes, self)
        self.words = WordsView(services.themes, self)
        self.told = ToldView(services.themes, self)
        self.undo_button = IconButton(services.themes, "undo", "quiet", self)
        self._close = QPushButton(self)
        self._build()
        self._connect()
        self.retranslate()
        self.work.read(lambda shop, _report: (seen_photos(shop), read_lists(shop)), self._on_known)

    @property
    def is_busy(self) -> bool:
        """Whether it waits for the shop."""
        return self.work.is_busy

    @property
    def note(self) -> str:
        """What is said at its foot."""
        return self._counted.text()

    def done(self, result: int) -> None:
        """Close it, and stop looking; once a change that is under way has ended."""
        if self.work.is_changing:
            self._closes = True
            return
        self.work.stop_reading()
        super().done(result)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("What must not be shown"))
        self._title.setText(self.tr("What must not be shown"))
        names = (self.tr("Photos"), self.tr("Goods never sold"), self.tr("Words"), self.tr("What is told"))
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)
        self.undo_button.setText(self.tr("Undo"))
        self._close.setText(self.tr("Close"))
        self._write()

    # Looking

    def _on_known(self, known: tuple[SeenPhotos, ShopLists]) -> None:
        found, lists = known
        self._is_writable = lists.writable
        self._show_lists(lists)
        self._on_found(found)
        if lists.writable:
            self._look()

    def _look(self) -> None:
        self._is_looking = True
        self.work.read(look, self._on_looked, self._on_progress)

    def _on_progress(self, progress: Progress) -> None:
        share = f" {progress.done} / {progress.total}" if progress.total else ""
        self._counted.setText(f"{core_text(progress.stage)}…{share}")

    def _on_looked(self, found: SeenPhotos) -> None:
        self._is_looking = False
        self._on_found(found)
        self.changed.emit()

    def _on_found(self, found: SeenPhotos) -> None:
        self.photos.tell_looking(self.work.is_busy)
        self.photos.show_found(found)
        self._problems = found.problems
        self._write()

    def _show_lists(self, lists: ShopLists) -> None:
        self.never_sold.show_lists(lists)
        self.words.show_lists(lists)
        self.told.show_lists(lists)
        self._allow()

    def _on_failure(self, failure: Sentence) -> None:
        self.photos.tell_looking(self.work.is_busy)
        self._say(lambda: in_words(failure))

    # Changing

    def _decide(self, hashes: Sequence[str], shown: bool) -> None:
        def words(_edit: Edit | None) -> str:
            return self.tr("Remembered: may be shown.") if shown else self.tr("Remembered: not shown.")

        self._step(lambda shop: decide_photos(shop, hashes, shown=shown), words)

    def _blur(self, hashes: Sequence[str]) -> None:
        def words(edit: Edit | None) -> str:
            if edit is None:
                return self.tr("No face was found on these photos, or they cannot be opened.")
            return self.tr(
                "Faces blurred. As they were, the photos stay in the shop's folder until Settings, Privacy "
                "deletes them."
            )

        self._is_looking = True  # at the copies
        self._step(lambda shop: blur_photos(shop, hashes).edit, words)

    def _step(self, step: Callable[[Shop], Edit | None], words: Callable[[Edit | None], str]) -> None:
        """Do what the shop's log of steps takes back, and tell of it."""

        def done(value: tuple[Edit | None, SeenPhotos]) -> None:
            edit, found = value
            self.photos.show_found(found)
            if edit is not None:
                self._undos.append((partial(undo_step, who=user_name(), only=edit.id), self._undone))
            self._say(lambda: words(edit))
            self._allow()
            self.photos.table.setFocus()
            self.changed.emit()

        self._change(lambda shop: (step(shop), seen_photos(shop)), done)

    def _edit(self, change: Callable[[Shop], object], take_back: Callable[[Shop], object]) -> None:
        """Change a list, and look again, for what is told is another thing now."""
        self._change(
            lambda shop: (change(shop), seen_photos(shop), read_lists(shop))[1:],
            lambda known: self._on_edited(known[0], known[1], take_back),
        )

    def _on_edited(self, found: SeenPhotos, lists: ShopLists, take_back: Callable[[Shop], object]) -> None:
        self._undos.append((take_back, self._undone))
        self._show_lists(lists)
        self.photos.show_found(found)
        self._say(lambda: "")
        self._is_looking = True
        self.changed.emit()

    def _undone(self) -> str:
        return self.tr("Undone.")

    def _undo(self) -> None:
        if not self._undos or self.work.is_changing:
            return
        take_back, words = self._undos[-1]

        def undone(known: tuple[SeenPhotos, ShopLists]) -> None:
            self._undos.pop()
            found, lists = known
            self._show_lists(lists)
            self.photos.show_found(found)
            self._say(words)
            self._is_looking = True
            self.changed.emit()

        self._change(lambda shop: (take_back(shop), seen_photos(shop), read_lists(shop))[1:], undone)

    def _change(self, work: Callable[[Shop], object], success: Callable[..., None]) -> None:
        if self.work.is_changing:
            return
        self.work.stop_reading()
        self.work.change(work, success)

    def _on_changed(self) -> None:
        self._allow()
        self.photos.tell_looking(self.work.is_busy)
        if self._closes:
            self.accept()
        elif self._is_looking:  # it was interrupted, or there is something else to look for now
            self._look()

    # Showing

    def _say(self, note: Callable[[], str]) -> None:
        self._note = note
        self._write()

    def _write(self) -> None:
        self._counted.setText(" ".join(filter(None, (self._note(), *map(in_words, self._problems)))))

    def _allow(self) -> None:
        may = self._is_writable and not self.work.is_changing
        self.photos.allow_deciding(may)
        for view in (self.never_sold, self.words, self.told):
            view.setEnabled(may)
        self.undo_button.setEnabled(may and bool(self._undos))

    def _build(self) -> None:
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(960, 620)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for leaf in (self.photos, self.never_sold, self.words, self.told):
            self.tabs.addTab(leaf, "")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.undo_button)
        foot.addWidget(self._counted, 1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self.busy)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.work.begun.connect(self._allow)
        self.work.begun.connect(lambda: self.photos.tell_looking(True))
        self.work.failed.connect(self._on_failure)
        self.work.changed.connect(self._on_changed)
        self.photos.decided.connect(self._decide)
        self.photos.blur_wanted.connect(self._blur)
        for view in (self.never_sold, self.words, self.told):
            view.edited.connect(self._edit)
            view.refused.connect(self._on_failure)
        self.undo_button.clicked.connect(self._undo)
        QShortcut(QKeySequence("Ctrl+Z"), self, self._undo)
        self._close.clicked.connect(self.accept)
        self._close.setAutoDefault(False)
