"""Two numbers, from and to, below the button that opens them."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QFormLayout, QFrame, QLabel, QLineEdit, QPushButton, QWidget

_TYPING_MS = 250


class RangePopup(QFrame):
    """Tells the numbers while they are typed; what is no number counts as none."""

    changed = Signal(object, object)
    """Least and greatest, each a Decimal or None."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "floating")
        self.least, self.greatest = QLineEdit(self), QLineEdit(self)
        self._least_label, self._greatest_label = QLabel(self), QLabel(self)
        self.clear_button = QPushButton(self)
        self.clear_button.setProperty("kind", "quiet")
        self.clear_button.clicked.connect(self.empty)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._tell)
        form = QFormLayout(self)
        form.setContentsMargins(16, 16, 16, 8)
        form.setSpacing(8)
        for label, field in ((self._least_label, self.least), (self._greatest_label, self.greatest)):
            field.setFixedWidth(128)
            field.textEdited.connect(lambda _text: self._typing.start())
            field.returnPressed.connect(self.close)
            label.setBuddy(field)
            form.addRow(label, field)
        form.addRow(self.clear_button)

    def open_below(self, button: QAbstractButton) -> None:
        """Show it under ``button``."""
        self.adjustSize()
        self.move(button.mapToGlobal(QPoint(0, button.height() + 4)))
        self.show()
        self.least.setFocus()
        self.least.selectAll()

    def show_range(self, least: Decimal | None, greatest: Decimal | None) -> None:
        """Write these numbers, without telling."""
        if (least, greatest) != self._numbers():
            self.least.setText("" if least is None else str(least))
            self.greatest.setText("" if greatest is None else str(greatest))

    def empty(self) -> None:
        """No limits."""
        self.least.clear()
        self.greatest.clear()
        self._tell()

    def retranslate(self, least: str, greatest: str, clear: str, hint: str) -> None:
        """All texts in the language of now; ``hint`` is the greatest number there is."""
        self._least_label.setText(least)
        self._greatest_label.setText(greatest)
        self.least.setAccessibleName(least)
        self.greatest.setAccessibleName(greatest)
        self.greatest.setPlaceholderText(hint)
        self.clear_button.setText(clear)

    def _tell(self) -> None:
        self._typing.stop()
        self.changed.emit(*self._numbers())

    def _numbers(self) -> tuple[Decimal | None, Decimal | None]:
        return _number(self.least.text()), _number(self.greatest.text())


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() and 0 <= number < 10**9 else None
