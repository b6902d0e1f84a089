"""Paints one photo with what was answered before and after a lesson, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.icons import paint_icon
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.painting import (
    CardDelegate,
    paint_card,
    paint_line,
    paint_picture,
    row_state,
    sized_font,
)
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.learning.changes.model import CHANGE_ROLE

if TYPE_CHECKING:
    from core.measuring.changed_answers import ChangedAnswer

_PICTURE, _PADDING, _GAP = 88.0, 16.0, 12
_HEIGHT = 120


class ChangeDelegate(CardDelegate):
    """Three pictures a row: the photo, the answer before, the answer after; a mark says which was right."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(themes, parent)
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """The card and the gap below it."""
        return QSize(480, _HEIGHT + _GAP)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint it."""
        colours = self._themes.colours
        change: ChangedAnswer = index.data(CHANGE_ROLE)
        card = QRectF(option.rect).adjusted(2, 2, -2, 2 - _GAP)
        paint_card(painter, card, colours, ringed=row_state(option).selected)
        inner = card.adjusted(_PADDING, 0, -_PADDING, 0)
        third = (inner.width() - 2 * _PADDING) / 3
        photo = QCoreApplication.translate("lesson", "Shop photo")
        before = QCoreApplication.translate("lesson", "Before")
        after = QCoreApplication.translate("lesson", "After")
        parts = (
            (photo, change.photo, change.title, None),
            (before, change.before.photo, change.before.title, change.before.title == change.title),
            (after, change.after.photo, change.after.title, change.after.title == change.title),
        )
        for number, (heading, picture, title, right) in enumerate(parts):
            room = QRectF(inner.left() + number * (third + _PADDING), inner.top(), third, inner.height())
            self._paint_part(painter, room, heading, picture, title, right)

    def _paint_part(
        self, painter: QPainter, room: QRectF, heading: str, picture: Path, title: str, right: bool | None
    ) -> None:
        colours = self._themes.colours
        frame = QRectF(room.left(), room.center().y() - _PICTURE / 2, _PICTURE, _PICTURE)
        paint_picture(painter, frame, self._thumbnails.get(str(picture)), colours, 10)
        words = QRectF(room)
        words.setLeft(frame.right() + 12)
        top = QRectF(words.left(), frame.top() + 2, words.width(), 20)
        strong = sized_font(painter.font(), 14, bold=True)
        paint_line(painter, top, 12, colours.muted, heading)
        box = QRectF(words.left(), top.bottom() + 2, words.width(), 40)
        painter.setFont(strong)
        painter.setPen(QColor(colours.text))
        painter.drawText(box, _WRAPPED, _two_lines(title, strong, box.width()))
        if right is None:
            return
        name, colour = ("match", colours.good) if right else ("unknown", colours.bad)
        paint_icon(painter, QRectF(words.left(), frame.bottom() - 20, 18, 18), name, colour)
        verdict = (
            QCoreApplication.translate("lesson", "Right")
            if right
            else QCoreApplication.translate("lesson", "Wrong")
        )
        line = QRectF(words.left() + 24, frame.bottom() - 21, words.width() - 24, 20)
        paint_line(painter, line, 12, colour, verdict, bold=True)


_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def _two_lines(text: str, font: QFont, width: float) -> str:
    """``text`` cut off where it would need a third line."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width * 1.8)
