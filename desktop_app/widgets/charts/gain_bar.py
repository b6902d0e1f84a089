"""A gain with its interval on a small scale: where nought is, and what is sure."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.look.theme import ThemeSwitch

_BAND = 8.0
_LABEL_PIXELS = 12


class GainBar(QWidget):
    """Green where the whole interval lies above nought, ochre where it does not."""

    def __init__(
        self, themes: ThemeSwitch, write: Callable[[float], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._write = write
        self._interval: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def show_interval(self, interval: tuple[float, float] | None) -> None:
        """Show it; nothing for None."""
        self._interval = interval
        self.setVisible(interval is not None)
        if interval is not None:
            self.setAccessibleDescription(f"{self._write(interval[0])} … {self._write(interval[1])}")
        self.update()

    def sizeHint(self) -> QSize:
        """A band with figures below it."""
        return QSize(280, 44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scale, nought and the interval."""
        if self._interval is None:
            return
        low, high = self._interval
        colours = self._themes.colours
        reach = max(abs(low), abs(high)) * 1.25 or 0.01
        first, last = min(0.0, low) - reach * 0.15, max(0.0, high) + reach * 0.15

        def x(value: float) -> float:
            return 24 + (self.width() - 48) * (value - first) / (last - first)

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = 12.0
        painter.setPen(QPen(QColor(colours.border), 2))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.good if low > 0 else colours.doubt))
        band = QRectF(x(low), middle - _BAND / 2, max(3.0, x(high) - x(low)), _BAND)
        painter.drawRoundedRect(band, _BAND / 2, _BAND / 2)
        painter.setPen(QPen(QColor(colours.outline), 2))
        painter.drawLine(QPointF(x(0), middle - 9), QPointF(x(0), middle + 9))
        font = QFont(self.font())
        font.setPixelSize(_LABEL_PIXELS)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        metrics = painter.fontMetrics()
        taken = [self._label(painter, x(0), "0")]
        for value in (low, high):
            text = self._write(value)
            room = metrics.horizontalAdvance(text) / 2 + 4
            if all(abs(x(value) - other) > room + width for other, width in taken):
                taken.append(self._label(painter, x(value), text))
        painter.end()

    def _label(self, painter: QPainter, x: float, text: str) -> tuple[float, float]:
        """Write ``text`` below ``x``; its middle and half its width."""
        half = painter.fontMetrics().horizontalAdvance(text) / 2 + 4
        centre = min(max(x, half), self.width() - half)
        painter.drawText(QRectF(centre - half, 24, 2 * half, 18), Qt.AlignmentFlag.AlignCenter, text)
        return centre, half
