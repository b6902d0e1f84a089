"""The line at the window's foot: how much is in the shop, what it runs on, and progress."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget


class StatusLine(QWidget):
    """Plain texts, left what is searched, right what searches."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(36)
        self.counts = QLabel(self)
        self.activity = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.model = QLabel(self)
        self.device = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        row.addWidget(self.counts)
        row.addStretch(1)
        for widget in (self.activity, self.bar, self.model, self.device):
            row.addWidget(widget)
        for label in (self.counts, self.activity, self.model, self.device):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.show_idle()

    def show_progress(self, text: str, done: int, total: int) -> None:
        """Say what is under way and how far; a total of 0 means that nobody knows."""
        self.activity.setText(text)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setAccessibleName(text)
        self.activity.show()
        self.bar.show()

    def show_idle(self) -> None:
        """Nothing is under way."""
        self.activity.hide()
        self.bar.hide()
