"""A picture that can be pressed: a sample, a photo of a product."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.look.theme import ThemeSwitch

_RADIUS = 12.0


class PictureTile(QAbstractButton):
    """A square button that is a picture; checked tiles keep a ring."""

    def __init__(self, themes: ThemeSwitch, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._pixmap = QPixmap()
        self.setFixedSize(side, side)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        themes.changed.connect(self.update)

    def show_pixmap(self, pixmap: QPixmap) -> None:
        """Show ``pixmap``, its edges cut off where it is not square."""
        self._pixmap = pixmap
        self.update()

    def sizeHint(self) -> QSize:
        """The fixed square."""
        return self.size()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture and, when it has the focus, the pointer or the choice, a ring."""
        colours = self._themes.colours
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        shape = QPainterPath()
        shape.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter.fillPath(shape, QColor(colours.raised))
        if not self._pixmap.isNull():
            painter.save()
            painter.setClipPath(shape)
            ratio = max(frame.width() / self._pixmap.width(), frame.height() / self._pixmap.height())
            place = QRectF(0, 0, self._pixmap.width() * ratio, self._pixmap.height() * ratio)
            place.moveCenter(frame.center())
            painter.drawPixmap(place, self._pixmap, QRectF(self._pixmap.rect()))
            painter.restore()
        if self.hasFocus() or self.isChecked() or self.underMouse():
            ring = colours.outline if not (self.hasFocus() or self.isChecked()) else colours.accent
            painter.setPen(QPen(QColor(ring), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), _RADIUS + 2, _RADIUS + 2)
        painter.end()
