"""Paints one product of an answer as a card or a tile; the first choice of a match is painted large.

Room below a card's content is kept for what the view lays over it: the actions of the product that is
selected, what could be offered instead of one that is out of stock.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from core.answer import Result
from core.quantities.quantity import is_out
from core.settings import ResultShape
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.icons import paint_icon
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.painting import (
    CardDelegate,
    line_in,
    paint_card,
    paint_key,
    paint_line,
    paint_lines,
    paint_picture,
    row_state,
    sized_font,
)
from desktop_app.look.stock_words import elsewhere, stock, stock_tone
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted, outside_filters, price_today, reasons
from desktop_app.pages.search.results.model import (
    IS_FIRST_CHOICE_ROLE,
    IS_RIGHT_ROLE,
    KEY_ROLE,
    METER_ROLE,
    RESULT_ROLE,
    SURE_ROLE,
)
from desktop_app.pages.search.results.tiles import SPACING, USUAL, title_lines, words_of
from desktop_app.widgets.chip import HEIGHT as CHIP_HEIGHT
from desktop_app.widgets.chip import Tone, chip_font, chip_width, paint_chip, tone_colours

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


_LARGE = _Measures(height=224, padding=20, picture=184, title=24, price=28, right=0)
_SMALL = _Measures(height=104, padding=16, picture=72, title=16, price=18, right=136)


class ResultDelegate(CardDelegate):
    """A card in a list, a tile in a grid."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(themes, parent)
        self._thumbnails = thumbnails
        self.shape: ResultShape = "list"
        self.tile = USUAL
        """Of a tile in the grid, its gap included."""
        self.rooms: dict[int, int] = {}
        """Pixels to keep below the content of the card in a row."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The card and the gap below it."""
        if self.shape == "grid":
            return self.tile
        return QSize(320, _measures(index).height + self.rooms.get(index.row(), 0) + SPACING)

    def card(self, item: QRect) -> QRectF:
        """The card's frame within an item's rectangle."""
        right = 3 - SPACING if self.shape == "grid" else -3
        return QRectF(item).adjusted(3, 3, right, 3 - SPACING)

    def content_height(self, index: AnyIndex) -> int:
        """Pixels of a card's own content, from its top."""
        return _measures(index).height

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the card."""
        card = self.card(option.rect)
        state = row_state(option)
        paint_card(
            painter,
            card,
            self._themes.colours,
            radius=_RADIUS,
            ringed=state.selected and state.focused,
            raised=state.selected or state.hovered,
        )
        if self.shape == "grid":
            self._paint_tile(painter, card, index)
        else:
            self._paint_wide(painter, card, index)

    def _paint_wide(self, painter: QPainter, card: QRectF, index: AnyIndex) -> None:
        result: Result = index.data(RESULT_ROLE)
        measures = _measures(index)
        content = QRectF(card)
        content.setHeight(measures.height - 3)
        inner = content.adjusted(measures.padding, 0, -measures.padding, 0)
        picture = QRectF(
            inner.left(), content.center().y() - measures.picture / 2, measures.picture, measures.picture
        )
        self._paint_picture(painter, picture, result)
        self._paint_marks(painter, picture, index)
        words = QRectF(inner)
        words.setLeft(picture.right() + measures.padding)
        if measures is _LARGE:
            self._paint_large(painter, words, index)
        else:
            self._paint_small(painter, words, index)

    def _paint_tile(self, painter: QPainter, card: QRectF, index: AnyIndex) -> None:
        result: Result = index.data(RESULT_ROLE)
        colours = self._themes.colours
        inner = card.adjusted(12, 12, -12, -10)
        words = words_of(self.tile)
        picture = QRectF(inner.left(), inner.top(), inner.width(), self.tile.height() - words)
        self._paint_picture(painter, picture, result, cropped=False)
        self._paint_marks(painter, picture, index)
        lines = title_lines(self.tile)
        title = line_in(inner, picture.bottom() + 6, 18 * lines)
        paint_lines(painter, title, 14, colours.text, result.title, count=lines, bold=True)
        self._paint_facts(painter, line_in(inner, title.bottom() + 1, 38), index)

    def _paint_facts(self, painter: QPainter, room: QRectF, index: AnyIndex) -> None:
        """What a clerk decides by: price and shelf in a line, the stock below them."""
        result: Result = index.data(RESULT_ROLE)
        colours = self._themes.colours
        price_text = price_today(result.price_minor, result.currency, result.sale)
        line = line_in(room, room.top(), 20)
        line.setLeft(line.left() + 8 + paint_line(painter, line, 15, colours.text, price_text, bold=True))
        metrics = QFontMetricsF(sized_font(painter.font(), 13))
        fits = metrics.horizontalAdvance(result.location) <= line.width()
        if fits:
            paint_line(painter, line, 13, colours.muted, result.location, to_right=True)
        outside = outside_filters() if result.outside_filter else ""
        # How sure it is says the headline; how alike to a product, nothing else.
        alike = "" if index.data(IS_FIRST_CHOICE_ROLE) else str(index.data(SURE_ROLE) or "")
        others = elsewhere(result.elsewhere, result.unit)
        place = "" if fits else result.location
        there = dotted(outside, stock(result.stock, result.unit), others, place, alike)
        tone = colours.muted if not is_out(result.stock) and not outside else colours.bad
        paint_line(painter, line_in(room, room.top() + 20, 18), 13, tone, there)

    def _paint_picture(
        self, painter: QPainter, frame: QRectF, result: Result, *, cropped: bool = True
    ) -> None:
        pixmap = self._thumbnails.get(result.thumbnail)
        paint_picture(painter, frame, pixmap, self._themes.colours, 10, cropped=cropped)

    def _paint_marks(self, painter: QPainter, picture: QRectF, index: AnyIndex) -> None:
        """Over the corner of the picture: a tick if the clerk confirmed it, else the key that does."""
        colours = self._themes.colours
        badge = QRectF(picture.left() - 6, picture.top() - 6, 32, 32)
        key = int(index.data(KEY_ROLE) or 0)
        if index.data(IS_RIGHT_ROLE):
            painter.setPen(QPen(QColor(colours.surface), 2))
            painter.setBrush(QColor(colours.good))
            painter.drawEllipse(badge)
            paint_icon(painter, badge.adjusted(6, 6, -6, -6), "check", colours.surface)
        elif key:
            cap = QRectF(picture.left() - 4, picture.top() - 4, 24, 24)
            paint_key(painter, cap, str(key), colours)

    def _paint_large(self, painter: QPainter, words: QRectF, index: AnyIndex) -> None:
        result: Result = index.data(RESULT_ROLE)
        colours = self._themes.colours
        top = words.top() + 20
        size = _fitting(painter, result.title, words.width(), (_LARGE.title, 21, 18))
        paint_line(painter, line_in(words, top, 32), size, colours.text, result.title, bold=True)
        caption = dotted(result.category, result.sku)
        paint_line(painter, line_in(words, top + 36, 20), 14, colours.muted, caption)
        price_text = price_today(result.price_minor, result.currency, result.sale)
        paint_line(painter, line_in(words, top + 68, 36), _LARGE.price, colours.text, price_text, bold=True)
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
        paint_line(painter, line_in(left, top, 22), _SMALL.title, colours.text, result.title, bold=True)
        caption = dotted(result.category, result.sku, reasons(result.why))
        paint_line(painter, line_in(left, top + 22, 18), 13, colours.muted, caption)
        self._paint_chips(painter, left, top + 44, result)
        price_text = price_today(result.price_minor, result.currency, result.sale)
        paint_line(
            painter, line_in(right, top, 24), _SMALL.price, colours.text, price_text, bold=True, to_right=True
        )
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
        paint_line(painter, line_in(room, top, 18), 13, self._themes.colours.muted, sure, to_right=to_right)
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
        words = stock(result.stock, result.unit)
        chips: list[tuple[str, str, Tone]] = [("stock", words, stock_tone(result.stock))]
        if others := elsewhere(result.elsewhere, result.unit):
            chips.append(("stock", others, "good"))
        if result.outside_filter:
            chips.insert(0, ("filter", outside_filters(), "doubt"))
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


def _fitting(painter: QPainter, text: str, width: float, sizes: Sequence[int]) -> int:
    """The first of the sizes in pixels in which ``text`` fits; the last if it does in none."""
    fonts = ((size, QFontMetricsF(sized_font(painter.font(), size, bold=True))) for size in sizes)
    return next((size for size, metrics in fonts if metrics.horizontalAdvance(text) <= width), sizes[-1])
