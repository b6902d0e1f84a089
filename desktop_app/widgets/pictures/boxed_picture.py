"""A picture with frames around what was seen on it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.pictures.picture_view import PictureView

_PEN, _HALO, _ROUND = 2.0, 4.0, 4.0


class BoxedPicture(PictureView):
    """Frames are told in shares of the picture's width and height: left, top, right, bottom."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.boxes: tuple[tuple[float, float, float, float], ...] = ()

    def show_boxes(self, image: QImage, boxes: Sequence[tuple[float, float, float, float]]) -> None:
        """Show this picture with these frames."""
        self.boxes = tuple(boxes)
        self.show_image(image)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, then each frame, with a light edge so that it shows on any ground."""
        super().paintEvent(event)
        if self.image.isNull() or not self.boxes:
            return
        size = self._fitted().deviceIndependentSize()
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for x0, y0, x1, y1 in self.boxes:
            frame = QRectF(
                left + x0 * size.width(),
                top + y0 * size.height(),
                (x1 - x0) * size.width(),
                (y1 - y0) * size.height(),
            )
            for width, colour in ((_HALO, "white"), (_PEN, self._themes.colours.bad)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawRoundedRect(frame, _ROUND, _ROUND)
        painter.end()
