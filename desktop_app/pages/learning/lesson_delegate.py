"""Paints one lesson of the list: its name and date, what it gained, and how it stands."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.look.item_index import AnyIndex
from desktop_app.look.painting import CardDelegate, paint_card, paint_line, row_state
from desktop_app.look.wording import dotted
from desktop_app.pages.learning.lesson_model import LESSON_ROLE, LessonRow, State
from desktop_app.pages.learning.wording import lesson_name, moment
from desktop_app.widgets.chip import HEIGHT as CHIP_HEIGHT
from desktop_app.widgets.chip import Tone, chip_font, chip_width, paint_chip, tone_colours

_HEIGHT, _GAP, _PADDING = 76, 8, 16
_TONES: dict[State, Tone] = {"in use": "good", "kept": "neutral", "rejected": "doubt"}


class LessonDelegate(CardDelegate):
    """The chosen lesson has a ring; the one in use a green mark."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """The card and the gap below it."""
        return QSize(240, _HEIGHT + _GAP)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint it."""
        colours = self._themes.colours
        row: LessonRow = index.data(LESSON_ROLE)
        card = QRectF(option.rect).adjusted(2, 2, -2, 2 - _GAP)
        state = row_state(option)
        ground = colours.accent_soft if state.selected else ""
        paint_card(painter, card, colours, ground=ground, ringed=state.selected, raised=state.hovered)
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
        detail = dotted(row.detail(), when)
        line = QRectF(left.left(), left.top(), left.width(), 24)
        paint_line(painter, line, 15, colours.text, lesson_name(row.lesson), bold=True)
        paint_line(painter, line.translated(0, 27), 13, colours.muted, detail)
