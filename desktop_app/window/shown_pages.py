"""What is in front in the window: the page that was chosen, or what stands in its place."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desktop_app.pages.shop_page import ShopPage


class ShownPages(QStackedWidget):
    """Without a shop it shows the start; in an empty shop, the ways to the first products."""

    filled = Signal()
    """The shop was empty, and has its first products."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start: QWidget | None = None
        self._ways: QWidget | None = None
        self._chosen: ShopPage | None = None
        self._is_empty = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_keys_in_front)

    def show_start(self, start: QWidget) -> None:
        """There is no shop."""
        self.start = start
        self.addWidget(start)
        self.setCurrentWidget(start)

    def end_start(self) -> None:
        """There is one, or about to be."""
        if self.start is not None:
            self.removeWidget(self.start)
            self.start.deleteLater()
            self.start = None

    def add_ways(self, ways: QWidget) -> None:
        """What an empty shop shows in the place of pages that need products."""
        self._ways = ways
        self.addWidget(ways)

    def add_page(self, page: ShopPage) -> None:
        """One more page that can be chosen; the first one is."""
        self.addWidget(page)
        page.turned.connect(self._show)
        if self._chosen is None:
            self.choose(page)

    def choose(self, page: ShopPage) -> bool:
        """Whether the page is in front now, and nothing in its place."""
        self._chosen = page
        self._show()
        return self.currentWidget() is page

    def tells_of(self, where: object) -> bool:
        """Whether the page in front is that place, and says itself how far the work is that leads to it."""
        page = self.currentWidget()
        return isinstance(page, ShopPage) and page.shows_work and page.name == where

    def show_shop(self, *, is_empty: bool) -> None:
        """It has products, be they archived ones, or none at all."""
        was_empty, self._is_empty = self._is_empty, is_empty
        before = self.currentWidget()
        self._show()
        if was_empty and not is_empty:
            if self._chosen is not None and before is not self._chosen:
                self._chosen.entered()
            self.filled.emit()

    def _show(self) -> None:
        page = self._chosen
        if page is None:
            return
        is_hidden = self._is_empty and page.needs_products and not page.is_at_work()
        front = self._ways if is_hidden and self._ways is not None else page
        page.setEnabled(front is page)  # or its actions would take the keys to what nobody sees
        self.setCurrentWidget(front)

    def _keep_keys_in_front(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Qt lets what is hidden take the keys: a page that hears of something while another one is in front,
        a list that makes room for the words that nothing is in it."""
        front = self.currentWidget()
        if new is None or front is None or not self.isAncestorOf(new):
            return
        if not front.isAncestorOf(new):
            _give_keys(front)
        elif not new.isVisible():
            QTimer.singleShot(0, self, self._look_again)  # it may be about to be shown

    def _look_again(self) -> None:
        front, focus = self.currentWidget(), QApplication.focusWidget()
        if front is not None and focus is not None and front.isAncestorOf(focus) and not focus.isVisible():
            _give_keys(front)


def _give_keys(page: QWidget) -> None:
    """To what had them there last, or to its first control."""
    had_them = page.focusWidget()
    target = had_them if had_them is not None and had_them.isVisible() else _first_control(page)
    (target or page).setFocus()


def _first_control(page: QWidget) -> QWidget | None:
    """What the tabulator comes to first on this page."""
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_keys and widget.isVisible() and widget.isEnabled() and page.isAncestorOf(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None
