"""Paints a product of a group as a tile: its photo, its title, and whether it is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.icons import paint_icon
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.painting import paint_line, paint_picture, sized_font
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.tagging.model import MEMBER_ROLE

if TYPE_CHECKING:
    from core.tagging.members import Member

TILE_WIDTH, TILE_HEIGHT = 176, 204
_PICTURE = 128
_RADIUS = 12.0
_FADED = 0.3


class TaggingDelegate(QStyledItemDelegate):
    """Paints; the page decides what a click does."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """The tile and the gap around it."""
        return QSize(TILE_WIDTH, TILE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the tile."""
        member: Member = index.data(MEMBER_ROLE)
        is_in = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        colours = self._themes.colours
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        tile = QRectF(option.rect).adjusted(4, 4, -4, -4)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = is_current and bool(option.state & QStyle.StateFlag.State_HasFocus)
        pen = QPen(QColor(colours.accent), 2) if has_focus else QPen(QColor(colours.border), 1)
        if not is_in:
            pen.setStyle(Qt.PenStyle.DashLine)
            if not has_focus:
                pen.setColor(QColor(colours.outline))
        painter.setPen(pen)
        painter.setBrush(QColor(colours.surface if is_in else colours.background))
        painter.drawRoundedRect(tile, _RADIUS, _RADIUS)
        self._paint_picture(painter, tile, member, is_in=is_in)
        self._paint_words(painter, tile, member, is_in=is_in)
        painter.restore()

    def _paint_picture(self, painter: QPainter, tile: QRectF, member: Member, *, is_in: bool) -> None:
        colours = self._themes.colours
        frame = QRectF(tile.left() + 8, tile.top() + 8, tile.width() - 16, _PICTURE)
        pixmap = self._thumbnails.get(member.thumbnail) if member.thumbnail else QPixmap()
        painter.setOpacity(1.0 if is_in else _FADED)
        paint_picture(painter, frame, pixmap, colours, 8)
        painter.setOpacity(1.0)
        if not is_in:
            badge = QRectF(0, 0, 40, 40)
            badge.moveCenter(frame.center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.surface))
            painter.drawEllipse(badge)
            paint_icon(painter, badge.adjusted(8, 8, -8, -8), "close", colours.text)

    def _paint_words(self, painter: QPainter, tile: QRectF, member: Member, *, is_in: bool) -> None:
        colours = self._themes.colours
        left, width = tile.left() + 10, tile.width() - 20
        title, small = sized_font(painter.font(), 14, bold=True), sized_font(painter.font(), 12)
        title.setStrikeOut(not is_in)
        colour = colours.text if is_in else colours.muted
        paint_line(painter, QRectF(left, tile.bottom() - 54, width, 22), title, colour, member.title)
        caption = ", ".join(member.tags) or member.category or member.sku
        paint_line(painter, QRectF(left, tile.bottom() - 31, width, 18), small, colours.muted, caption)
