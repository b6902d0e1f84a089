"""Products that an entry may mean, each with the key that counts it; more of them when they are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted
from desktop_app.pages.stocktake.views.stock_rows import StockRow, StockRowDelegate, StockRowModel
from desktop_app.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from core.stocktake.looking import Candidate

KEYS = 9
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ChoiceList(QWidget):
    """Numbers choose while it has the focus; the page counts what was chosen."""

    chosen = Signal(int)
    """The product's key in the catalog."""
    more_wanted = Signal()
    left = Signal()
    """Back to what is typed."""
    typed = Signal(object)
    """The QKeyEvent of a letter that belongs to the line."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._candidates: tuple[Candidate, ...] = ()
        self.model = StockRowModel(self)
        self.list = stock_list(self, self.model, StockRowDelegate(themes, thumbnails, self))
        self.more_button = IconButton(themes, "more", "quiet", self)
        self.list.activated.connect(lambda index: self.choose(index.row()))
        self.list.clicked.connect(lambda index: self.choose(index.row()))
        self.list.installEventFilter(self)
        self.more_button.clicked.connect(self.more_wanted)
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    @property
    def is_empty(self) -> bool:
        """Whether nothing can be chosen."""
        return not self._candidates

    def offer(self, candidates: Sequence[Candidate], *, has_more: bool) -> None:
        """Show these; ``has_more`` says whether there are further ones."""
        self._candidates = tuple(candidates)
        self._show(with_keys=False)
        self.more_button.setVisible(has_more)
        self.list.setCurrentIndex(QModelIndex())

    def begin(self) -> None:
        """Take the focus, at the first; from now on the keys choose, and are shown."""
        self._show(with_keys=True)
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()

    def _show(self, *, with_keys: bool) -> None:
        keys = [
            str(place + 1) if with_keys and place < KEYS else "" for place in range(len(self._candidates))
        ]
        self.model.show_rows(
            [candidate_row(candidate, key) for candidate, key in zip(self._candidates, keys, strict=True)]
        )

    def choose(self, place: int) -> None:
        """It is the product in this row, from 0."""
        if 0 <= place < len(self._candidates):
            self.chosen.emit(self._candidates[place].product_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A number chooses, 0 shows more, Escape goes back to the line, a letter goes into it."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return not event.modifiers() & _COMMANDS and self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        place = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape or (
            event.key() == Qt.Key.Key_Up and self.list.currentIndex().row() <= 0
        ):
            self.left.emit()
        elif 0 <= place < KEYS:
            self.choose(place)
        elif event.key() == Qt.Key.Key_0 and not self.more_button.isHidden():
            self.more_wanted.emit()
        elif event.text().strip() and event.text().isprintable():
            self.typed.emit(event)
        else:
            return False
        return True

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.list.setAccessibleName(self.tr("Which one is it?"))
        self.more_button.setText(self.tr("More (0)"))


def candidate_row(candidate: Candidate, key: str) -> StockRow:
    """A product that something may be, with the key that chooses it."""
    caption = dotted(candidate.sku, candidate.location)
    spoken = dotted(key, candidate.title, caption)
    return StockRow(candidate.product_id, candidate.title, caption, candidate.thumbnail, spoken, key=key)


def stock_list(parent: QWidget, model: StockRowModel, delegate: StockRowDelegate) -> QListView:
    """A list of stock rows without a frame."""
    made = QListView(parent)
    made.setModel(model)
    made.setItemDelegate(delegate)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setUniformItemSizes(True)
    made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
