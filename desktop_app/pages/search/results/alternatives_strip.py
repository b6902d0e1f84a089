"""Out of stock: what is like it and on the shelf, to be offered instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.answer import Result
from core.progress import ReportProgress
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.language import Translated
from desktop_app.look.painting import SMOOTH, paint_card, paint_line, paint_picture
from desktop_app.look.stock_words import stock
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted, price_today
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.shop.shop import Shop

HEIGHT = 112
_TILE = 72
_MOST = 3


class AlternativesStrip(Translated, QWidget):
    """Up to three products in stock; hidden while there are none."""

    product_chosen = Signal(int)

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = text_label("section")
        self._tiles = [_Tile(themes, thumbnails, self) for _ in range(_MOST)]
        tiles = QHBoxLayout()
        tiles.setSpacing(8)
        for tile in self._tiles:
            tile.clicked.connect(lambda _checked=False, t=tile: self._choose(t))
            tiles.addWidget(tile, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(tiles)
        self.setFixedHeight(HEIGHT)
        self.show_products(())
        self.retranslate()

    @property
    def products(self) -> tuple[Result, ...]:
        """What is offered."""
        return tuple(tile.result for tile in self._tiles if tile.result is not None)

    def show_products(self, products: Sequence[Result]) -> None:
        """Offer these."""
        for number, tile in enumerate(self._tiles):
            tile.show_result(products[number] if number < len(products) else None)

    def _choose(self, tile: _Tile) -> None:
        if tile.result is not None:
            self.product_chosen.emit(tile.result.product_id)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._heading.setText(self.tr("Out of stock – these are like it and on the shelf"))
        for tile in self._tiles:
            tile.show_result(tile.result)


class _Tile(QAbstractButton):
    """One product: a small picture and two lines."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._thumbnails = thumbnails
        self.result: Result | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_TILE)
        themes.changed.connect(self.update)
        thumbnails.ready.connect(lambda _path: self.update())

    def show_result(self, result: Result | None) -> None:
        """Offer this product; None hides the tile."""
        self.result = result
        self.setVisible(result is not None)
        if result is not None:
            self.setAccessibleName(dotted(result.title, _facts(result)))
            self.setToolTip(result.title)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the others."""
        return QSize(160, _TILE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        if self.result is None:
            return
        colours = self._themes.colours
        painter = QPainter(self)
        painter.setRenderHints(SMOOTH)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        has_focus, is_under_mouse = self.hasFocus(), self.underMouse()
        paint_card(
            painter, frame, colours, ground=colours.background, ringed=has_focus, raised=is_under_mouse
        )
        picture = QRectF(frame.left() + 8, frame.top() + 7, 56, 56)
        pixmap = self._thumbnails.get(self.result.thumbnail)
        paint_picture(painter, picture, pixmap, colours, 8, cropped=True)
        room = QRectF(picture.right() + 10, frame.top() + 14, frame.right() - picture.right() - 18, 20)
        paint_line(painter, room, 14, colours.text, self.result.title, bold=True)
        paint_line(painter, room.translated(0, 24), 13, colours.muted, _facts(self.result))
        painter.end()


def _facts(result: Result) -> str:
    price = price_today(result.price_minor, result.currency, result.sale)
    return dotted(price, stock(result.stock, result.unit), result.location)


def alternatives_to(product_id: int) -> Callable[[Shop, ReportProgress], tuple[Result, ...]]:
    """The job that finds what is like a product and in stock."""

    def find(shop: Shop, _report: ReportProgress) -> tuple[Result, ...]:
        from core.search.alternatives import alternatives

        return alternatives(shop, product_id)

    return find
