"""The sheet as it will be printed, with the edges of its labels; a click says where a used sheet begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from desktop_app.pages.catalog.paper.preview import PagePreview

if TYPE_CHECKING:
    from core.paper.labels.sheets import Sheet

_ROUND = 3
_USED = QColor(0, 0, 0, 22)
_OUTLINE = QColor(0, 0, 0, 50)


class SheetPreview(PagePreview):
    """A page of labels."""

    begin_chosen = Signal(int)
    """A label of the sheet, counted from 1."""

    sheet: Sheet | None = None
    """The sheet that is shown."""
    used = 0
    """So many of its first labels are gone."""

    def paint_over(self, painter: QPainter) -> None:
        """The labels' edges."""
        sheet = self.sheet
        if sheet is None:
            return
        painter.setPen(QPen(_OUTLINE, 1))
        for number in range(0 if sheet.is_roll or sheet.is_cut else sheet.labels):
            painter.drawRoundedRect(self._label(sheet, number), _ROUND, _ROUND)
        for number in range(self.used):
            painter.fillRect(self._label(sheet, number), _USED)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin at the label under the pointer."""
        number = self._number_at(event.position().toPoint())
        if number is not None and event.button() is Qt.MouseButton.LeftButton:
            self.begin_chosen.emit(number + 1)

    def _number_at(self, point: QPoint) -> int | None:
        sheet = self.sheet
        if not self.is_shown or sheet is None or sheet.is_roll:
            return None
        numbers = range(sheet.labels)
        return next((one for one in numbers if self._label(sheet, one).contains(QPointF(point))), None)

    def _label(self, sheet: Sheet, number: int) -> QRectF:
        place = self.place
        scale = place.width() / sheet.paper[0]
        x, y = sheet.place(number)
        return QRectF(
            place.x() + x * scale, place.y() + y * scale, sheet.label[0] * scale, sheet.label[1] * scale
        )
