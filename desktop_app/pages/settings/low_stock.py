"""The line that says at how much there is too little of a product of the shop."""

from PySide6.QtWidgets import QWidget

from core.errors import KnownError
from core.quantities.quantity import Quantity
from desktop_app.look.language import Translated, in_words
from desktop_app.look.stock_words import read_mark, typed
from desktop_app.widgets.fields.entry_line import EntryLine


class LowStockLine(Translated, EntryLine):
    """A number; empty where no product is ever low unless it says so itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_problem, parent)
        self.retranslate()

    def show_mark(self, mark: Quantity | None) -> None:
        """Show that of the shop; what is being typed is left alone."""
        if not (self.line.hasFocus() and self.is_changed):
            self.show_text("" if mark is None else typed(mark))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.set_name(self.tr("Low stock at"))
        self.line.setPlaceholderText(self.tr("never"))


def _problem(text: str) -> str:
    try:
        read_mark(text)
    except KnownError as error:
        return in_words(error.sentence)
    return ""
