"""A picture that can be pressed: a sample, a photo of a product."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.look.painting import SMOOTH, paint_picture
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
        painter.setRenderHints(SMOOTH)
        frame = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        paint_picture(painter, frame, self._pixmap, colours, _RADIUS, cropped=True)
        if self.hasFocus() or self.isChecked() or self.underMouse():
            ring = colours.outline if not (self.hasFocus() or self.isChecked()) else colours.accent
            painter.setPen(QPen(QColor(ring), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), _RADIUS + 2, _RADIUS + 2)
        painter.end()
