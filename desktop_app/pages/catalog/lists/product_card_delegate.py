"""Paints one product of the catalog's grid as a card."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.painting import paint_line, paint_picture, paint_placeholder, sized_font
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import price, stock
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.lists.product_model import ProductModel

CARD_WIDTH = 200
"""The least; cards grow to fill the row."""
CARD_HEIGHT = 268
_GAP = 8
_WORDS = 92


class ProductCardDelegate(QStyledItemDelegate):
    """For a list view on a :class:`ProductModel`."""

    def __init__(
        self,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        model: ProductModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._thumbnails = thumbnails
        self._model = model
        self.drop_row = -1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """The view's grid says how large a card is."""
        return QSize(CARD_WIDTH, CARD_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the card."""
        colours = self._themes.colours
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        card = QRectF(option.rect).adjusted(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)
        self._paint_card(painter, card, option, index)
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
            painter.restore()
            return
        product = listed.product
        paint_picture(painter, picture, self._thumbnails.get(listed.thumbnail), colours, 10)
        colour = colours.muted if product.archived else colours.text
        font = option.font
        top = picture.bottom() + 8
        title = self._model.text_at(index.row(), Column.TITLE)
        paint_line(
            painter,
            QRectF(inner.left(), top, inner.width(), 24),
            sized_font(font, 14, bold=True),
            colour,
            title,
        )
        caption = " · ".join(part for part in (product.category, product.sku) if part)
        paint_line(
            painter,
            QRectF(inner.left(), top + 24, inner.width(), 20),
            sized_font(font, 12),
            colours.muted,
            caption,
        )
        line = QRectF(inner.left(), top + 52, inner.width(), 24)
        words = price(product.price_minor, product.currency)
        paint_line(painter, line, sized_font(font, 16, bold=True), colour, words)
        left, tone = stock(product.stock), colours.good if product.stock > 0 else colours.bad
        if product.archived:
            left, tone = self.tr("Archived"), colours.muted
        paint_line(painter, line, sized_font(font, 12, bold=True), tone, left, Qt.AlignmentFlag.AlignRight)
        painter.restore()

    def _paint_card(
        self, painter: QPainter, card: QRectF, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        colours = self._themes.colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) or index.row() == self.drop_row
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(QColor(colours.accent_soft if chosen else colours.surface))
        if focused or chosen:
            painter.setPen(QPen(QColor(colours.accent), 2))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(QColor(colours.outline), 1))
        else:
            painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 14, 14)
