"""How much of a product was sold or received, typed."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.errors import KnownError
from core.quantities.quantity import Quantity
from desktop_app.look.language import in_words
from desktop_app.look.stock_words import read_booking, typed, unit_sign
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.answer.wares import Ware
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

_WIDTH = 320


class AmountPopup(QFrame):
    """Enter says that it was sold, Shift and Enter that it was received, Escape nothing."""

    booked = Signal(object, bool)
    """The Quantity, above zero, and whether it was sold."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "floating")
        self._product: Ware | None = None
        self._title = text_label("section", wrap=True)
        self.amount = QLineEdit(self)
        self._unit = text_label("muted")
        self.problem = text_label("problem", wrap=True)
        self.sold_button = IconButton(themes, "minus", "primary", self)
        self.received_button = IconButton(themes, "plus", "plain", self)
        self.sold_button.clicked.connect(lambda: self._book(is_sale=True))
        self.received_button.clicked.connect(lambda: self._book(is_sale=False))
        number, buttons = QHBoxLayout(), QHBoxLayout()
        number.addWidget(self.amount, 1)
        number.addWidget(self._unit)
        buttons.addWidget(self.sold_button, 1)
        buttons.addWidget(self.received_button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(number)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        self.setFixedWidth(_WIDTH)

    def open_at(self, place: QPoint, product: Ware) -> None:
        """Ask for ``product``; ``place`` is the upper left corner, in global coordinates."""
        self._product = product
        self._title.setText(product.title)
        self._unit.setText(unit_sign(product.unit))
        self._unit.setVisible(bool(self._unit.text()))
        self.amount.setAccessibleName(self.tr("How much"))
        self.sold_button.setText(self.tr("Sold"))
        self.sold_button.setToolTip(self.tr("Enter"))
        self.received_button.setText(self.tr("Received"))
        self.received_button.setToolTip(self.tr("Shift+Enter"))
        self.amount.setText("1")
        self.amount.selectAll()
        self.problem.hide()
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = min(place.x(), room.right() - self.width())
        self.move(left, min(place.y(), room.bottom() - self.height()))
        self.show()
        self.amount.setFocus()

    def suggest(self, product: Ware, amount: Quantity | None) -> None:
        """Propose this amount of ``product``, unless something was typed already."""
        if amount is not None and product == self._product and not self.amount.isModified():
            self.amount.setText(typed(amount))
            self.amount.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The two ways to enter it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._book(is_sale=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)

    def _book(self, *, is_sale: bool) -> None:
        try:
            amount = self._read()
        except KnownError as error:
            self.problem.setText(in_words(error.sentence))
            self.problem.show()
            self.adjustSize()
            self.amount.setFocus()
            return
        self.close()
        self.booked.emit(amount, is_sale)

    def _read(self) -> Quantity:
        return read_booking(self.amount.text(), self._product.unit if self._product is not None else None)
