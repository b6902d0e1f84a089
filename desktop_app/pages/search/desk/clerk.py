"""What the clerk says of a search, how it is taken back, and what the shop's log hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.answer import Result
from core.feedback import Said
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.desk.journal import SearchJournal
from desktop_app.pages.search.desk.search import Search, Word

if TYPE_CHECKING:
    from desktop_app.background.preferences import Preferences


class Clerk(QObject):
    """Speaks of the search at hand. Of an engine that is no shop nothing can be said."""

    noted = Signal(object)
    """Word: something was said, or the picture was kept after it."""
    taken_back = Signal()
    """What was said last was taken back."""

    def __init__(self, desk: SearchDesk, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._journal: SearchJournal | None = None
        if desk.shop_jobs is not None:
            self._journal = SearchJournal(desk.engine, desk.shop_jobs, preferences, self)
            desk.turned_to.connect(self._look)
            desk.learned.connect(self._look)

    @property
    def can_say(self) -> bool:
        """Whether a word means something now: the search at hand is answered."""
        search = self._desk.at_hand
        return self._journal is not None and search is not None and search.unsaid is not None

    @property
    def last(self) -> int:
        """When what can be taken back was said, in the order of the desk's questions; 0 for nothing."""
        search = self._desk.at_hand
        return search.said[-1].at if search is not None and search.said else 0

    def say(self, said: Said, product: Result | None = None) -> None:
        """Say a word, of this product if it is of one; the search is asked again under it."""
        search, product_id = self._desk.at_hand, product.product_id if product is not None else None
        if search is None or self._journal is None or not self.can_say:
            return
        word = search.say(self._desk.new_id(), said, product_id, product.title if product is not None else "")
        if word is None:
            return
        self._desk.ask_again()
        self.noted.emit(word)
        self._journal.said(
            search, word.said, product_id, lambda key, kept: self._on_kept(search, word, key, kept)
        )

    def arrived(self, *, was_there: bool) -> None:
        """A product got the picture at hand: what was said of that search is no longer so.

        Args:
            was_there: the shop had the product before.
        """
        search = self._desk.at_hand
        if search is None:
            return
        for word in search.arrive(self._desk.new_id()):
            # That it was not there was so when it was said, if it is new.
            word.is_taken_back = was_there or word.said is not Said.ABSENT
            if word.is_taken_back and word.key is not None:
                self._take_back(search, word.key)
        self._desk.ask_again()

    def undo(self) -> None:
        """Take back what was said last."""
        search = self._desk.at_hand
        word = search.take_back(self._desk.new_id()) if search is not None else None
        if word is None:
            return
        self._desk.ask_again()
        if search is not None and word.key is not None:
            self._take_back(search, word.key)
        self.taken_back.emit()

    def _on_kept(self, search: Search, word: Word, key: int | None, photo_kept: bool) -> None:
        word.key, word.photo_kept = key, photo_kept
        if word.is_taken_back and key is not None:
            self._take_back(search, key)
        elif photo_kept and word in search.said and search is self._desk.at_hand:
            self.noted.emit(word)

    def _take_back(self, search: Search, key: int) -> None:
        """Until the shop has heard so, a view of this very search would speak for what is no longer meant."""

        def ask_anew() -> None:
            search.narrow(self._desk.new_id(), search.query.filter_, search.query.feedback)
            if search is self._desk.at_hand:
                self._desk.ask_again()

        if self._journal is not None:
            self._journal.take_back(key, ask_anew)

    def _look(self) -> None:
        if self._journal is None:
            return
        if self._desk.at_hand is None:
            self._journal.put_away()
        else:
            self._journal.shown(self._desk.at_hand)
