"""A small chart of one curve, painted in the colours of the theme: enough to watch a lesson learn."""

from collections.abc import Callable, Sequence
from math import floor, isfinite

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.charts.chart import BOTTOM, LINES, Chart, round_step

Point = tuple[float, float]


class LineChart(Chart):
    """One curve over its steps, its newest value in words, and a line to beat where there is one."""

    def __init__(
        self, themes: ThemeSwitch, write: Callable[[float], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, write, parent)
        self._mark_title = ""
        self._nothing = ""
        self._points: tuple[Point, ...] = ()
        self._mark: float | None = None
        self._end = 0.0

    @property
    def points(self) -> tuple[Point, ...]:
        """What is drawn, by ascending step."""
        return self._points

    def name(self, title: str, mark: str, nothing: str) -> None:
        """Say what the curve and the line to beat are, and what stands there before the first point."""
        self._title, self._mark_title, self._nothing = title, mark, nothing
        self._describe()
        self.update()

    def show_points(self, points: Sequence[Point], *, mark: float | None = None, end: float = 0.0) -> None:
        """Draw (step, value) points; ``mark`` is the value to beat, ``end`` the last step that is planned."""
        self._points = tuple(point for point in points if isfinite(point[1]))
        self._mark, self._end = mark, end
        self._describe()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame of reference, the line to beat, the curve and its newest value."""
        painter = self.painter(self._write(self._points[-1][1]) if self._points else "")
        values = [value for _step, value in self._points]
        if self._mark is not None:
            values.append(self._mark)
        if not values:
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._nothing)
            painter.end()
            return
        low, high, step = _range(values)
        ticks = [low + number * step for number in range(round((high - low) / step) + 1)]
        plot = self.plot(ticks)
        last = max([self._end, *(at for at, _value in self._points)]) or 1.0

        def place(at: float, value: float) -> QPointF:
            return QPointF(
                plot.left() + plot.width() * at / last,
                plot.bottom() - plot.height() * (value - low) / (high - low),
            )

        self.paint_scale(painter, plot, ticks)
        if self._mark is not None:
            self._paint_mark(painter, plot, self._mark)
            pen = QPen(QColor(self._themes.colours.outline), 1.5, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(place(0, self._mark), place(last, self._mark))
        self._paint_curve(painter, [place(at, value) for at, value in self._points])
        painter.end()

    def _paint_mark(self, painter: QPainter, plot: QRectF, mark: float) -> None:
        if not self._mark_title:
            return
        painter.setPen(QColor(self._themes.colours.muted))
        room = QRectF(plot.left(), plot.bottom() + 2, plot.width(), BOTTOM - 2)
        sides = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, sides, f"- - {self._mark_title} {self._write(mark)}")

    def _paint_curve(self, painter: QPainter, places: Sequence[QPointF]) -> None:
        if not places:
            return
        accent = QColor(self._themes.colours.accent)
        path = QPainterPath(places[0])
        for point in places[1:]:
            path.lineTo(point)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.drawPath(path)
        painter.setBrush(accent)
        painter.drawEllipse(places[-1], 3, 3)

    def _describe(self) -> None:
        """What a screen reader says: the curve in one sentence."""
        self.setAccessibleName(self._title)
        if not self._points:
            self.setAccessibleDescription(self._nothing)
            return
        first, newest = self._write(self._points[0][1]), self._write(self._points[-1][1])
        mark = f"; {self._mark_title} {self._write(self._mark)}" if self._mark is not None else ""
        self.setAccessibleDescription(f"{first} → {newest}{mark}")


def _range(values: Sequence[float]) -> tuple[float, float, float]:
    """(lowest, highest, step) of the scale; never without height."""
    low, high = min(values), max(values)
    if high - low < 1e-9:
        low, high = low - abs(low) * 0.1 - 0.01, high + abs(high) * 0.1 + 0.01
    step = round_step(high - low, LINES)
    bottom = floor(low / step) * step
    top = bottom
    while top < high - step * 1e-6:
        top += step
    return bottom, top, step
