"""Back and forward through the searches, and the list of the last: buttons, keys, and the mouse's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.desk.history import Visit
from desktop_app.pages.search.history.popup import HistoryPopup
from desktop_app.widgets.icon_button import IconButton


class HistoryBar(Translated, QObject):
    """Makes the buttons, which the page puts where it likes.

    Args:
        leave: puts away what lies over a search, such as the webcam; whether anything did.
    """

    def __init__(
        self, themes: ThemeSwitch, desk: SearchDesk, leave: Callable[[], bool], page: QWidget
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._leave = leave
        self._page = page
        self.back = QAction(page)
        self.back.setShortcuts([QKeySequence("Alt+Left"), QKeySequence(Qt.Key.Key_Back)])
        self.forward = QAction(page)
        self.forward.setShortcuts([QKeySequence("Alt+Right"), QKeySequence(Qt.Key.Key_Forward)])
        self.last = QAction(page)
        self.last.setShortcut(QKeySequence("Ctrl+H"))
        self.back_button = IconButton(themes, "left", "quiet", page)
        self.forward_button = IconButton(themes, "right", "quiet", page)
        self.last_button = IconButton(themes, "history", "quiet", page)
        self.popup = HistoryPopup(themes, page)
        for action, button, act in (
            (self.back, self.back_button, self._go_back),
            (self.forward, self.forward_button, self._go_forward),
            (self.last, self.last_button, self.open),
        ):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, act=act: act())
            button.follow_without_words(action)
            page.addAction(action)
        self.popup.chosen.connect(self._go_to)
        desk.turned_to.connect(self.allow)
        page.installEventFilter(self)
        self.retranslate()
        self.allow()

    def actions(self) -> tuple[QAction, ...]:
        """What has a key."""
        return self.back, self.forward, self.last

    def open(self) -> None:
        """Show the list."""
        history = self._desk.history
        self.popup.open_below(self.last_button, history.visits, history.at_hand)

    def _go_back(self) -> None:
        if not self._leave():
            self._desk.go_back()

    def _go_forward(self) -> None:
        self._leave()
        self._desk.go_forward()

    def _go_to(self, visit: Visit) -> None:
        self._leave()
        if visit is not self._desk.history.at_hand:
            self._desk.go_to(visit)

    def allow(self) -> None:
        """Which ways there are from here."""
        history = self._desk.history
        self.back.setEnabled(self._desk.is_away or history.earlier is not None)
        self.forward.setEnabled(not self._desk.is_away and history.later is not None)
        self.last.setEnabled(bool(history.visits))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The buttons on a mouse's side, wherever on the page: lists and pictures would swallow them."""
        if event.type() == QEvent.Type.Show and watched is self._page:
            window = self._page.window().windowHandle()
            if window is not None:
                window.installEventFilter(self)
        elif event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            ways = {Qt.MouseButton.BackButton: self.back, Qt.MouseButton.ForwardButton: self.forward}
            way = ways.get(event.button())
            if way is not None and watched is not self._page and self._page.isVisible():
                way.trigger()
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        for action, text, hint in (
            (self.back, self.tr("Back"), self.tr("To the search before")),
            (self.forward, self.tr("Forward"), self.tr("To the search after it")),
            (self.last, self.tr("Last searches"), self.tr("Choose one of the last searches")),
        ):
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(text)
            action.setToolTip(f"{hint} ({key})")
        self.popup.list.setAccessibleName(self.tr("Last searches"))
