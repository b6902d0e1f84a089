"""Paints one product of an answer as a card; the first choice of a match is painted large."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.answer import Result
from desktop_app.models.result_model import IS_FIRST_CHOICE_ROLE, RESULT_ROLE, AnyIndex
from desktop_app.models.thumbnails import Thumbnails
from desktop_app.theme import ThemeSwitch
from desktop_app.widgets.chip import HEIGHT as CHIP_HEIGHT
from desktop_app.widgets.chip import Tone, chip_font, chip_width, paint_chip, tone_colours
from desktop_app.wording import certainty, price, share, stock

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


_LARGE = _Measures(height=224, padding=20, picture=184, title=24, price=28, right=0)
_SMALL = _Measures(height=104, padding=16, picture=72, title=16, price=18, right=136)


class ResultDelegate(QStyledItemDelegate):
    """Needs a view with mouse tracking for its hover."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The card and the gap below it."""
        return QSize(320, _measures(index).height + SPACING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the card."""
        result: Result = index.data(RESULT_ROLE)
        measures = _measures(index)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        card = QRectF(option.rect).adjusted(3, 3, -3, 3 - SPACING)
        self._paint_card(painter, card, option.state)
        inner = card.adjusted(measures.padding, 0, -measures.padding, 0)
        picture = QRectF(
            inner.left(), card.center().y() - measures.picture / 2, measures.picture, measures.picture
        )
        self._paint_picture(painter, picture, result)
        words = QRectF(inner)
        words.setLeft(picture.right() + measures.padding)
        if measures is _LARGE:
            self._paint_large(painter, words, result)
        else:
            self._paint_small(painter, words, result)
        painter.restore()

    def _paint_card(self, painter: QPainter, card: QRectF, state: QStyle.StateFlag) -> None:
        colours = self._themes.colours
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(QColor(colours.surface))
        if focused:
            painter.setPen(QPen(QColor(colours.accent), 2))
        elif hovered:
            painter.setPen(QPen(QColor(colours.outline), 1))
        else:
            painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawRoundedRect(card, _RADIUS, _RADIUS)

    def _paint_picture(self, painter: QPainter, frame: QRectF, result: Result) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(frame, 10, 10)
        pixmap = self._thumbnails.get(result.thumbnail)
        painter.fillPath(shape, QColor(self._themes.colours.raised))
        if pixmap.isNull():
            return
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(_fitted(frame, pixmap), pixmap, QRectF(pixmap.rect()))
        painter.restore()

    def _paint_large(self, painter: QPainter, words: QRectF, result: Result) -> None:
        colours = self._themes.colours
        top = words.top() + 20
        title_font = _font(painter, _LARGE.title, bold=True)
        _line(painter, words, top, 32, title_font, colours.text, result.title)
        caption = " · ".join(part for part in (result.category, result.sku) if part)
        _line(painter, words, top + 36, 20, _font(painter, 14), colours.muted, caption)
        price_text = price(result.price_minor, result.currency)
        _line(painter, words, top + 68, 36, _font(painter, _LARGE.price, bold=True), colours.text, price_text)
        self._paint_chips(painter, words, top + 116, result)
        sure = f"{certainty(result.confidence)} · {share(result.confidence)}"
        _line(painter, words, top + 156, 18, _font(painter, 13), colours.muted, sure)
        width = min(280.0, words.width())
        self._paint_meter(painter, QRectF(words.left(), top + 178, width, 6), result.confidence)

    def _paint_small(self, painter: QPainter, words: QRectF, result: Result) -> None:
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
        sure = f"{certainty(result.confidence)} · {share(result.confidence)}"
        _line(painter, right, top + 36, 18, _font(painter, 13), colours.muted, sure, to_right=True)
        self._paint_meter(painter, QRectF(right.left(), top + 62, right.width(), 6), result.confidence)

    def _paint_chips(self, painter: QPainter, room: QRectF, top: float, result: Result) -> None:
        font = chip_font(painter.font())
        left = room.left()
        tone: Tone = "good" if result.stock > 0 else "bad"
        chips: list[tuple[str, str, Tone]] = [("stock", stock(result.stock), tone)]
        if result.location:
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
