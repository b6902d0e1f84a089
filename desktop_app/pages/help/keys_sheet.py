"""The sheet of keys: every key of every page at a glance, read from the actions themselves."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.shop_page import ShopPage
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

_MOST_WIDTH, _MARGIN = 960, 48
_COLUMNS = 2

Group = tuple[str, list[tuple[str, str]]]
"""A heading, and below it keys with what they do."""


def groups_of_keys(actions: Iterable[tuple[str, QAction]], pages: Sequence[ShopPage]) -> list[Group]:
    """Every key that works now: the menus' own, then each page's.

    Args:
        actions: each with the title of its menu.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    for heading, action in actions:
        keys = [
            shortcut.toString(QKeySequence.SequenceFormat.NativeText)
            for shortcut in action.shortcuts()
            if not shortcut.isEmpty()
        ]
        if keys:
            groups.setdefault(heading, []).append(
                (" / ".join(keys), action.text().rstrip("…").replace("&", ""))
            )
    for page in pages:
        keys_of_page = list(page.keys())
        if keys_of_page:
            groups.setdefault(page.title(), []).extend(keys_of_page)
    return list(groups.items())


class KeysSheet(Translated, QWidget):
    """Lies over the whole window until any way out is taken; the focus goes back to where it was."""

    def __init__(self, themes: ThemeSwitch, window: QWidget) -> None:
        super().__init__(window)
        self._themes = themes
        self._groups: list[Group] = []
        self._read: Callable[[], list[Group]] = list
        self._focus_before: QWidget | None = None
        self._card = QFrame(self)
        self._card.setProperty("kind", "card")
        self._title = text_label("title")
        self.close_button = IconButton(themes, "close", "quiet", self)
        self.close_button.clicked.connect(self.put_away)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.close_button)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(32, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.installEventFilter(self)
        self.retranslate()
        self.hide()

    @property
    def groups(self) -> list[Group]:
        """What it shows."""
        return self._groups

    def toggle(self, read: Callable[[], list[Group]]) -> None:
        """Show the keys of now, or put the sheet away if it is there.

        Args:
            read: gives the keys in the language of now.
        """
        if self.isVisible():
            self.put_away()
            return
        self._read = read
        self._focus_before = self.window().focusWidget()
        self._fill()
        self.show()
        self.raise_()
        self.close_button.setFocus()

    def put_away(self) -> None:
        """Hide the sheet; where the focus was there may be another page by now."""
        before, self._focus_before = self._focus_before, None
        self.hide()
        (before if before is not None and before.isVisible() else self.window()).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Return put it away; no key reaches the page below."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.put_away()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card puts it away."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.put_away()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """The tabulator stays on the sheet."""
        other = self._scroll if self.close_button.hasFocus() else self.close_button
        other.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies below."""
        painter = QPainter(self)
        scrim = QColor("#000000")
        scrim.setAlphaF(0.6 if self._themes.is_dark else 0.35)
        painter.fillRect(QRectF(self.rect()), scrim)
        painter.end()

    def _fill(self) -> None:
        self._groups = self._read()
        self._scroll.setWidget(self._leaf())
        self._fit()

    def _fit(self) -> None:
        room = self.window().rect()
        self.setGeometry(room)
        width = min(_MOST_WIDTH, room.width() - 2 * _MARGIN)
        leaf = self._scroll.widget()
        wanted = (leaf.sizeHint().height() if leaf is not None else 0) + 128
        height = min(wanted, room.height() - 2 * _MARGIN)
        self._card.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)

    def _leaf(self) -> QWidget:
        """The groups, dealt into columns of about the same height."""
        leaf = QWidget(self)
        columns = QHBoxLayout(leaf)
        columns.setContentsMargins(0, 0, 16, 0)
        columns.setSpacing(48)
        layouts = [QVBoxLayout() for _ in range(_COLUMNS)]
        heights = [0] * _COLUMNS
        for layout in layouts:
            layout.setSpacing(24)
            columns.addLayout(layout, 1)
        for heading, keys in self._groups:
            shortest = heights.index(min(heights))
            layouts[shortest].addLayout(_group(heading, keys))
            heights[shortest] += len(keys) + 2
        for layout in layouts:
            layout.addStretch(1)
        return leaf

    def retranslate(self) -> None:
        """Put every text into the language of now; the keys themselves once the pages have followed it."""
        self._title.setText(self.tr("Keys"))
        self.setAccessibleName(self.tr("Keys"))
        self._scroll.setAccessibleName(self.tr("Keys"))
        self.close_button.setText(self.tr("Close"))
        if self.isVisible():
            QTimer.singleShot(0, self, self._fill)


def _group(heading: str, keys: Sequence[tuple[str, str]]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    title = text_label("section")
    title.setText(heading)
    column.addWidget(title)
    grid = QGridLayout()
    grid.setVerticalSpacing(8)
    grid.setHorizontalSpacing(16)
    grid.setColumnStretch(1, 1)
    for row, (key, words) in enumerate(keys):
        cap, what = QLabel(key), text_label("body", wrap=True)
        cap.setProperty("type", "key")
        cap.setTextFormat(Qt.TextFormat.PlainText)
        what.setText(words)
        grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(what, row, 1, Qt.AlignmentFlag.AlignVCenter)
    grid.setColumnMinimumWidth(0, 112)
    column.addLayout(grid)
    return column
