"""The pages of the side bar: made one after the other, gone to by icon, key or name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.pages.shop_page import ShopPage
from desktop_app.widgets.side_bar import SideBar
from desktop_app.window.shown_pages import ShownPages

_BETWEEN_PAGES_MS = 15


class SidePages(QObject):
    """Which pages are there, which one was chosen, and which ones wait to be made."""

    made = Signal(object, object)
    """A ShopPage that was told nothing yet and is not shown, and the QAction that leads to it."""
    added = Signal(object)
    """ShopPage: one more page is there."""

    def __init__(self, side_bar: SideBar, shown: ShownPages, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._side_bar, self._shown = window, side_bar, shown
        self.there: list[ShopPage] = []
        self.waiting: list[Callable[[], ShopPage]] = []
        self._buttons: list[QToolButton] = []
        self._shortcuts: list[QAction] = []
        self._number = 0
        self._first = ""
        self._is_untouched: Callable[[], bool] = lambda: False
        side_bar.page_chosen.connect(self._go_to)

    @property
    def chosen(self) -> ShopPage:
        """The page in front, whether or not an empty shop shows something in its place."""
        return self.there[self._number]

    def add_later(self, makers: Sequence[Callable[[], ShopPage]]) -> None:
        """Pages that are made by :meth:`make_next`, or when one is asked for."""
        self.waiting.extend(makers)

    def make_next(self) -> None:
        """Make one of the pages that wait, and the others after it; what the user does comes in between."""
        if self.waiting:
            self.add(self.waiting.pop(0)())
            QTimer.singleShot(_BETWEEN_PAGES_MS, self, self.make_next)

    def make_all(self) -> None:
        """Make those that wait, now."""
        while self.waiting:
            self.add(self.waiting.pop(0)())

    def add(self, page: ShopPage) -> None:
        """One more page at the end of the side bar; Ctrl and its number go there."""
        number = len(self.there)
        self.there.append(page)
        self._buttons.append(self._side_bar.add_page(page.icon_name, at_bottom=page.at_bottom))
        shortcut = QAction(self._window)
        shortcut.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
        shortcut.triggered.connect(lambda: self._go_to(number))
        self._shortcuts.append(shortcut)
        self.made.emit(page, shortcut)
        self._shown.add_page(page)
        page.needed.connect(lambda: self._bring(number))
        self.retranslate()
        self.added.emit(page)
        if page.name == self._first and self._is_untouched():
            self._go_to(number)

    def show(self, name: str) -> ShopPage | None:
        """Go to the page that other pages call ``name``; None if there is none."""
        while name not in self._names() and self.waiting:
            self.add(self.waiting.pop(0)())
        if name not in self._names():
            return None
        self._go_to(self._names().index(name))
        return self.chosen

    def begin_with(self, name: str, is_untouched: Callable[[], bool]) -> None:
        """Go to this page as soon as it is made, if nobody has begun anything else by then."""
        self._first, self._is_untouched = name, is_untouched
        if is_untouched() and name in self._names():
            self.show(name)

    def retranslate(self) -> None:
        """Put every title into the language of now."""
        for page, button, shortcut in zip(self.there, self._buttons, self._shortcuts, strict=True):
            button.setText(page.title())
            shortcut.setText(page.title())

    def _names(self) -> list[str]:
        return [page.name for page in self.there]

    def _go_to(self, number: int) -> None:
        old, new = self.chosen, self.there[number]
        if old is not new:
            old.left()
        self._number = number
        self._side_bar.choose(number)
        if self._shown.choose(new):
            new.entered()

    def _bring(self, number: int) -> None:
        if number != self._number:
            self._go_to(number)
