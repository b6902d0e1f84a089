"""Beside the webcam: what was counted, or the products that fit what was entered or is being typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.stock_words import quantity
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted
from desktop_app.pages.stocktake.views.choices import ChoiceList, stock_list
from desktop_app.pages.stocktake.views.stock_rows import StockRow, StockRowDelegate, StockRowModel
from desktop_app.widgets.fields.count_field import CountField
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.stocktake.counted import CountedProduct
    from core.stocktake.looking import Candidate
    from core.stocktake.standing import Standing

_TYPING_MS = 150
"""A scanner is faster, and asks for nothing in between."""

_Offer = Literal["", "meant", "typing"]
"""Nothing; what an entry may mean; what fits the words in the line."""


class StockLists(QWidget):
    """Follows ``field``, which keeps the focus until somebody goes down into what fits."""

    product_chosen = Signal(int)
    """One of the products that an entry may mean."""
    suggestions_wanted = Signal(str)
    """What fits these words, which are being typed?"""
    more_wanted = Signal(str)
    """What else fits these words?"""

    def __init__(
        self, themes: ThemeSwitch, thumbnails: Thumbnails, field: CountField, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._counted: tuple[CountedProduct, ...] = ()
        self._offer: _Offer = ""
        self._entered = ""
        self._title = text_label("section")
        self.model = StockRowModel(self)
        self.list = stock_list(self, self.model, StockRowDelegate(themes, thumbnails, self))
        self.choices = ChoiceList(themes, thumbnails, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.choices)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._stack, 1)
        thumbnails.ready.connect(lambda _path: self._repaint())
        themes.changed.connect(self._repaint)
        self._connect()

    @property
    def chosen(self) -> CountedProduct | None:
        """The counted product that a quantity is for; None where nothing is shown as current."""
        row = self.list.currentIndex().row()
        return self._counted[row] if 0 <= row < len(self._counted) else None

    def show_standing(self, standing: Standing) -> None:
        """How the count is now; the product that was counted is chosen in the list.

        After anything else no product is: a number never goes to one that the clerk is not looking at.
        """
        self._counted = standing.counted
        self.model.show_rows([_counted_row(product) for product in standing.counted])
        current = standing.current
        ids = [product.product_id for product in standing.counted]
        self.list.setCurrentIndex(
            self.model.index(ids.index(current.product_id)) if current is not None else QModelIndex()
        )
        if standing.event == "choose":
            self._entered = standing.text
            self._show(standing.candidates, "meant", has_more=standing.has_more)
            self.choices.begin()
        elif self._offer == "meant":
            self._leave()

    def choose_none(self) -> None:
        """What came last was no product: a number is for none."""
        self.list.setCurrentIndex(QModelIndex())

    def suggest(self, text: str, candidates: Sequence[Candidate], *, has_more: bool) -> None:
        """Show what fits the words in the line; too late if it says something else by now."""
        if self._field.text().strip() == text and self._offer != "meant":
            self._show(candidates, "typing", has_more=has_more)

    def show_more(self, candidates: Sequence[Candidate]) -> None:
        """Show all that fit, if some of them are still offered."""
        if self._offer:
            self._show(candidates, self._offer, has_more=False)
            self.choices.begin()

    def go(self, step: int) -> None:
        """Another product of the list; down from the line goes into what fits it."""
        row = self.list.currentIndex().row() + step
        if self._offer == "typing" and step > 0:
            self.choices.begin()
        elif not self._offer and 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.choices.retranslate()
        row = self.list.currentIndex().row()
        self.model.show_rows([_counted_row(product) for product in self._counted])
        self.list.setCurrentIndex(self.model.index(row))
        self._name()

    # What may be meant

    def _show(self, candidates: Sequence[Candidate], why: _Offer, *, has_more: bool) -> None:
        self._offer = why if candidates else ""
        self.choices.offer(candidates, has_more=has_more)
        self._stack.setCurrentWidget(self.choices if candidates else self.list)
        self._name()

    def _leave(self) -> None:
        had_focus = self.choices.list.hasFocus()
        self._show((), "", has_more=False)
        if had_focus:
            self._field.setFocus()

    def _name(self) -> None:
        self.list.setAccessibleName(self.tr("Counted products"))
        words: dict[_Offer, str] = {
            "": self.tr("Counted, the latest first"),
            "meant": self.tr("Which one is it? Its number or Enter counts it"),
            "typing": self.tr("Fits what you type: ↓ goes there"),
        }
        self._title.setText(words[self._offer])

    def _on_text(self, text: str) -> None:
        """Suggestions fit what was typed, and no longer."""
        if not text.strip() and self._offer == "typing":
            self._leave()

    def _on_typed(self, event: QKeyEvent) -> None:
        self._field.setFocus()
        self._field.keyPressEvent(event)

    def _on_left(self) -> None:
        if self._offer == "meant":
            self._leave()
        self._field.setFocus()

    def _on_chosen(self, product_id: int) -> None:
        self._show((), "", has_more=False)
        self._field.clear()
        self._field.setFocus()
        self.product_chosen.emit(product_id)

    def _want_suggestions(self) -> None:
        text = self._field.text().strip()
        if text and not self._field.means_number():
            self.suggestions_wanted.emit(text)
        elif self._offer == "typing":
            self._leave()

    def _want_more(self) -> None:
        self.more_wanted.emit(self._entered if self._offer == "meant" else self._field.text().strip())

    def _repaint(self) -> None:
        self.list.viewport().update()
        self.choices.list.viewport().update()

    def _connect(self) -> None:
        self._field.textChanged.connect(self._on_text)
        self._field.textEdited.connect(lambda _text: self._typing.start())
        self._typing.timeout.connect(self._want_suggestions)
        self.choices.chosen.connect(self._on_chosen)
        self.choices.more_wanted.connect(self._want_more)
        self.choices.left.connect(self._on_left)
        self.choices.typed.connect(self._on_typed)


def _counted_row(product: CountedProduct) -> StockRow:
    caption = dotted(product.sku, product.location)
    amount = quantity(product.counted, product.unit)
    spoken = f"{product.title} · {amount} · {caption}"
    return StockRow(product.product_id, product.title, caption, product.thumbnail, spoken, amount)
