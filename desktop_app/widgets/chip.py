"""A small rounded mark with an icon and a few words: stock, shelf, tag."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.look.icons import paint_icon
from desktop_app.look.painting import sized_font
from desktop_app.look.theme import Colours, ThemeSwitch

Tone = Literal["neutral", "good", "doubt", "bad"]

HEIGHT = 28
_PADDING = 10
_ICON = 16
_GAP = 6
_FONT_PIXELS = 13
_LEAST = 120
"""Pixels to which a long chip gives way."""
_LONG = 12
"""Letters that have room in those."""


def tone_colours(colours: Colours, tone: Tone) -> tuple[str, str]:
    """(text, ground) of a chip of this tone."""
    return {
        "neutral": (colours.text, colours.raised),
        "good": (colours.good, colours.good_soft),
        "doubt": (colours.doubt, colours.doubt_soft),
        "bad": (colours.bad, colours.bad_soft),
    }[tone]


def chip_font(base: QFont) -> QFont:
    """The font of a chip's words."""
    return sized_font(base, _FONT_PIXELS, bold=True)


def chip_width(font: QFont, icon_name: str, text: str) -> float:
    """Logical pixels that :func:`paint_chip` needs for ``text``; ``font`` comes from :func:`chip_font`."""
    icon_room = _ICON + _GAP if icon_name else 0
    return 2 * _PADDING + icon_room + QFontMetricsF(font).horizontalAdvance(text)


def paint_chip(
    painter: QPainter, rectangle: QRectF, icon_name: str, text: str, colours: tuple[str, str]
) -> None:
    """Paint a chip; ``colours`` are those of its text and its ground."""
    foreground, ground = colours
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(rectangle, 8, 8)
    inner = rectangle.adjusted(_PADDING, 0, -_PADDING, 0)
    if icon_name:
        top = rectangle.center().y() - _ICON / 2
        paint_icon(painter, QRectF(inner.left(), top, _ICON, _ICON), icon_name, foreground)
        inner.setLeft(inner.left() + _ICON + _GAP)
    painter.setPen(QColor(foreground))
    painter.setFont(chip_font(painter.font()))
    text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()) + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class Chip(QWidget):
    """The chip as a widget."""

    def __init__(
        self, themes: ThemeSwitch, icon_name: str = "", tone: Tone = "neutral", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._icon_name = icon_name
        self._tone = tone
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def show_text(self, text: str, tone: Tone) -> None:
        """Say ``text`` in the colours of ``tone``."""
        self.text = text
        self._tone = tone
        self.setAccessibleName(text)
        self.setToolTip(text if len(text) > _LONG else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(round(chip_width(chip_font(self.font()), self._icon_name, self.text) + 1), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Long words give way: they end in dots, and the tool tip has them whole."""
        wanted = self.sizeHint()
        return QSize(min(wanted.width(), _LEAST), wanted.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tone_colours(self._themes.colours, self._tone)
        paint_chip(painter, QRectF(self.rect()), self._icon_name, self.text, colours)
        painter.end()
