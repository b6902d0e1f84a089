"""Paints one picture of the film strip: chosen, waiting, or one that could not be searched."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.look.icons import paint_icon
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.desk.film import FRAME, SEARCH_ROLE
from desktop_app.pages.search.desk.search import Search

_GAP = 8
_RADIUS = 10.0
_BADGE = 22


class QueryDelegate(QStyledItemDelegate):
    """A rounded picture; a ring says which one is shown, a mark which one failed."""

    def __init__(self, themes: ThemeSwitch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The picture and room for its ring."""
        return QSize(FRAME + _GAP, FRAME + _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint it."""
        colours = self._themes.colours
        search: Search = index.data(SEARCH_ROLE)
        pixmap: QPixmap = index.data(Qt.ItemDataRole.DecorationRole)
        frame = QRectF(0, 0, FRAME, FRAME)
        frame.moveCenter(QRectF(option.rect).center())
        shape = QPainterPath()
        shape.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillPath(shape, QColor(colours.raised))
        if not pixmap.isNull():
            painter.save()
            painter.setClipPath(shape)
            painter.setOpacity(0.4 if search.is_waiting else 1.0)
            painter.drawPixmap(frame, pixmap, QRectF(pixmap.rect()))
            painter.restore()
        if search.failure is not None:
            badge = QRectF(0, 0, _BADGE, _BADGE)
            badge.moveCenter(frame.center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.bad_soft))
            painter.drawRoundedRect(badge.adjusted(-4, -4, 4, 4), 8, 8)
            paint_icon(painter, badge, "error", colours.bad)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(colours.accent), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), _RADIUS + 2, _RADIUS + 2)
        painter.restore()
