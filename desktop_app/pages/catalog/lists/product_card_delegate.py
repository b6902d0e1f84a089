"""Paints one product of the catalog's grid as a card."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.painting import (
    CardDelegate,
    line_in,
    paint_card,
    paint_line,
    paint_picture,
    paint_placeholder,
    row_state,
)
from desktop_app.look.stock_words import stock, stock_tone
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted, price_today
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.lists.product_model import ProductModel

CARD_WIDTH = 200
"""The least; cards grow to fill the row."""
CARD_HEIGHT = 268
_GAP = 8
_WORDS = 92


class ProductCardDelegate(CardDelegate):
    """For a list view on a :class:`ProductModel`."""

    def __init__(
        self,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        model: ProductModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(themes, parent)
        self._thumbnails = thumbnails
        self._model = model
        self.drop_row = -1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """The view's grid says how large a card is."""
        return QSize(CARD_WIDTH, CARD_HEIGHT)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the card."""
        colours = self._themes.colours
        card = QRectF(option.rect).adjusted(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)
        state = row_state(option)
        chosen = state.selected or index.row() == self.drop_row
        paint_card(
            painter,
            card.adjusted(1, 1, -1, -1),
            colours,
            radius=14,
            ground=colours.accent_soft if chosen else "",
            ringed=chosen or state.focused,
            raised=state.hovered,
        )
        inner = card.adjusted(12, 12, -12, -12)
        picture = QRectF(inner)
        picture.setHeight(inner.height() - _WORDS)
        listed = self._model.product_at(index.row())
        if listed is None:
            paint_picture(painter, picture, self._thumbnails.get(""), colours, 10)
            top = picture.bottom() + 16
            for share in (0.8, 0.5):
                paint_placeholder(painter, QRectF(inner.left(), top, inner.width() * share, 10), colours)
                top += 22
            return
        product = listed.product
        paint_picture(painter, picture, self._thumbnails.get(listed.thumbnail), colours, 10)
        colour = colours.muted if product.archived else colours.text
        top = picture.bottom() + 8
        title = self._model.text_at(index.row(), Column.TITLE)
        paint_line(painter, line_in(inner, top, 24), 14, colour, title, bold=True)
        caption = dotted(product.category, product.sku)
        paint_line(painter, line_in(inner, top + 24, 20), 12, colours.muted, caption)
        line = line_in(inner, top + 52, 24)
        words = price_today(product.price_minor, product.currency, product.sale)
        paint_line(painter, line, 16, colour, words, bold=True)
        left = stock(product.stock, product.unit)
        tone = {
            "good": colours.good,
            "doubt": colours.doubt,
            "bad": colours.bad,
            "neutral": colours.muted,
        }[stock_tone(product.stock, low=listed.is_low)]
        if product.archived:
            left, tone = self.tr("Archived"), colours.muted
        paint_line(painter, line, 12, tone, left, bold=True, to_right=True)
