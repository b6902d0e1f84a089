"""A small chart of bars from nought up, painted in the colours of the theme."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.charts.line_chart import round_step

_TOP, _BOTTOM, _GAP = 30.0, 24.0, 8.0
_LINES = 4
_LABEL_PIXELS = 12
_TITLE_PIXELS = 13
_BETWEEN_NAMES = 14.0
_WIDEST_BAR = 56.0


class BarChart(QWidget):
    """One bar a name; the pointer on a bar says how much it is.

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
        self._bars: tuple[tuple[str, float], ...] = ()
        self.setMinimumSize(220, 150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self.update)

    @property
    def bars(self) -> tuple[tuple[str, float], ...]:
        """What is drawn."""
        return self._bars

    def show_bars(self, title: str, bars: Sequence[tuple[str, float]]) -> None:
        """Draw names with their values; a value below nought has no bar."""
        self._title, self._bars = title, tuple(bars)
        self.setAccessibleName(title)
        self.setAccessibleDescription(", ".join(f"{name} {self._write(value)}" for name, value in bars))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide rather than high."""
        return QSize(360, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the title, the scale and the bars."""
        colours = self._themes.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font(_TITLE_PIXELS, bold=True))
        painter.setPen(QColor(colours.muted))
        painter.drawText(QRectF(0, 0, self.width(), 20), Qt.AlignmentFlag.AlignLeft, self._title)
        painter.setFont(self._font(_LABEL_PIXELS))
        plot, high, step = self._plot()
        if self._bars:
            tick = 0.0
            while tick <= high * 1.001:
                y = plot.bottom() - plot.height() * tick / high
                painter.setPen(QPen(QColor(colours.border), 1))
                painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
                painter.setPen(QColor(colours.muted))
                room = QRectF(0, y - 10, plot.left() - _GAP, 20)
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(room, right, self._write(tick))
                tick += step
            self._paint_bars(painter, plot, high)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Say how much the bar below the pointer is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._bar_at(event.pos().x())
            if place is not None:
                name, value = self._bars[place]
                QToolTip.showText(event.globalPos(), f"{name}: {self._write(value)}", self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _paint_bars(self, painter: QPainter, plot: QRectF, high: float) -> None:
        colours = self._themes.colours
        each = plot.width() / len(self._bars)
        wide = min(_WIDEST_BAR, max(1.0, each * 0.72))
        metrics = painter.fontMetrics()
        longest = max(metrics.horizontalAdvance(name) for name, _value in self._bars) + _BETWEEN_NAMES
        every = max(1, -(-int(longest) // max(1, int(each))))
        for place, (name, value) in enumerate(self._bars):
            middle = plot.left() + each * (place + 0.5)
            if value > 0:
                tall = max(1.5, plot.height() * value / high)
                bar = QRectF(middle - wide / 2, plot.bottom() - tall, wide, tall)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.accent))
                painter.drawRoundedRect(bar, min(3.0, wide / 4), min(3.0, wide / 4))
            if place % every == 0:
                painter.setPen(QColor(colours.muted))
                half = max(longest, each) / 2
                left = min(max(middle - half, 0.0), self.width() - 2 * half)
                painter.drawText(
                    QRectF(left, plot.bottom() + 4, 2 * half, 18), Qt.AlignmentFlag.AlignCenter, name
                )

    def _plot(self) -> tuple[QRectF, float, float]:
        """Where the bars stand, the top of the scale, and its step."""
        highest = max((value for _name, value in self._bars), default=0.0)
        step = round_step(max(highest, 1e-9), _LINES) if highest > 0 else 1.0
        high = step * max(1, -(-highest // step))
        metrics = QFontMetricsF(self._font(_LABEL_PIXELS))
        left = max(metrics.horizontalAdvance(self._write(high)), metrics.horizontalAdvance("0")) + _GAP
        return (
            QRectF(
                left, _TOP, max(1.0, self.width() - left - _GAP), max(1.0, self.height() - _TOP - _BOTTOM)
            ),
            high,
            step,
        )

    def _bar_at(self, x: int) -> int | None:
        plot, _high, _step = self._plot()
        if not self._bars or not plot.left() <= x < plot.right():
            return None
        return int((x - plot.left()) / (plot.width() / len(self._bars)))

    def _font(self, pixels: int, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setBold(bold)
        return font
