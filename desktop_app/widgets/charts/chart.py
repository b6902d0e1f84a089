"""What the charts have in common: their type, the heading over them, and the scale at their left."""

from collections.abc import Callable, Sequence
from math import floor, isfinite, log10

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.look.theme import ThemeSwitch

TOP, BOTTOM, GAP = 32.0, 24.0, 8.0
"""Above the plot, below it, and between it and what stands beside it."""
LINES = 4
"""Into how many parts a scale is divided at most."""
_LABEL_PIXELS = 12
_HEADING_PIXELS = 13


def round_step(span: float, lines: int) -> float:
    """A step of 1, 2, 2.5 or 5 times a power of ten that divides ``span`` into at most ``lines`` parts."""
    if span <= 0 or not isfinite(span):
        return 1.0
    rough = span / lines
    power: float = 10.0 ** floor(log10(rough))
    return next(step * power for step in (1.0, 2.0, 2.5, 5.0, 10.0) if step * power >= rough * 0.999)


class Chart(QWidget):
    """Follows the theme; wider than high.

    Args:
        write: a value in the figures of the user's language.
    """

    def __init__(
        self, themes: ThemeSwitch, write: Callable[[float], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._write = write
        self._title = ""
        self.setMinimumSize(220, 140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Wide rather than high."""
        return QSize(360, 200)

    def painter(self, newest: str = "") -> QPainter:
        """Begin to paint: the heading is there, ``newest`` at its right, and labels come next."""
        colours = self._themes.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font(_HEADING_PIXELS, bold=True))
        room = QRectF(0, 0, self.width() - GAP, 20)
        painter.setPen(QColor(colours.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._title)
        painter.setPen(QColor(colours.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, newest)
        painter.setFont(self._font(_LABEL_PIXELS))
        painter.setPen(QColor(colours.muted))
        return painter

    def plot(self, ticks: Sequence[float]) -> QRectF:
        """Where values are drawn, beside the widest of the scale's figures."""
        metrics = QFontMetricsF(self._font(_LABEL_PIXELS))
        left = max(metrics.horizontalAdvance(self._write(tick)) for tick in ticks) + GAP
        return QRectF(left, TOP, max(1.0, self.width() - left - GAP), max(1.0, self.height() - TOP - BOTTOM))

    def paint_scale(self, painter: QPainter, plot: QRectF, ticks: Sequence[float]) -> None:
        """A line and a figure for each of ``ticks``, from the lowest to the highest."""
        colours = self._themes.colours
        low, high = ticks[0], ticks[-1]
        for tick in ticks:
            y = plot.bottom() - plot.height() * (tick - low) / (high - low)
            painter.setPen(QPen(QColor(colours.border), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(colours.muted))
            room = QRectF(0, y - 10, plot.left() - GAP, 20)
            sides = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, sides, self._write(tick))

    def _font(self, pixels: int, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font
