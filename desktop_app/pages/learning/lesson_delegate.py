"""Paints one lesson of the list: its name and date, what it gained, and how it stands."""

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.look.item_index import AnyIndex
from desktop_app.look.painting import paint_line, sized_font
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.learning.lesson_model import LESSON_ROLE, LessonRow, State
from desktop_app.pages.learning.wording import lesson_name, moment
from desktop_app.widgets.chip import HEIGHT as CHIP_HEIGHT
from desktop_app.widgets.chip import Tone, chip_font, chip_width, paint_chip, tone_colours

_HEIGHT, _GAP, _PADDING, _RADIUS = 76, 8, 16, 12.0
_TONES: dict[State, Tone] = {"in use": "good", "kept": "neutral", "rejected": "doubt"}


class LessonDelegate(QStyledItemDelegate):
    """The chosen lesson has a ring; the one in use a green mark."""

    def __init__(self, themes: ThemeSwitch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """The card and the gap below it."""
        return QSize(240, _HEIGHT + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint it."""
        colours = self._themes.colours
        row: LessonRow = index.data(LESSON_ROLE)
        card = QRectF(option.rect).adjusted(2, 2, -2, 2 - _GAP)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = colours.accent if selected else colours.outline if hovered else colours.border
        painter.setPen(QPen(QColor(ring), 2 if selected else 1))
        painter.setBrush(QColor(colours.accent_soft if selected else colours.surface))
        painter.drawRoundedRect(card, _RADIUS, _RADIUS)
        inner = card.adjusted(_PADDING, 12, -_PADDING, -12)
        chip = chip_font(painter.font())
        words = row.state_in_words()
        icon_name = "match" if row.state == "in use" else ""
        width = chip_width(chip, icon_name, words) + 1
        room = QRectF(inner.right() - width, inner.center().y() - CHIP_HEIGHT / 2, width, CHIP_HEIGHT)
        paint_chip(painter, room, icon_name, words, tone_colours(colours, _TONES[row.state]))
        left = QRectF(inner)
        left.setRight(room.left() - 12)
        when = moment(row.lesson.created) if row.lesson is not None else ""
        detail = " · ".join(part for part in (row.detail(), when) if part)
        name_font, detail_font = sized_font(painter.font(), 15, bold=True), sized_font(painter.font(), 13)
        line = QRectF(left.left(), left.top(), left.width(), 24)
        paint_line(painter, line, name_font, colours.text, lesson_name(row.lesson))
        paint_line(painter, line.translated(0, 27), detail_font, colours.muted, detail)
        painter.restore()
