"""What a person should know of an import: what was guessed, which rows were left out and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from core.messages import Sentence, message
from desktop_app.look.language import Translated, in_words

if TYPE_CHECKING:
    from core.ingest.product_import import ImportReport

_SHOWN = 200
_HIGHEST = 110
WITHOUT_PHOTOS = message(
    "core",
    "These products have no photos yet: they are found by text and barcode alone. Give them photos: in the "
    "catalog to one product, on the page Learning a folder to many.",
)


class ImportRemarks(Translated, QPlainTextEdit):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks: Sequence[tuple[str, Sentence]] = ()
        self.setReadOnly(True)
        self.setMaximumHeight(_HIGHEST)
        self.hide()
        self.retranslate()

    def show_report(self, report: ImportReport, *, is_done: bool = False) -> None:
        """Of a plan, or of an import that ``is_done``."""
        about = [("", note) for note in report.notes]
        if is_done and report.created and not report.photos:
            about.insert(0, ("", Sentence(WITHOUT_PHOTOS)))
        self._remarks = (*about, *((str(skip.row), skip.reason) for skip in report.skipped[:_SHOWN]))
        self.setVisible(bool(self._remarks))
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setAccessibleName(self.tr("What is left out, and why"))
        lines = (f"{row}: {in_words(reason)}" if row else in_words(reason) for row, reason in self._remarks)
        self.setPlainText("\n".join(lines))
