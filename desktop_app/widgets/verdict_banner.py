"""The verdict in plain words, the first thing the eye meets."""

from html import escape
from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.look.icons import paint_icon
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.chip import Tone, tone_colours
from desktop_app.widgets.labels import text_label

Mark = Literal["match", "unsure", "unknown", "error", "search", "stock"]

_TONES: dict[Mark, Tone] = {
    "match": "good",
    "unsure": "doubt",
    "unknown": "bad",
    "error": "bad",
    "search": "neutral",
    "stock": "neutral",
}


class _MarkBadge(QWidget):
    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.mark: Mark = "search"
        self.setFixedSize(56, 56)
        themes.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        foreground, ground = tone_colours(self._themes.colours, _TONES[self.mark])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()), 16, 16)
        paint_icon(painter, QRectF(14, 14, 28, 28), self.mark, foreground)
        painter.end()


class VerdictBanner(QWidget):
    """A mark, a headline and a line below it."""

    taken_up = Signal()
    """What was offered in the line is wanted."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = _MarkBadge(themes, self)
        self.headline = text_label("display", wrap=True)
        self.detail = text_label("muted", wrap=True)
        self.detail.linkActivated.connect(lambda _link: self.taken_up.emit())
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.headline)
        words.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, mark: Mark, headline: str, detail: str) -> None:
        """Show this; a screen reader reads it as one."""
        self._badge.mark = mark
        self._badge.update()
        self.headline.setText(headline)
        self.detail.setMinimumHeight(0)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.setAccessibleName(f"{headline} {detail}".strip())

    def offer(self, text: str, link: str) -> None:
        """Say this in the line below the headline instead, with a link; nothing below it moves for that."""
        self.detail.setMinimumHeight(self.detail.height() if self.detail.isVisible() else 0)
        self.detail.setTextFormat(Qt.TextFormat.RichText)
        self.detail.setText(f'{escape(text)} <a href="#"><b>{escape(link)}</b></a>')
        self.setAccessibleName(f"{self.headline.text()} {text} {link}")
