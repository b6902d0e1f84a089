"""How the marked part of a picture is painted: its frame and its handles."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.widgets.pictures.box_moves import Edges

HANDLE = 12.0


def handle_at(box: QRectF, edges: Edges) -> QPointF:
    """The middle of the handle on these edges of ``box``."""
    return box.center() + QPointF(edges[0] * box.width() / 2, edges[1] * box.height() / 2)


def paint_frame(painter: QPainter, box: QRectF, colour: QColor, *, dashed: bool) -> None:
    """A frame with white below, so that the line is seen on every picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("white"), 4))
    painter.drawRect(box)
    pen = QPen(colour, 2)
    if dashed:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.drawRect(box)


def paint_handle(painter: QPainter, middle: QPointF, colour: QColor) -> None:
    """A small square to take hold of."""
    square = QRectF(0, 0, HANDLE, HANDLE)
    square.moveCenter(middle)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(QColor("white"))
    painter.drawRoundedRect(square, 3, 3)
