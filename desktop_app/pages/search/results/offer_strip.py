"""What is offered beside a product: what goes with it; or what is like it, where it is out of stock."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.answer import Result
from core.messages import Sentence
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.language import Translated, in_words
from desktop_app.look.painting import SMOOTH, paint_card, paint_line, paint_picture
from desktop_app.look.stock_words import stock
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.tool_tip import plain_tip
from desktop_app.look.wording import dotted, price_today
from desktop_app.widgets.labels import text_label

HEIGHT = 112
_TILE = 72
MOST = 3
"""Products that have room."""


class OfferKind(Enum):
    """What an offer is."""

    INSTEAD = auto()
    WITH = auto()
    ALIKE = auto()
    """Receipts tell nothing of it: what is of its category stands in."""
    CUSTOMER = auto()
    """For a customer, from their own receipts."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A product that is offered, and why.

    Attributes:
        together: on how many receipts both stand, of ``receipts`` that have the first; 0 where none tells.
    """

    result: Result
    why: Sentence
    together: int = 0
    receipts: int = 0
    is_often: bool = False
    """It is bought often, with whatever."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Products that are offered, best first."""

    kind: OfferKind
    products: tuple[Offered, ...]


class OfferStrip(Translated, QWidget):
    """Up to three products; hidden while there are none."""

    product_chosen = Signal(int)

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = OfferKind.INSTEAD
        self._heading = text_label("section")
        self._tiles = [_Tile(themes, thumbnails, self) for _ in range(MOST)]
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
        self.show_offer(None)

    @property
    def products(self) -> tuple[Result, ...]:
        """What is offered."""
        return tuple(tile.offered.result for tile in self._tiles if tile.offered is not None)

    def show_offer(self, offer: Offer | None) -> None:
        """Offer these products, or none."""
        products = offer.products if offer is not None else ()
        if offer is not None:
            self._kind = offer.kind
        for number, tile in enumerate(self._tiles):
            tile.show_product(products[number] if number < len(products) else None)
        self.retranslate()

    def _choose(self, tile: _Tile) -> None:
        if tile.offered is not None:
            self.product_chosen.emit(tile.offered.result.product_id)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._heading.setText(
            {
                OfferKind.INSTEAD: self.tr("Out of stock – these are like it and on the shelf"),
                OfferKind.WITH: self.tr("Goes with it – bought together"),
                OfferKind.ALIKE: self.tr("No receipts tell what goes with it – of the same category"),
                OfferKind.CUSTOMER: self.tr("For this customer – goes with what they bought, and with this"),
            }[self._kind]
        )
        for tile in self._tiles:
            tile.show_product(tile.offered)


class _Tile(Translated, QAbstractButton):
    """One product: a small picture and two lines."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._thumbnails = thumbnails
        self.offered: Offered | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_TILE)
        themes.changed.connect(self.update)
        thumbnails.ready.connect(lambda _path: self.update())

    def show_product(self, offered: Offered | None) -> None:
        """Offer this product; None hides the tile."""
        self.offered = offered
        self.setVisible(offered is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        if self.offered is not None:
            title = self.offered.result.title
            self.setAccessibleName(dotted(title, self._second_line(self.offered)))
            self.setToolTip(plain_tip(f"{title}\n{in_words(self.offered.why)}"))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the others."""
        return QSize(160, _TILE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        if self.offered is None:
            return
        result = self.offered.result
        colours = self._themes.colours
        painter = QPainter(self)
        painter.setRenderHints(SMOOTH)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        has_focus, is_under_mouse = self.hasFocus(), self.underMouse()
        paint_card(
            painter, frame, colours, ground=colours.background, ringed=has_focus, raised=is_under_mouse
        )
        picture = QRectF(frame.left() + 8, frame.top() + 7, 56, 56)
        pixmap = self._thumbnails.get(result.thumbnail)
        paint_picture(painter, picture, pixmap, colours, 8, cropped=True)
        room = QRectF(picture.right() + 10, frame.top() + 14, frame.right() - picture.right() - 18, 20)
        paint_line(painter, room, 14, colours.text, result.title, bold=True)
        paint_line(painter, room.translated(0, 24), 13, colours.muted, self._second_line(self.offered))
        painter.end()

    def _second_line(self, offered: Offered) -> str:
        if offered.is_often:
            return dotted(self.tr("Often bought"), _facts(offered.result))
        if not offered.receipts:
            return _facts(offered.result)
        seen = self.tr("{together} of {receipts} receipts").format(
            together=offered.together, receipts=offered.receipts
        )
        return dotted(seen, _facts(offered.result))


def _facts(result: Result) -> str:
    price = price_today(result.price_minor, result.currency, result.sale)
    return dotted(price, stock(result.stock, result.unit), result.location)
