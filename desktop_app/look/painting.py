"""What the delegates of product lists share: fonts, cut lines of text, pictures with round corners."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPixmap

from desktop_app.look.icons import paint_icon
from desktop_app.look.theme import Colours


def sized_font(base: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """``base`` in this size and weight."""
    font = QFont(base)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def paint_line(
    painter: QPainter,
    room: QRectF,
    font: QFont,
    colour: str,
    text: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line in the middle of ``room``'s height, cut with an ellipsis where it is too long."""
    if not text:
        return
    painter.setFont(font)
    painter.setPen(QColor(colour))
    cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, cut)


def paint_picture(painter: QPainter, frame: QRectF, pixmap: QPixmap, colours: Colours, radius: float) -> None:
    """The whole picture on white in a round-cornered frame; a mark where there is none."""
    shape = QPainterPath()
    shape.addRoundedRect(frame, radius, radius)
    if pixmap.isNull():
        painter.fillPath(shape, QColor(colours.raised))
        side = min(frame.width(), frame.height()) * 0.4
        mark = QRectF(0, 0, side, side)
        mark.moveCenter(frame.center())
        paint_icon(painter, mark, "picture", colours.outline)
        return
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(frame, QColor("white"))
    painter.drawPixmap(_fitting(frame, pixmap), pixmap, QRectF(pixmap.rect()))
    painter.restore()


def paint_placeholder(painter: QPainter, room: QRectF, colours: Colours) -> None:
    """Where text will stand in a moment."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.raised))
    painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)


def _fitting(frame: QRectF, pixmap: QPixmap) -> QRectF:
    """Where ``pixmap`` goes to be seen whole in ``frame`` without a change of proportions."""
    ratio = min(frame.width() / pixmap.width(), frame.height() / pixmap.height())
    place = QRectF(0, 0, pixmap.width() * ratio, pixmap.height() * ratio)
    place.moveCenter(frame.center())
    return place
