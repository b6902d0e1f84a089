"""A picture with boxes on it, each with a few words; one of them is chosen, by the mouse or the arrows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.imaging.cut import Box
from desktop_app.look.painting import lines_of
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.pictures.box_moves import ARROWS
from desktop_app.widgets.pictures.cut_paint import paint_frame
from desktop_app.widgets.pictures.picture_view import PictureView

_PAD = 5.0
_LINED = 5
"""So many lines high a box is before its name takes two of them."""


@dataclass(frozen=True, slots=True)
class NamedBox:
    """A part of the picture, and what is said of it; what is not sure is drawn dashed."""

    box: Box
    name: str
    is_sure: bool


class BoxesView(PictureView):
    """Keys: an arrow goes to the next box in its direction, Enter opens it, as a double click does."""

    chosen = Signal(int)
    """The place of the box that is chosen now."""
    opened = Signal(int)

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._colours = themes
        self._boxes: tuple[NamedBox, ...] = ()
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def current(self) -> int:
        """The place of the box that is chosen; -1 for none."""
        return self._current

    def show_boxes(self, image: QImage, boxes: Sequence[NamedBox]) -> None:
        """Show these boxes on ``image``; none is chosen."""
        self._boxes, self._current = tuple(boxes), -1
        self.show_image(image)

    def choose(self, place: int) -> None:
        """Choose a box by its place."""
        if place != self._current and -1 <= place < len(self._boxes):
            self._current = place
            self.setAccessibleDescription(self._boxes[place].name if place >= 0 else "")
            self.update()
            self.chosen.emit(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the smallest box below the pointer."""
        self.choose(self._at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        if self._at(event.position()) >= 0:
            self.opened.emit(self._at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if event.key() in ARROWS and self._boxes:
            self.choose(self._towards(*ARROWS[Qt.Key(event.key())]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Something is chosen where the arrows begin."""
        super().focusInEvent(event)
        if self._current < 0 and self._boxes and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.choose(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, its boxes and their names; the chosen one last, above the others."""
        super().paintEvent(event)
        if self.image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        order = [place for place in range(len(self._boxes)) if place != self._current]
        for place in [*order, *([self._current] if self._current >= 0 else [])]:
            self._paint_box(painter, self._boxes[place], is_current=place == self._current)
        painter.end()

    def _paint_box(self, painter: QPainter, one: NamedBox, *, is_current: bool) -> None:
        colours = self._colours.colours
        room = self._on_screen(one.box)
        accent = QColor(colours.accent if one.is_sure else colours.doubt)
        paint_frame(painter, room, accent, dashed=not one.is_sure)
        if is_current:
            painter.setPen(QPen(accent, 4))
            painter.drawRect(room)
        metrics = painter.fontMetrics()
        wide = max(room.width(), 34.0) if not is_current else max(room.width(), 160.0)
        # Names of one brand begin alike: what tells them apart is on the second line.
        count = 2 if room.height() >= _LINED * metrics.height() else 1
        inside = wide - 2 * _PAD
        lines = [
            metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(inside))
            for line in lines_of(one.name, painter.font(), inside, count)
        ]
        width = max((metrics.horizontalAdvance(line) for line in lines), default=0)
        label = QRectF(room.left(), room.top(), width + 2 * _PAD, len(lines) * metrics.height() + 2)
        label.moveRight(min(label.right(), float(self.width())))
        painter.fillRect(label, accent)
        painter.setPen(QColor(colours.on_accent if one.is_sure else colours.background))
        inner = label.adjusted(_PAD, 0, 0, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))

    def _towards(self, right: int, down: int) -> int:
        """The nearest box in a direction; the first where none was chosen yet."""
        if self._current < 0:
            return 0
        here = _middle(self._boxes[self._current].box)
        best, least = self._current, float("inf")
        for place, one in enumerate(self._boxes):
            way = _middle(one.box) - here
            ahead = way.x() * right + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * right)
            if ahead > 0.005 and ahead + 2 * aside < least:
                best, least = place, ahead + 2 * aside
        return best

    def _at(self, position: QPointF) -> int:
        hit = [n for n, one in enumerate(self._boxes) if self._on_screen(one.box).contains(position)]
        return min(hit, key=lambda n: self._boxes[n].box.width * self._boxes[n].box.height, default=-1)

    def _on_screen(self, box: Box) -> QRectF:
        size = QSizeF(self._fitted().deviceIndependentSize())
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(
            left + box.left * size.width(),
            top + box.top * size.height(),
            box.width * size.width(),
            box.height * size.height(),
        )


def _middle(box: Box) -> QPointF:
    return QPointF((box.left + box.right) / 2, (box.top + box.bottom) / 2)
