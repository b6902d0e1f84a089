"""The line that says what the digits of the shop's scale labels mean."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from core.catalog.scales.scale_code import read_format
from core.errors import KnownError
from desktop_app.look.language import Translated, in_words
from desktop_app.widgets.fields.entry_line import EntryLine


class ScalesLine(Translated, EntryLine):
    """Several formats with a space between them; empty where the shop has no such labels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_problem, parent)
        self.line.setPlaceholderText("21PPPPPWW.WWWX")
        self.retranslate()

    def show_formats(self, formats: Sequence[str]) -> None:
        """Show those of the shop; what is being typed is left alone."""
        if not (self.line.hasFocus() and self.is_changed):
            self.show_text(" ".join(formats))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.set_name(self.tr("Scale labels"))
        self.line.setToolTip(
            self.tr("P product, W weight, Q pieces, M price, V check digit of those, X check digit of all")
        )


def _problem(text: str) -> str:
    try:
        for format_ in text.split():
            read_format(format_)
    except KnownError as error:
        return in_words(error.sentence)
    return ""
