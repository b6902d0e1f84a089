"""Out of stock: what is like it and on the shelf, to be offered instead."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.answer import Result
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import price, stock
from desktop_app.widgets.labels import text_label

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

    def _choose(self, tile: "_Tile") -> None:
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
            self.setAccessibleName(" · ".join((result.title, *self._second_line(result))))
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
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(QColor(colours.background))
        ring = colours.accent if self.hasFocus() else colours.outline if self.underMouse() else colours.border
        painter.setPen(QPen(QColor(ring), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(frame, 12, 12)
        picture = QRectF(frame.left() + 8, frame.top() + 7, 56, 56)
        shape = QPainterPath()
        shape.addRoundedRect(picture, 8, 8)
        painter.fillPath(shape, QColor(colours.raised))
        pixmap = self._thumbnails.get(self.result.thumbnail)
        if not pixmap.isNull():
            painter.setClipPath(shape)
            ratio = max(picture.width() / pixmap.width(), picture.height() / pixmap.height())
            place = QRectF(0, 0, pixmap.width() * ratio, pixmap.height() * ratio)
            place.moveCenter(picture.center())
            painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
            painter.setClipping(False)
        room = QRectF(picture.right() + 10, frame.top() + 14, frame.right() - picture.right() - 18, 20)
        self._line(painter, room, 14, self.result.title, colours.text, bold=True)
        room.translate(0, 24)
        self._line(painter, room, 13, " · ".join(self._second_line(self.result)), colours.muted)
        painter.end()

    @staticmethod
    def _second_line(result: Result) -> tuple[str, ...]:
        parts = (price(result.price_minor, result.currency), stock(result.stock), result.location)
        return tuple(part for part in parts if part)

    def _line(
        self, painter: QPainter, room: QRectF, pixels: int, text: str, colour: str, *, bold: bool = False
    ) -> None:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
