"""A small chart of one curve, painted in the colours of the theme: enough to watch a lesson learn."""

from collections.abc import Callable, Sequence
from math import floor, isfinite, log10

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.look.theme import ThemeSwitch

Point = tuple[float, float]

_TOP, _BOTTOM, _GAP = 32.0, 24.0, 8.0
_LINES = 4
_LABEL_PIXELS = 12
_FRAME_PIXELS = 13


def round_step(span: float, lines: int) -> float:
    """A step of 1, 2, 2.5 or 5 times a power of ten that divides ``span`` into at most ``lines`` parts."""
    if span <= 0 or not isfinite(span):
        return 1.0
    rough = span / lines
    power: float = 10.0 ** floor(log10(rough))
    return next(step * power for step in (1.0, 2.0, 2.5, 5.0, 10.0) if step * power >= rough * 0.999)


class LineChart(QWidget):
    """One curve over its steps, its newest value in words, and a line to beat where there is one.

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
        self._mark_title = ""
        self._nothing = ""
        self._points: tuple[Point, ...] = ()
        self._mark: float | None = None
        self._end = 0.0
        self.setMinimumSize(240, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self.update)

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

    def sizeHint(self) -> QSize:
        """Wide rather than high."""
        return QSize(360, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame of reference, the line to beat, the curve and its newest value."""
        colours = self._themes.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heading(painter)
        values = [value for _step, value in self._points]
        if self._mark is not None:
            values.append(self._mark)
        if not values:
            painter.setPen(QColor(colours.muted))
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._nothing)
            painter.end()
            return
        low, high, step = _range(values)
        metrics = QFontMetricsF(self._font(_LABEL_PIXELS))
        ticks = [low + number * step for number in range(round((high - low) / step) + 1)]
        left = max(metrics.horizontalAdvance(self._write(tick)) for tick in ticks) + _GAP
        plot = QRectF(left, _TOP, self.width() - left - _GAP, self.height() - _TOP - _BOTTOM)
        last = max([self._end, *(at for at, _value in self._points)]) or 1.0

        def place(at: float, value: float) -> QPointF:
            return QPointF(
                plot.left() + plot.width() * at / last,
                plot.bottom() - plot.height() * (value - low) / (high - low),
            )

        self._paint_grid(painter, plot, ticks, place)
        if self._mark is not None:
            pen = QPen(QColor(colours.outline), 1.5, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(place(0, self._mark), place(last, self._mark))
        self._paint_curve(painter, [place(at, value) for at, value in self._points])
        painter.end()

    def _paint_heading(self, painter: QPainter) -> None:
        colours = self._themes.colours
        painter.setFont(self._font(_FRAME_PIXELS, bold=True))
        room = QRectF(0, 0, self.width() - _GAP, 20)
        painter.setPen(QColor(colours.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._title)
        if self._points:
            painter.setPen(QColor(colours.text))
            newest = self._write(self._points[-1][1])
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, newest)

    def _paint_grid(
        self,
        painter: QPainter,
        plot: QRectF,
        ticks: Sequence[float],
        place: Callable[[float, float], QPointF],
    ) -> None:
        colours = self._themes.colours
        painter.setFont(self._font(_LABEL_PIXELS))
        for tick in ticks:
            y = place(0, tick).y()
            painter.setPen(QPen(QColor(colours.border), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(colours.muted))
            room = QRectF(0, y - 10, plot.left() - _GAP, 20)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._write(tick)
            )
        if self._mark is not None and self._mark_title:
            painter.setPen(QColor(colours.muted))
            room = QRectF(plot.left(), plot.bottom() + 2, plot.width(), _BOTTOM - 2)
            sides = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, sides, f"- - {self._mark_title} {self._write(self._mark)}")

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

    def _font(self, pixels: int, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

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
    step = round_step(high - low, _LINES)
    bottom = floor(low / step) * step
    top = bottom
    while top < high - step * 1e-6:
        top += step
    return bottom, top, step
