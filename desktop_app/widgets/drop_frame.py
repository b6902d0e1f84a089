"""A large dashed frame that says: drop something here."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.look.theme import ThemeSwitch


class DropFrame(QWidget):
    """Paints the frame; it brightens while something hovers. Dropping itself is the page's business."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._hovered = False
        themes.changed.connect(self.update)

    def set_hovered(self, hovered: bool) -> None:
        """Whether something to drop is over the page."""
        self._hovered = hovered
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        colours = self._themes.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours.accent if self._hovered else colours.outline), 2)
        pen.setDashPattern([5, 4])
        if self._hovered:
            pen.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.accent_soft if self._hovered else colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 20, 20)
        painter.end()
