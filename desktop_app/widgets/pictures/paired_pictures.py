"""Two pictures side by side, zoomed and panned together, with what matches between them.

Knows pictures and places in them, as shares of width and height; nothing of how they were matched.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.look.painting import SMOOTH
from desktop_app.look.theme import ThemeSwitch

GAP = 16
_RADIUS = 12.0
_MOST_ZOOM = 8.0
_STEP = 1.25
_MARK = 9.0
_SHADE = QColor(10, 12, 18, 165)
MARKS = ("#ffd23f", "#3fd0ff", "#ff6bb5", "#7dff8a", "#ff9d3f", "#c9a0ff")
"""Of pairs, one after another: bright on the shaded picture, each with a dark rim."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two.

    Attributes:
        image: the picture.
        square: the part that was looked at, in shares of the picture; null for all of it.
        shade: how dark each place of the square is to be, any size, premultiplied; null for no map.
        marks: places in shares of the picture; those with the same number on both sides belong together.
        outline: corners of a part, in shares of the picture, around which a line is always drawn.
    """

    image: QImage = field(default_factory=QImage)
    square: QRectF = field(default_factory=QRectF)
    shade: QImage = field(default_factory=QImage)
    marks: Sequence[QPointF] = ()
    outline: Sequence[QPointF] = ()


class PairedPictures(QWidget):
    """The wheel and + − zoom, dragging and the arrows with Shift pan, 0 or a double click shows all."""

    zoomed = Signal(float)

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._sides = (Side(), Side())
        self._zoom = 1.0
        self._centre = QPointF(0.5, 0.5)
        self._grabbed: QPointF | None = None
        self.shows_match = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setMinimumHeight(180)
        themes.changed.connect(self.update)

    @property
    def zoom(self) -> float:
        """1 shows both pictures whole."""
        return self._zoom

    @property
    def theirs(self) -> QImage:
        """The picture on the right."""
        return self._sides[1].image

    def show_sides(self, first: Side, second: Side) -> None:
        """Show these two; where one looks stays as it is."""
        self._sides = first, second
        self.update()

    def set_shows_match(self, shown: bool) -> None:
        """Show or hide what matches."""
        self.shows_match = shown
        self.update()

    def show_all(self) -> None:
        """Both pictures whole."""
        self._centre = QPointF(0.5, 0.5)
        self._set_zoom(1.0)

    def zoom_by(self, factor: float) -> None:
        """Nearer above 1, farther below it."""
        self._set_zoom(self._zoom * factor)

    def sizeHint(self) -> QSize:
        """Room for two small pictures; layouts give more."""
        return QSize(720, 400)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom."""
        steps = event.angleDelta().y() / 120
        if steps:
            self.zoom_by(_STEP**steps)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of both."""
        self._grabbed = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan both."""
        if self._grabbed is not None:
            moved = event.position() - self._grabbed
            self._grabbed = event.position()
            self._pan(moved)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._grabbed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Show all."""
        self.show_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom and pan by keyboard."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        pans = {
            Qt.Key.Key_Left: QPointF(48, 0),
            Qt.Key.Key_Right: QPointF(-48, 0),
            Qt.Key.Key_Up: QPointF(0, 48),
            Qt.Key.Key_Down: QPointF(0, -48),
        }
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / _STEP)
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif shifted and key in pans:
            self._pan(pans[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both pictures, then what connects them."""
        painter = QPainter(self)
        painter.setRenderHints(SMOOTH)
        for side, frame in zip(self._sides, self._frames(), strict=True):
            self._paint_side(painter, side, frame)
        if self.shows_match:
            self._paint_pairs(painter)
        painter.end()

    def _frames(self) -> tuple[QRectF, QRectF]:
        half = (self.width() - GAP) / 2
        return (QRectF(0, 0, half, self.height()), QRectF(half + GAP, 0, half, self.height()))

    def _place(self, side: Side, frame: QRectF) -> QRectF:
        """Where the picture lies: its point ``centre`` stands in the middle of the frame."""
        size = (
            side.image.size().toSizeF().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio) * self._zoom
        )
        place = QRectF(frame.center(), size)
        place.translate(-self._centre.x() * size.width(), -self._centre.y() * size.height())
        return place

    def _paint_side(self, painter: QPainter, side: Side, frame: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter.fillPath(shape, QColor(self._themes.colours.raised))
        if side.image.isNull():
            return
        painter.save()
        painter.setClipPath(shape)
        place = self._place(side, frame)
        painter.drawImage(place, side.image)
        if self.shows_match and not side.shade.isNull():
            square = _within(place, side.square)
            painter.drawImage(square, side.shade, QRectF(side.shade.rect()))
            around = QPainterPath()
            around.addRect(place)
            inside = QPainterPath()
            inside.addRect(square)
            painter.fillPath(around.subtracted(inside), _SHADE)
        if side.outline:
            corners = QPolygonF([_point(place, corner) for corner in side.outline])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for pen in (QPen(QColor(10, 12, 18, 200), 5), QPen(QColor(MARKS[0]), 2.5)):
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.setPen(pen)
                painter.drawPolygon(corners)
        painter.restore()

    def _paint_pairs(self, painter: QPainter) -> None:
        frames = self._frames()
        places = [self._place(side, frame) for side, frame in zip(self._sides, frames, strict=True)]
        for number, (first, second) in enumerate(
            zip(self._sides[0].marks, self._sides[1].marks, strict=False)
        ):
            ends = [_point(place, mark) for place, mark in zip(places, (first, second), strict=True)]
            if not all(frame.contains(end) for frame, end in zip(frames, ends, strict=True)):
                continue
            colour = QColor(MARKS[number % len(MARKS)])
            for pen in (QPen(QColor(10, 12, 18, 200), 4), QPen(colour, 2)):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                thin = QPen(pen.color(), pen.widthF() - 0.5)
                thin.setStyle(Qt.PenStyle.SolidLine)
                painter.setPen(thin)
                painter.drawLine(ends[0], ends[1])
                painter.setPen(pen)
                for end in ends:
                    painter.drawEllipse(end, _MARK, _MARK)

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = max(1.0, min(_MOST_ZOOM, zoom))
        self._pan(QPointF(0, 0))
        self.zoomed.emit(self._zoom)

    def _pan(self, moved: QPointF) -> None:
        """Move both by as many pixels of the first; neither leaves its frame's middle."""
        size = self._place(self._sides[0], self._frames()[0]).size()
        if size.isEmpty():
            return
        self._centre = QPointF(
            _bounded(self._centre.x() - moved.x() / size.width(), self._zoom),
            _bounded(self._centre.y() - moved.y() / size.height(), self._zoom),
        )
        self.update()


def _bounded(centre: float, zoom: float) -> float:
    edge = 0.5 / zoom
    return min(1 - edge, max(edge, centre))


def _within(place: QRectF, part: QRectF) -> QRectF:
    if part.isNull():
        return place
    return QRectF(
        place.left() + part.left() * place.width(),
        place.top() + part.top() * place.height(),
        part.width() * place.width(),
        part.height() * place.height(),
    )


def _point(place: QRectF, share: QPointF) -> QPointF:
    return QPointF(place.left() + share.x() * place.width(), place.top() + share.y() * place.height())
