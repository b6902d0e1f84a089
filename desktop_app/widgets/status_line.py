"""The line at the window's foot: how much is in the shop, what it runs on, what is under way or done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from desktop_app.look.tool_tip import plain_tip


class StatusLine(QWidget):
    """Plain texts, left what is searched, right what searches; what is under way takes the place of that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(36)
        self._under_way = self._told = self._limit = ""
        self.counts = QLabel(self)
        self.limit = QLabel(self)
        self.hub = QPushButton(self)
        self.note = QPushButton(self)
        self.activity = QPushButton(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.model = QLabel(self)
        self.device = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        row.addWidget(self.counts)
        row.addWidget(self.limit)
        row.addWidget(self.hub)
        row.addStretch(1)
        for widget in (self.note, self.activity, self.bar, self.model, self.device):
            row.addWidget(widget)
        for label in (self.counts, self.limit, self.model, self.device):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for button in (self.hub, self.note, self.activity):
            button.setFlat(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoDefault(False)
        self.hub.hide()
        self.note.hide()
        self.limit.hide()
        self.show_idle()

    def show_limit(self, text: str) -> None:
        """Say what cannot be done in this shop, as long as it is open; nothing for an empty text."""
        self._limit = text
        self._write()
        self.limit.setVisible(bool(text))

    def show_hub(self, text: str, *, whole: str) -> None:
        """Say how the shop stands with its hub, all of it as a tip; nothing for an empty text."""
        self.hub.setText(text.replace("&", "&&"))
        self.hub.setAccessibleName(text)
        self.hub.setToolTip(plain_tip(whole))
        self.hub.setVisible(bool(text))

    def show_note(self, text: str) -> None:
        """Tell something that happened while nobody looked, until it is read; nothing for an empty text."""
        self._told = text
        self._write()
        self.note.setVisible(bool(text))

    def show_progress(self, text: str, done: int, total: int) -> None:
        """Say what is under way and how far; a total of 0 means that nobody knows."""
        self._under_way = text
        self._write()
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setAccessibleName(text)
        self._show(busy=True)

    def show_idle(self) -> None:
        """Nothing is under way."""
        self._under_way = ""
        self._write()
        self._show(busy=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A text that has no room is cut in its middle, and whole as a tip."""
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        room = self.width() - self.bar.width() - self.counts.sizeHint().width() - 160
        room -= self.hub.sizeHint().width() if self.hub.isVisible() else 0
        texts = ((self.activity, self._under_way), (self.note, self._told), (self.limit, self._limit))
        room //= max(1, sum(bool(text) for _widget, text in texts))
        for widget, text in texts:
            shown = widget.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, max(120, room))
            widget.setText(shown if widget is self.limit else shown.replace("&", "&&"))
            widget.setAccessibleName(text)
            widget.setToolTip(plain_tip(text))

    def _show(self, *, busy: bool) -> None:
        self.activity.setVisible(busy)
        self.bar.setVisible(busy)
        for label in (self.model, self.device):
            label.setVisible(not busy)
