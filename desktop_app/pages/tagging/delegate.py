"""Paints a product of a group as a tile: its photo, its title, and whether it is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.icons import paint_icon
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.painting import (
    CardDelegate,
    line_in,
    paint_card,
    paint_line,
    paint_picture,
    row_state,
)
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.tagging.model import MEMBER_ROLE

if TYPE_CHECKING:
    from core.tagging.members import Member

TILE_WIDTH, TILE_HEIGHT = 176, 204
_PICTURE = 128
_FADED = 0.3


class TaggingDelegate(CardDelegate):
    """Paints; the page decides what a click does."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(themes, parent)
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """The tile and the gap around it."""
        return QSize(TILE_WIDTH, TILE_HEIGHT)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the tile."""
        member: Member = index.data(MEMBER_ROLE)
        is_in = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        colours = self._themes.colours
        tile = QRectF(option.rect).adjusted(4, 4, -4, -4)
        state = row_state(option)
        paint_card(
            painter,
            tile,
            colours,
            ground="" if is_in else colours.background,
            ringed=state.selected and state.focused,
            raised=not is_in,
            dashed=not is_in,
        )
        self._paint_picture(painter, tile, member, is_in=is_in)
        self._paint_words(painter, tile, member, is_in=is_in)

    def _paint_picture(self, painter: QPainter, tile: QRectF, member: Member, *, is_in: bool) -> None:
        colours = self._themes.colours
        frame = QRectF(tile.left() + 8, tile.top() + 8, tile.width() - 16, _PICTURE)
        pixmap = self._thumbnails.get(member.thumbnail)
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
        words = tile.adjusted(10, 0, -10, 0)
        colour = colours.text if is_in else colours.muted
        title = line_in(words, tile.bottom() - 54, 22)
        paint_line(painter, title, 14, colour, member.title, bold=True, struck=not is_in)
        caption = ", ".join(member.tags) or member.category or member.sku
        paint_line(painter, line_in(words, tile.bottom() - 31, 18), 12, colours.muted, caption)
