"""What is in a table, and what an import of it changes, in the words of the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from core.ingest.product_import import ImportReport
    from core.ingest.table_preview import TablePreview


def headline(file: str, preview: TablePreview | None) -> str:
    """Whose table it is; None while it has not been read, or for a folder."""
    if preview is None:
        return file
    if not preview.profile:
        words = QCoreApplication.translate("import_words", "{file}: which column is what?")
    elif preview.is_export:
        words = QCoreApplication.translate("import_words", "{file}: exported from {program}")
    else:
        words = QCoreApplication.translate(
            "import_words", "{file}: its columns are named as {program} names them"
        )
    return words.format(file=file, program=preview.profile)


def planned(plan: ImportReport) -> str:
    """What would change."""
    words = QCoreApplication.translate(
        "import_words",
        "Products: {created} new, {updated} changed, {unchanged} unchanged. New photos: {photos}.",
    )
    return _counted(words, plan)


def done(report: ImportReport) -> str:
    """What has changed."""
    words = QCoreApplication.translate(
        "import_words",
        "Done. Products: {created} new, {updated} changed, {unchanged} unchanged. New photos: {photos}.",
    )
    if not report.skipped:
        return _counted(words, report)
    doubtful = QCoreApplication.translate("import_words", "Left out or in doubt: {count}.")
    return f"{_counted(words, report)} {doubtful.format(count=len(report.skipped))}"


def _counted(words: str, report: ImportReport) -> str:
    return words.format(
        created=report.created,
        updated=report.updated,
        unchanged=report.unchanged,
        photos=report.photos_added,
    )
