"""Paints one traced picture of the list: what it is made of, and where it was found."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.icons import paint_icon
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.painting import CardDelegate, line_in, paint_card, paint_line, paint_picture, row_state
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import share
from desktop_app.pages.catalog.tracing.model import ROW_ROLE
from desktop_app.pages.catalog.tracing.shown import ShownCopy
from desktop_app.pages.catalog.tracing.words import detail, headline

_HEIGHT, _GAP, _PADDING, _PICTURE = 64, 6, 12, 44


class TracedDelegate(CardDelegate):
    """Our photo, the product, the picture's name; a copy says at the right how sure it is."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails) -> None:
        super().__init__(themes)
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """The card and the gap below it."""
        return QSize(200, _HEIGHT + _GAP)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint it."""
        colours = self._themes.colours
        row: ShownCopy = index.data(ROW_ROLE)
        state = row_state(option)
        card = QRectF(option.rect).adjusted(2, 2, -2, 2 - _GAP)
        ground = colours.accent_soft if state.selected else ""
        paint_card(painter, card, colours, ground=ground, ringed=state.selected, raised=state.hovered)
        frame = QRectF(card.left() + _PADDING, card.center().y() - _PICTURE / 2, _PICTURE, _PICTURE)
        words = card.adjusted(_PADDING, 0, -_PADDING, 0)
        words.setLeft(frame.right() + _PADDING)
        if row.found is not None:
            paint_picture(painter, frame, self._thumbnails.get(row.photo), colours, 8)
            sure = share(row.found.copy.score)
            figure = line_in(words, card.top() + 9, 22)
            width = paint_line(painter, figure, 13, colours.muted, sure, to_right=True)
            words.setRight(words.right() - width - 8)
        else:
            is_problem = row.traced.given.problem is not None
            mark = QRectF(0, 0, 22, 22)
            mark.moveCenter(frame.center())
            name, colour = ("error", colours.bad) if is_problem else ("picture", colours.outline)
            paint_icon(painter, mark, name, colour)
        paint_line(
            painter,
            line_in(words, card.top() + 9, 22),
            14,
            colours.text if row.found is not None else colours.muted,
            headline(row),
            bold=row.found is not None,
        )
        words.setRight(card.right() - _PADDING)
        paint_line(painter, line_in(words, card.top() + 31, 22), 12, colours.muted, detail(row))
