"""The page as it will be printed, with the edges of its labels; a click says where a used sheet begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.look.theme import ThemeSwitch

if TYPE_CHECKING:
    from core.paper.labels.sheets import Sheet

_EDGE = 8
_ROUND = 3
_USED = QColor(0, 0, 0, 22)
_OUTLINE = QColor(0, 0, 0, 50)


class PagePreview(QWidget):
    """Shows an image of a page; who paints it asks :attr:`pixels` how wide it should be."""

    resized = Signal()
    begin_chosen = Signal(int)
    """A label of the sheet, counted from 1."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._image = QImage()
        self._sheet: Sheet | None = None
        self._used = 0
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
        return self._sheet is not None

    def show_page(self, image: QImage, sheet: Sheet, used: int) -> None:
        """Show a page of ``sheet``, the first ``used`` labels of which are gone."""
        self._image, self._sheet, self._used = image, sheet, used
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._image, self._sheet = QImage(), None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The paper on the page's ground, its labels' edges over it."""
        if self._sheet is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place(*self._sheet.paper)
        painter.drawImage(place, self._image)
        painter.setPen(QPen(QColor(self._themes.colours.outline), 1))
        painter.drawRect(place)
        scale = place.width() / self._sheet.paper[0]
        for number in range(0 if self._sheet.is_roll or self._sheet.is_cut else self._sheet.labels):
            painter.setPen(QPen(_OUTLINE, 1))
            painter.drawRoundedRect(self._label(self._sheet, number, place, scale), _ROUND, _ROUND)
        for number in range(self._used):
            painter.fillRect(self._label(self._sheet, number, place, scale), _USED)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin at the label under the pointer."""
        number = self._number_at(event.position().toPoint())
        if number is not None and event.button() is Qt.MouseButton.LeftButton:
            self.begin_chosen.emit(number + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page of another size is wanted."""
        super().resizeEvent(event)
        self.resized.emit()

    def _number_at(self, point: QPoint) -> int | None:
        sheet = self._sheet
        if sheet is None or sheet.is_roll:
            return None
        place = self._place(*sheet.paper)
        scale = place.width() / sheet.paper[0]
        return next(
            (
                number
                for number in range(sheet.labels)
                if self._label(sheet, number, place, scale).contains(QPointF(point))
            ),
            None,
        )

    @staticmethod
    def _label(sheet: Sheet, number: int, place: QRectF, scale: float) -> QRectF:
        x, y = sheet.place(number)
        return QRectF(
            place.x() + x * scale, place.y() + y * scale, sheet.label[0] * scale, sheet.label[1] * scale
        )

    def _place(self, width: float, height: float) -> QRectF:
        """Where a page of this shape stands: in the middle, as large as there is room."""
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        scale = min(room.width() / width, room.height() / height)
        place = QRectF(0, 0, width * scale, height * scale)
        place.moveCenter(room.center())
        return place
