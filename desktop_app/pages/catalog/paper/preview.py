"""The page as it will be printed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.look.theme import ThemeSwitch

_EDGE = 8


class PagePreview(QWidget):
    """Shows an image of a page; who paints it asks :attr:`pixels` how wide it should be."""

    resized = Signal()

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._image = QImage()
        self._size: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 240)

    def sizeHint(self) -> QSize:
        """Room for a sheet."""
        return QSize(440, 560)

    def pixels(self, width: float, height: float) -> int:
        """How many pixels of this screen a page of this shape has across."""
        return max(1, round(self._place(width, height).width() * self.devicePixelRatioF()))

    @property
    def is_shown(self) -> bool:
        """Whether there is a page."""
        return self._size is not None

    @property
    def place(self) -> QRectF:
        """Where the page that is shown stands; nowhere without one."""
        return self._place(*self._size) if self._size is not None else QRectF()

    def show_page(self, image: QImage, size: tuple[float, float]) -> None:
        """Show a page of this width and height in millimetres."""
        self._image, self._size = image, size
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._image, self._size = QImage(), None
        self.update()

    def paint_over(self, painter: QPainter) -> None:
        """Whatever is to be seen on the page that is not printed."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The paper on the page's ground."""
        if self._size is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.place, self._image)
        painter.setPen(QPen(QColor(self._themes.colours.outline), 1))
        painter.drawRect(self.place)
        self.paint_over(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page of another size is wanted."""
        super().resizeEvent(event)
        self.resized.emit()

    def _place(self, width: float, height: float) -> QRectF:
        """Where a page of this shape stands: in the middle, as large as there is room."""
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        scale = min(room.width() / width, room.height() / height)
        place = QRectF(0, 0, width * scale, height * scale)
        place.moveCenter(room.center())
        return place
