"""A picture in a rounded frame, fitted into whatever room there is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.look.icons import paint_icon
from desktop_app.look.painting import SMOOTH
from desktop_app.look.theme import ThemeSwitch

RADIUS = 12.0
_EMPTY_ICON = 48
_PLAIN = 12
"""Of 255: how far corners may be from white and from each other to count as a plain ground."""


class PictureView(QWidget):
    """Shows one picture whole, never cropped and never larger than twice its pixels."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._image = QImage()
        self._scaled = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self.update)

    @property
    def image(self) -> QImage:
        """What is shown; null when nothing is."""
        return self._image

    def show_image(self, image: QImage) -> None:
        """Show ``image``; a null image empties the frame."""
        self._image = image
        self._scaled = QPixmap()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a small picture; layouts give more."""
        return QSize(320, 320)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame and the picture in it."""
        painter = QPainter(self)
        painter.setRenderHints(SMOOTH)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.fillPath(frame, self._ground())
        if self._image.isNull():
            icon = QRectF(0, 0, _EMPTY_ICON, _EMPTY_ICON)
            icon.moveCenter(QRectF(self.rect()).center())
            paint_icon(painter, icon, "picture", self._themes.colours.outline)
        else:
            painter.setClipPath(frame)
            scaled = self._fitted()
            size = scaled.deviceIndependentSize()
            painter.drawPixmap(
                round((self.width() - size.width()) / 2), round((self.height() - size.height()) / 2), scaled
            )
        painter.end()

    def _ground(self) -> QColor:
        """What shows beside the picture: its own ground where it has a plain one, as product photos do."""
        if not self._image.isNull():
            right, bottom = self._image.width() - 1, self._image.height() - 1
            corners = [self._image.pixelColor(x, y) for x in (0, right) for y in (0, bottom)]
            lightest, darkest = max(c.lightness() for c in corners), min(c.lightness() for c in corners)
            if lightest - darkest <= _PLAIN and darkest >= 255 - _PLAIN:
                return corners[0]
        return QColor(self._themes.colours.raised)

    def _fitted(self) -> QPixmap:
        density = self.devicePixelRatioF()
        room = self.size() * density
        size = self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        if size.width() > 2 * density * self._image.width():
            size = self._image.size() * 2 * density
        if self._scaled.size() != size:
            self._scaled = QPixmap.fromImage(
                self._image.scaled(
                    size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            )
            self._scaled.setDevicePixelRatio(density)
        return self._scaled
