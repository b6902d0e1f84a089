"""Just start typing: a key that nobody on the page needs goes to the search field, and the next ones too.

A USB barcode scanner is a keyboard that types digits and Enter: wherever the focus is on the page, they
arrive in the field. Letters do not where they are commands of their own, nor where the keyboard belongs to an
input method: its first key would reach the field as a bare letter, and the composition would lack it.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from desktop_app.widgets.fields.search_field import SearchField

_TYPED_INTO = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
_COMPOSED = {
    QLocale.Language.Chinese,
    QLocale.Language.Cantonese,
    QLocale.Language.Japanese,
    QLocale.Language.Korean,
    QLocale.Language.Vietnamese,
}
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class TypeAhead(QObject):
    """Watches whatever has the focus on ``page``.

    Args:
        takes_letters: whether letters are commands where this widget is.
    """

    def __init__(self, page: QWidget, field: SearchField, takes_letters: Callable[[QWidget], bool]) -> None:
        super().__init__(page)
        self._page = page
        self._field = field
        self._takes_letters = takes_letters
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass a typed character on; everything else goes its way."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text = event.text()
            plain = not (event.modifiers() & ~_PLAIN)
            if plain and text.isprintable() and not text.isspace() and text and self._is_ours(watched, text):
                self._field.begin("" if text == "/" else text)
                return True
        return super().eventFilter(watched, event)

    def _is_ours(self, watched: QObject, text: str) -> bool:
        if text.isdecimal() or text == "/":
            return True
        if not text.isalnum() or not isinstance(watched, QWidget) or self._takes_letters(watched):
            return False
        return QGuiApplication.inputMethod().locale().language() not in _COMPOSED

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if new is not None and self._page.isAncestorOf(new) and not isinstance(new, _TYPED_INTO):
            new.installEventFilter(self)
            self._watched = new
