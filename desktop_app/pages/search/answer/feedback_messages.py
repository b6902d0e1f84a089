"""Says below the answer what was noted, with a way to take it back, and what is kept of searches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from core.feedback import Said
from core.messages import Sentence
from core.progress import ReportProgress
from desktop_app.background.preferences import Preferences
from desktop_app.engine.jobs import Lane
from desktop_app.look.forget_words import kept_question
from desktop_app.look.language import in_words
from desktop_app.pages.search.desk.clerk import Clerk
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.desk.kept_picture import keep_as_counter_photo
from desktop_app.pages.search.desk.search import Search, Word
from desktop_app.widgets.message_bar import MessageBar, Offer
from desktop_app.widgets.question import ask

if TYPE_CHECKING:
    from core.shop.shop import Shop


class FeedbackMessages(QObject):
    """Speaks through ``bar`` for the clerk and the desk."""

    shop_changed = Signal()
    """A product has a photo more."""

    def __init__(
        self, desk: SearchDesk, clerk: Clerk, preferences: Preferences, bar: MessageBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clerk = clerk
        self._preferences = preferences
        self._bar = bar
        self._window = parent
        clerk.noted.connect(self._on_noted)
        clerk.taken_back.connect(self._on_taken_back)
        desk.failed.connect(self._on_failed)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._bar.retranslate(self.tr("Close"))

    def set_keep_photos(self, keep: bool) -> None:
        """Allow or forbid to keep pictures of confirmed searches."""
        preferences = self._preferences
        preferences.change(replace(preferences.settings, keep_search_photos=keep))

    def ask_to_forget(self) -> None:
        """Delete all that was kept, if that is really meant: first how much it is."""
        shop_jobs = self._desk.shop_jobs
        if shop_jobs is None:
            return

        def forget() -> None:
            shop_jobs.run(_forget, success=self._on_forgotten, lane=Lane.WRITING)

        def ask_about(kept: tuple[int, int]) -> None:
            role = QMessageBox.ButtonRole.DestructiveRole
            ask(self._window, kept_question(*kept), self.tr("Forget them"), forget, role)

        shop_jobs.run(_count_kept, success=ask_about)

    def _on_noted(self, word: Word) -> None:
        search, product_id = self._desk.at_hand, word.product_id
        offer: Offer | None = None
        if (
            word.said in (Said.RIGHT, Said.INSTEAD)
            and search is not None
            and search.query.pictures
            and product_id is not None
        ):
            offer = (
                lambda: self.tr("Keep this picture for learning"),
                lambda: self._keep(search, product_id, word.title),
            )
        self._bar.say(lambda: (self._words(word), self.tr("Undo")), self._clerk.undo, offer=offer)

    def _keep(self, search: Search, product_id: int, title: str) -> None:
        def kept() -> None:
            words = self.tr("The picture is a photo of “{title}” now: the next lesson learns from it.")
            self._bar.say(lambda: (words.format(title=title), ""))
            self.shop_changed.emit()

        keep_as_counter_photo(self._desk, search, product_id, kept, self._on_failed)

    def _words(self, word: Word) -> str:
        if word.said is Said.WRONG:
            return self.tr("Ranked again without “{title}”.").format(title=word.title)
        if word.said is Said.ABSENT:
            return self.tr("Noted: the shop does not have it.")
        words = self.tr("Noted: this is “{title}”.").format(title=word.title)
        if word.photo_kept:
            kept = self.tr("The picture is kept for the next lesson.")
            return f"{words} {kept}"
        return words

    def _on_taken_back(self) -> None:
        self._bar.say(lambda: (self.tr("Taken back."), ""))

    def _on_failed(self, failure: Sentence) -> None:
        self._bar.say(lambda: (in_words(failure), ""), tone="bad")

    def _on_forgotten(self, count: int) -> None:
        self._bar.say(lambda: (self.tr("%n search(es) forgotten with their pictures.", "", count), ""))


def _count_kept(shop: Shop, _report: ReportProgress) -> tuple[int, int]:
    from core.catalog.log.search_feedback import kept_counts

    return kept_counts(shop.catalog)


def _forget(shop: Shop, _report: ReportProgress) -> int:
    from core.search.kept import forget_searches

    return forget_searches(shop)
