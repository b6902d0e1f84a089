"""A picture of which a part can be marked: by eight handles, by drawing, by the keyboard.

The picture is shown turned as the cut says; what lies outside the box is dimmed, never taken away. Everything
here is painting: what is done with the cut is told by a signal.
"""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from core.imaging.cut import WHOLE, WHOLE_BOX, Box, Cut
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.pictures.box_moves import ARROWS, HANDLES, LEAST, Edges, dragged, grown, resized
from desktop_app.widgets.pictures.cut_paint import handle_at, paint_frame, paint_handle
from desktop_app.widgets.pictures.picture_view import PictureView

_REACH = 14.0
"""Pixels around a handle's middle in which it is taken: together a target of 28."""
_STEP = 0.02
"""Share of a side by which a key moves or resizes the box."""
_DIM = 150

_CURSORS = {
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, 0): Qt.CursorShape.SizeAllCursor,
}


class CutView(PictureView):
    """Keys: arrows move the box, with Shift they move its lower right corner; + and − grow and shrink it;
    [ and ] turn; Escape takes the whole picture; Ctrl+Z goes back a step.
    """

    cut_changed = Signal(object)
    """The Cut as the hand has it now; also while it is dragged."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._colours = themes
        self._source = QImage()
        self._looks = (0, 0)  # the picture that is shown, and how it is turned
        self._cut = WHOLE
        self._steps: list[Cut] = []
        self._hint: Box | None = None
        self._grip: Edges | None = None
        self._from = QPointF()
        self._box_then = WHOLE_BOX
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def cut(self) -> Cut:
        """What is marked."""
        return self._cut

    def show_picture(self, image: QImage, cut: Cut) -> None:
        """Show ``image`` (unturned) with this part marked; another picture forgets the steps taken."""
        if image.cacheKey() != self._source.cacheKey():
            self._steps.clear()
        elif cut == self._cut:
            return
        self._source = image
        self._apply(cut)

    def show_hint(self, box: Box | None) -> None:
        """Outline a part that could be chosen."""
        self._hint = box
        self.update()

    def choose(self, cut: Cut) -> None:
        """Mark this, as the user's own step."""
        if self._source.isNull() or cut == self._cut:
            return
        self._steps.append(self._cut)
        self._apply(cut)
        self.cut_changed.emit(cut)

    def turn(self, quarters: int) -> None:
        """Turn the picture clockwise by so many right angles."""
        self.choose(self._cut.turned(quarters))

    def take_whole(self) -> None:
        """Mark the whole picture; it stays turned as it is."""
        self.choose(Cut(WHOLE_BOX, self._cut.quarters))

    def step_back(self) -> None:
        """Mark what was marked before."""
        if self._steps:
            cut = self._steps.pop()
            self._apply(cut)
            self.cut_changed.emit(cut)

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a handle, the box, or begin a new box."""
        if event.button() != Qt.MouseButton.LeftButton or self.image.isNull():
            return
        self._from = event.position()
        self._steps.append(self._cut)
        self._grip = self._grip_at(self._from)
        self._box_then = self._box
        if self._grip is None:
            corner = self._share(self._from)
            self._box_then = Box(corner.x(), corner.y(), corner.x(), corner.y())
            self._grip = (1, 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self._grip is None:
            grip = self._grip_at(event.position())
            self.setCursor(Qt.CursorShape.CrossCursor if grip is None else _CURSORS[grip])
            return
        way = self._share(event.position()) - self._share(self._from)
        self._drag(way.x(), way.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the box where it is; a mere click marks nothing."""
        if self._grip is None:
            return
        self._grip = None
        if (event.position() - self._from).manhattanLength() < 4:
            before = self._steps.pop()
            if before != self._cut:
                self._apply(before)
                self.cut_changed.emit(before)
        elif self._steps and self._steps[-1] == self._cut:
            self._steps.pop()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The whole picture again."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.take_whole()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        key, shifted = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        box = self._box
        if self.image.isNull():
            super().keyPressEvent(event)
        elif key in ARROWS:
            right, down = (_STEP * way for way in ARROWS[Qt.Key(key)])
            self._mark(resized(box, right, down) if shifted else box.moved(right, down))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._mark(grown(box, _STEP))
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self._mark(grown(box, -_STEP))
        elif key == Qt.Key.Key_BracketLeft:
            self.turn(-1)
        elif key == Qt.Key.Key_BracketRight:
            self.turn(1)
        elif key == Qt.Key.Key_Escape and not box.is_whole:
            self.take_whole()
        elif key == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.step_back()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the handles."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide them where nothing is marked."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, what is not meant dimmed, the box with its handles."""
        super().paintEvent(event)
        if self.image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(self._colours.colours.accent)
        box = self._on_screen(self._box)
        if not self._box.is_whole:
            outside = QPainterPath()
            outside.addRect(self._picture())
            inside = QPainterPath()
            inside.addRect(box)
            painter.fillPath(outside - inside, QColor(0, 0, 0, _DIM))
        if self._hint is not None:
            paint_frame(painter, self._on_screen(self._hint.turned(self._cut.quarters)), accent, dashed=True)
        if not self._box.is_whole or self.hasFocus():
            paint_frame(painter, box, accent, dashed=False)
            for edges in HANDLES:
                paint_handle(painter, handle_at(box, edges), accent)
        painter.end()

    # Inside

    @property
    def _box(self) -> Box:
        """The marked part in the picture as it is shown, turned."""
        return self._cut.box.turned(self._cut.quarters)

    def _apply(self, cut: Cut) -> None:
        looks = (self._source.cacheKey(), cut.quarters)
        self._cut = cut
        if looks != self._looks:
            self._looks = looks
            way = QTransform().rotate(90 * cut.quarters)
            self.show_image(self._source.transformed(way) if cut.quarters else self._source)
        self.update()

    def _mark(self, box: Box) -> None:
        """Mark a part of the picture as it is shown."""
        self.choose(Cut(box.within(LEAST).turned(-self._cut.quarters), self._cut.quarters))

    def _drag(self, right: float, down: float) -> None:
        grip, then = self._grip, self._box_then
        if grip == (0, 0):
            box = then.moved(right, down)
        elif grip is not None:
            box = dragged(then, grip, right, down)
        else:
            return
        cut = Cut(box.turned(-self._cut.quarters), self._cut.quarters)
        if cut != self._cut:
            self._apply(cut)
            self.cut_changed.emit(cut)

    def _grip_at(self, position: QPointF) -> Edges | None:
        """The handle at ``position``, (0, 0) inside the box, None where a new box would begin."""
        box = self._on_screen(self._box)
        if not self._box.is_whole or self.hasFocus():
            for edges in HANDLES:
                reach = handle_at(box, edges) - position
                if abs(reach.x()) <= _REACH and abs(reach.y()) <= _REACH:
                    return edges
        return (0, 0) if not self._box.is_whole and box.contains(position) else None

    def _picture(self) -> QRectF:
        """Where the picture lies in the widget."""
        size = QSizeF(self._fitted().deviceIndependentSize())
        return QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )

    def _on_screen(self, box: Box) -> QRectF:
        room = self._picture()
        return QRectF(
            room.left() + box.left * room.width(),
            room.top() + box.top * room.height(),
            box.width * room.width(),
            box.height * room.height(),
        )

    def _share(self, position: QPointF) -> QPointF:
        room = self._picture()
        across = (position.x() - room.left()) / max(1.0, room.width())
        down = (position.y() - room.top()) / max(1.0, room.height())
        return QPointF(min(max(across, 0.0), 1.0), min(max(down, 0.0), 1.0))
