"""What is offered beside an opened product, and the line in which a customer's number is typed or scanned."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.messages import Sentence
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.language import Translated, in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.results.offer_strip import Offer, OfferStrip
from desktop_app.widgets.labels import text_label

_FIELD_WIDTH = 200
_LONGEST = 80


class _NumberField(QLineEdit):
    """Enter asks and Escape empties it; neither reaches the page, where they mean something else."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.given_up.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class OfferedCard(Translated, QFrame):
    """Hidden while there is nothing to offer and nobody to ask for."""

    customer_named = Signal(str)
    """A number; "" where it is nobody's any more."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._named = ""
        self._problem: Sentence | None = None
        self._finds_nothing = False
        self.strip = OfferStrip(themes, thumbnails, self)
        self._label = text_label("small")
        self.number = _NumberField(self)
        self.number.setMaxLength(_LONGEST)
        self.number.setFixedWidth(_FIELD_WIDTH)
        self.number.setClearButtonEnabled(True)
        self._label.setBuddy(self.number)
        self.answer = text_label("small", wrap=True)
        self._customer = QWidget(self)
        row = QHBoxLayout(self._customer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self.number)
        row.addWidget(self.answer, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 4)
        column.setSpacing(8)
        column.addWidget(self._customer)
        column.addWidget(self.strip)
        self.number.returnPressed.connect(self._ask)
        self.number.given_up.connect(self._ask)
        self.number.textChanged.connect(lambda text: None if text else self._ask())
        self.retranslate()
        self.show_offer(None)
        self.ask_for_customers(False)

    @property
    def customer(self) -> str:
        """The number that was entered; "" for nobody's."""
        return self._named

    def forget_customer(self) -> None:
        """Another customer may be next: nothing of this one stays on the screen."""
        self._named = ""
        self.number.setText("")  # unlike clear(), it leaves nothing to undo
        self.tell(None)

    def ask_for_customers(self, wanted: bool) -> None:
        """Offer the line for the number, where the shop knows customers by one."""
        self._customer.setVisible(wanted)
        self._show_or_hide()

    def show_offer(self, offer: Offer | None) -> None:
        """Offer these products, or none."""
        self.strip.show_offer(offer)
        self.strip.setVisible(bool(self.strip.products))
        self._show_or_hide()

    def tell(self, problem: Sentence | None, *, finds_nothing: bool = False) -> None:
        """Why there is nothing for the customer: the number is nobody's, or their receipts tell nothing."""
        self._problem, self._finds_nothing = problem, finds_nothing
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        name = self.tr("Customer's number or card")
        self._label.setText(name)
        self.number.setAccessibleName(name)
        self.number.setToolTip(self.tr("Enter offers what goes with what this customer bought"))
        words = self.tr("Their receipts suggest nothing.") if self._finds_nothing else ""
        self.answer.setText(words if self._problem is None else in_words(self._problem))

    def _show_or_hide(self) -> None:
        self.setVisible(bool(self.strip.products) or not self._customer.isHidden())

    def _ask(self) -> None:
        number = self.number.text().strip()
        if number != self._named:
            self._named = number
            self.tell(None)
            self.customer_named.emit(number)
