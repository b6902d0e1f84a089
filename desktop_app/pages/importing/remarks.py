"""What a person should know of an import: what was guessed, which rows were left out and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from core.messages import Sentence, message
from desktop_app.look.language import Translated, in_words

if TYPE_CHECKING:
    from core.ingest.product_import import ImportReport
    from core.sales.report import SalesReport

_SHOWN = 200
_UNKNOWN_SHOWN = 20
_HIGHEST = 110
UNKNOWN = message(
    "core", "Not in this shop: {code} “{title}”, on {count} lines; they are kept until the shop has it."
)
MORE_UNKNOWN = message("core", "Further products that are not in this shop: {count}.")
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

    def show_sales(self, report: SalesReport) -> None:
        """Of receipts, planned or imported: what the shop has no product for comes first."""
        unknown = [
            ("", Sentence(UNKNOWN, {"code": one.code, "title": one.title, "count": one.lines}))
            for one in report.unknown[:_UNKNOWN_SHOWN]
        ]
        more = len(report.unknown) - len(unknown)
        if more:
            unknown.append(("", Sentence(MORE_UNKNOWN, {"count": more})))
        rows = [(str(skip.row), skip.reason) for skip in report.skipped[:_SHOWN]]
        self._remarks = (*(("", note) for note in report.notes), *unknown, *rows)
        self.setVisible(bool(self._remarks))
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setAccessibleName(self.tr("What is left out, and why"))
        lines = (f"{row}: {in_words(reason)}" if row else in_words(reason) for row, reason in self._remarks)
        self.setPlainText("\n".join(lines))
