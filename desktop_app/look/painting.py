"""What all share that paint products as cards: the card and its ring, the picture, lines of text."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextLayout,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.look.icons import paint_icon
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.theme import Colours, ThemeSwitch

SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


class CardDelegate(QStyledItemDelegate):
    """Paints each row of a list smoothly, in the colours of the look; a subclass says what a row is.

    A list that shows the mouse's place needs mouse tracking.
    """

    def __init__(self, themes: ThemeSwitch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the row, and leave the painter as it was."""
        painter.save()
        painter.setRenderHints(SMOOTH)
        self.paint_row(painter, option, index)
        painter.restore()

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the row; the painter may be changed at will."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row of a list stands; ``selected`` is where the keyboard is, or what is chosen."""

    selected: bool
    focused: bool
    hovered: bool


def row_state(option: QStyleOptionViewItem) -> RowState:
    """What a view says of the row that it wants painted."""
    flag = QStyle.StateFlag
    wanted = (flag.State_Selected, flag.State_HasFocus, flag.State_MouseOver)
    return RowState(*(bool(option.state & one) for one in wanted))


def paint_card(
    painter: QPainter,
    card: QRectF,
    colours: Colours,
    *,
    radius: float = 12,
    ground: str = "",
    ringed: bool = False,
    raised: bool = False,
    dashed: bool = False,
) -> None:
    """A round-cornered card.

    Args:
        ground: its colour; the look's surface if empty.
        ringed: with the ring of what is chosen.
        raised: with a stronger edge than the others, where it has no ring.
    """
    edge = colours.accent if ringed else colours.outline if raised else colours.border
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(edge), 2 if ringed else 1, style))
    painter.setBrush(QColor(ground or colours.surface))
    painter.drawRoundedRect(card, radius, radius)


def sized_font(base: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """``base`` in this size and weight."""
    font = QFont(base)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def line_in(room: QRectF, top: float, height: float) -> QRectF:
    """As wide as ``room``, from ``top`` on."""
    return QRectF(room.left(), top, room.width(), height)


def paint_line(
    painter: QPainter,
    room: QRectF,
    pixels: int,
    colour: str,
    text: str,
    *,
    bold: bool = False,
    struck: bool = False,
    to_right: bool = False,
) -> float:
    """One line, its letters ``pixels`` high, in the middle of ``room``'s height; cut where it is too long.

    Returns:
        How many pixels wide it is.
    """
    if not text:
        return 0.0
    font = sized_font(painter.font(), pixels, bold=bold)
    font.setStrikeOut(struck)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    metrics = QFontMetricsF(font)
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, cut)
    return metrics.horizontalAdvance(cut)


def paint_lines(
    painter: QPainter, room: QRectF, pixels: int, colour: str, text: str, *, count: int, bold: bool = False
) -> None:
    """Text in up to ``count`` lines that share ``room``'s height, from its top; the last is cut as needed."""
    lines = lines_of(text, sized_font(painter.font(), pixels, bold=bold), room.width(), count)
    height = room.height() / count
    for number, words in enumerate(lines):
        paint_line(
            painter, line_in(room, room.top() + number * height, height), pixels, colour, words, bold=bold
        )


def lines_of(text: str, font: QFont, width: float, count: int) -> list[str]:
    """Text broken into up to ``count`` lines of ``width`` pixels; the last has all that is left over."""
    layout = QTextLayout(text, font)
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < count and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        end = line.textStart() + line.textLength() if len(lines) < count - 1 else len(text)
        lines.append(text[line.textStart() : end].strip())
    layout.endLayout()
    return lines


def paint_key(painter: QPainter, cap: QRectF, key: str, colours: Colours) -> None:
    """The key that chooses something, as it looks on a keyboard."""
    painter.setPen(QPen(QColor(colours.border), 1))
    painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(cap, 6, 6)
    painter.setFont(sized_font(painter.font(), 13, bold=True))
    painter.setPen(QColor(colours.text))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


def paint_picture(
    painter: QPainter,
    frame: QRectF,
    pixmap: QPixmap,
    colours: Colours,
    radius: float,
    *,
    cropped: bool = False,
) -> None:
    """A picture in a round-cornered frame: the whole of it on white, and a mark where there is none.

    Args:
        cropped: it fills the frame instead, its edges cut off, and an empty frame bears no mark.
    """
    shape = QPainterPath()
    shape.addRoundedRect(frame, radius, radius)
    if cropped or pixmap.isNull():
        painter.fillPath(shape, QColor(colours.raised))
    if pixmap.isNull():
        if not cropped:
            side = min(frame.width(), frame.height()) * 0.4
            mark = QRectF(0, 0, side, side)
            mark.moveCenter(frame.center())
            paint_icon(painter, mark, "picture", colours.outline)
        return
    painter.save()
    painter.setClipPath(shape)
    if not cropped:
        painter.fillRect(frame, QColor("white"))
    painter.drawPixmap(_place(frame, pixmap, fill=cropped), pixmap, QRectF(pixmap.rect()))
    painter.restore()


def paint_placeholder(painter: QPainter, room: QRectF, colours: Colours) -> None:
    """Where text will stand in a moment."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.raised))
    painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)


def _place(frame: QRectF, pixmap: QPixmap, *, fill: bool) -> QRectF:
    """Where ``pixmap`` goes to be seen whole in ``frame``, or to fill it, without a change of proportions."""
    ratios = frame.width() / pixmap.width(), frame.height() / pixmap.height()
    ratio = max(ratios) if fill else min(ratios)
    place = QRectF(0, 0, pixmap.width() * ratio, pixmap.height() * ratio)
    place.moveCenter(frame.center())
    return place
