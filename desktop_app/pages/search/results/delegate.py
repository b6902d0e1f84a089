"""Paints one product of an answer as a card or a tile; the first choice of a match is painted large.

Room below a card's content is kept for what the view lays over it: the actions of the product that is
selected, what could be offered instead of one that is out of stock.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.answer import Result
from core.settings import ResultShape
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.icons import paint_icon
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import price, stock
from desktop_app.pages.search.results.model import (
    IS_FIRST_CHOICE_ROLE,
    IS_RIGHT_ROLE,
    METER_ROLE,
    RESULT_ROLE,
    SURE_ROLE,
)
from desktop_app.widgets.chip import HEIGHT as CHIP_HEIGHT
from desktop_app.widgets.chip import Tone, chip_font, chip_width, paint_chip, tone_colours

SPACING = 12
_RADIUS = 16.0


@dataclass(frozen=True, slots=True)
class _Measures:
    """Logical pixels of one size of card."""

    height: int
    padding: int
    picture: int
    title: int
    price: int
    right: int


TILE_WIDTH, TILE_HEIGHT = 216, 312
"""Of a tile in the grid, its gap included."""

_LARGE = _Measures(height=224, padding=20, picture=184, title=24, price=28, right=0)
_SMALL = _Measures(height=104, padding=16, picture=72, title=16, price=18, right=136)


class ResultDelegate(QStyledItemDelegate):
    """Needs a view with mouse tracking for its hover."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._thumbnails = thumbnails
        self.shape: ResultShape = "list"
        self.rooms: dict[int, int] = {}
        """Pixels to keep below the content of the card in a row."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The card and the gap below it."""
        if self.shape == "grid":
            return QSize(TILE_WIDTH, TILE_HEIGHT)
        return QSize(320, _measures(index).height + self.rooms.get(index.row(), 0) + SPACING)

    def card(self, item: QRect) -> QRectF:
        """The card's frame within an item's rectangle."""
        right = 3 - SPACING if self.shape == "grid" else -3
        return QRectF(item).adjusted(3, 3, right, 3 - SPACING)

    def content_height(self, index: AnyIndex) -> int:
        """Pixels of a card's own content, from its top."""
        return _measures(index).height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the card."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        card = self.card(option.rect)
        self._paint_card(painter, card, option.state)
        if self.shape == "grid":
            self._paint_tile(painter, card, index)
        else:
            self._paint_row(painter, card, index)
        painter.restore()

    def _paint_row(self, painter: QPainter, card: QRectF, index: AnyIndex) -> None:
        result: Result = index.data(RESULT_ROLE)
        measures = _measures(index)
        content = QRectF(card)
        content.setHeight(measures.height - 3)
        inner = content.adjusted(measures.padding, 0, -measures.padding, 0)
        picture = QRectF(
            inner.left(), content.center().y() - measures.picture / 2, measures.picture, measures.picture
        )
        self._paint_picture(painter, picture, result)
        self._paint_right(painter, picture, index)
        words = QRectF(inner)
        words.setLeft(picture.right() + measures.padding)
        if measures is _LARGE:
            self._paint_large(painter, words, index)
        else:
            self._paint_small(painter, words, index)

    def _paint_tile(self, painter: QPainter, card: QRectF, index: AnyIndex) -> None:
        result: Result = index.data(RESULT_ROLE)
        colours = self._themes.colours
        inner = card.adjusted(12, 12, -12, -12)
        picture = QRectF(inner.left(), inner.top(), inner.width(), 152)
        self._paint_picture(painter, picture, result)
        self._paint_right(painter, picture, index)
        top = picture.bottom() + 8
        _line(painter, inner, top, 22, _font(painter, 14, bold=True), colours.text, result.title)
        price_text = price(result.price_minor, result.currency)
        _line(painter, inner, top + 24, 24, _font(painter, 18, bold=True), colours.text, price_text)
        self._paint_chips(painter, inner, top + 56, result, shelf=False)
        self._paint_sure(painter, inner, top + 90, index, meter=False)

    def _paint_card(self, painter: QPainter, card: QRectF, state: QStyle.StateFlag) -> None:
        colours = self._themes.colours
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(QColor(colours.surface))
        if focused:
            painter.setPen(QPen(QColor(colours.accent), 2))
        elif hovered or selected:
            painter.setPen(QPen(QColor(colours.outline), 1))
        else:
            painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawRoundedRect(card, _RADIUS, _RADIUS)

    def _paint_picture(self, painter: QPainter, frame: QRectF, result: Result) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(frame, 10, 10)
        pixmap = self._thumbnails.get(result.thumbnail) if result.thumbnail else QPixmap()
        painter.fillPath(shape, QColor(self._themes.colours.raised))
        if pixmap.isNull():
            return
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(_fitted(frame, pixmap), pixmap, QRectF(pixmap.rect()))
        painter.restore()

    def _paint_right(self, painter: QPainter, picture: QRectF, index: AnyIndex) -> None:
        """A tick over the corner of the picture of the product that the clerk confirmed."""
        if not index.data(IS_RIGHT_ROLE):
            return
        colours = self._themes.colours
        badge = QRectF(picture.left() - 6, picture.top() - 6, 32, 32)
        painter.setPen(QPen(QColor(colours.surface), 2))
        painter.setBrush(QColor(colours.good))
        painter.drawEllipse(badge)
        paint_icon(painter, badge.adjusted(6, 6, -6, -6), "check", colours.surface)

    def _paint_large(self, painter: QPainter, words: QRectF, index: AnyIndex) -> None:
        result: Result = index.data(RESULT_ROLE)
        colours = self._themes.colours
        top = words.top() + 20
        title_font = _font(painter, _LARGE.title, bold=True)
        _line(painter, words, top, 32, title_font, colours.text, result.title)
        caption = " · ".join(part for part in (result.category, result.sku) if part)
        _line(painter, words, top + 36, 20, _font(painter, 14), colours.muted, caption)
        price_text = price(result.price_minor, result.currency)
        _line(painter, words, top + 68, 36, _font(painter, _LARGE.price, bold=True), colours.text, price_text)
        self._paint_chips(painter, words, top + 116, result)
        self._paint_sure(painter, words, top + 156, index)

    def _paint_small(self, painter: QPainter, words: QRectF, index: AnyIndex) -> None:
        result: Result = index.data(RESULT_ROLE)
        colours = self._themes.colours
        right = QRectF(words)
        right.setLeft(words.right() - _SMALL.right)
        left = QRectF(words)
        left.setRight(right.left() - 16)
        top = words.top() + 16
        title_font = _font(painter, _SMALL.title, bold=True)
        _line(painter, left, top, 22, title_font, colours.text, result.title)
        caption = " · ".join(part for part in (result.category, result.sku) if part)
        _line(painter, left, top + 22, 18, _font(painter, 13), colours.muted, caption)
        self._paint_chips(painter, left, top + 44, result)
        price_font = _font(painter, _SMALL.price, bold=True)
        price_text = price(result.price_minor, result.currency)
        _line(painter, right, top, 24, price_font, colours.text, price_text, to_right=True)
        self._paint_sure(painter, right, top + 36, index, to_right=True)

    def _paint_sure(
        self,
        painter: QPainter,
        room: QRectF,
        top: float,
        index: AnyIndex,
        *,
        to_right: bool = False,
        meter: bool = True,
    ) -> None:
        """How sure or alike, in words and as a bar; nothing where nothing is claimed."""
        sure = index.data(SURE_ROLE)
        if not sure:
            return
        _line(painter, room, top, 18, _font(painter, 13), self._themes.colours.muted, sure, to_right=to_right)
        width = room.width() if to_right else min(280.0, room.width())
        if meter:
            gap = 26 if to_right else 22
            self._paint_meter(
                painter, QRectF(room.left(), top + gap, width, 6), float(index.data(METER_ROLE) or 0.0)
            )

    def _paint_chips(
        self, painter: QPainter, room: QRectF, top: float, result: Result, *, shelf: bool = True
    ) -> None:
        font = chip_font(painter.font())
        left = room.left()
        tone: Tone = "good" if result.stock > 0 else "bad"
        chips: list[tuple[str, str, Tone]] = [("stock", stock(result.stock), tone)]
        if result.location and shelf:
            chips.append(("shelf", result.location, "neutral"))
        for icon_name, text, chip_tone in chips:
            width = min(chip_width(font, icon_name, text) + 1, room.right() - left)
            if width < 48:
                return
            colours = tone_colours(self._themes.colours, chip_tone)
            paint_chip(painter, QRectF(left, top, width, CHIP_HEIGHT), icon_name, text, colours)
            left += width + 8

    def _paint_meter(self, painter: QPainter, room: QRectF, value: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._themes.colours.raised))
        painter.drawRoundedRect(room, 3, 3)
        filled = QRectF(room)
        filled.setWidth(max(6.0, room.width() * value))
        painter.setBrush(QColor(self._themes.colours.accent))
        painter.drawRoundedRect(filled, 3, 3)


def _measures(index: AnyIndex) -> _Measures:
    return _LARGE if index.data(IS_FIRST_CHOICE_ROLE) else _SMALL


def _font(painter: QPainter, pixels: int, *, bold: bool = False) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _line(
    painter: QPainter,
    room: QRectF,
    top: float,
    height: float,
    font: QFont,
    colour: str,
    text: str,
    *,
    to_right: bool = False,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(
        QRectF(room.left(), top, room.width(), height), side | Qt.AlignmentFlag.AlignVCenter, text
    )


def _fitted(frame: QRectF, pixmap: QPixmap) -> QRectF:
    """Where ``pixmap`` goes to fill ``frame`` without a change of proportions; its edges are cut off."""
    ratio = max(frame.width() / pixmap.width(), frame.height() / pixmap.height())
    place = QRectF(0, 0, pixmap.width() * ratio, pixmap.height() * ratio)
    place.moveCenter(frame.center())
    return place
