"""A small chart of bars from nought up, painted in the colours of the theme."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.charts.chart import LINES, Chart, round_step

_BETWEEN_NAMES = 14.0
_WIDEST_BAR = 56.0


class BarChart(Chart):
    """One bar a name; the pointer on a bar says how much it is."""

    def __init__(
        self, themes: ThemeSwitch, write: Callable[[float], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, write, parent)
        self._bars: tuple[tuple[str, float], ...] = ()

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the title, the scale and the bars."""
        painter = self.painter()
        if self._bars:
            ticks = self._ticks()
            plot = self.plot(ticks)
            self.paint_scale(painter, plot, ticks)
            self._paint_bars(painter, plot, ticks[-1])
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

    def _ticks(self) -> list[float]:
        """The figures of the scale, from nought up."""
        highest = max((value for _name, value in self._bars), default=0.0)
        step = round_step(highest, LINES)
        if all(value == int(value) for _name, value in self._bars):
            step = max(1.0, step)  # of what is counted there is no half
        return [number * step for number in range(max(1, int(-(-highest // step))) + 1)]

    def _bar_at(self, x: int) -> int | None:
        plot = self.plot(self._ticks())
        if not self._bars or not plot.left() <= x < plot.right():
            return None
        return int((x - plot.left()) / (plot.width() / len(self._bars)))
