"""What is looked through: files and folders that are chosen, dropped or pasted."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from core.copies.sources import PAGE_ENDINGS, PDF_ENDING
from core.imaging.picture_kinds import FILM_ENDINGS, PICTURE_ENDINGS
from desktop_app.widgets.file_dialog import FileDialog


def ask_for_files(parent: QWidget, chosen: Callable[[Sequence[Path]], None]) -> None:
    """Let the user choose pictures, films, PDFs and saved pages."""
    translate = QCoreApplication.translate
    dialog = FileDialog(parent, translate("tracing", "Choose what to look through"), "pictures")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    endings = (*PICTURE_ENDINGS, *FILM_ENDINGS, *PAGE_ENDINGS, PDF_ENDING)
    kind = translate("tracing", "Pictures, films, PDFs and saved pages")
    everything = translate("tracing", "All files")
    patterns = " ".join(f"*{ending}" for ending in endings)
    dialog.setNameFilters([f"{kind} ({patterns})", f"{everything} (*)"])
    dialog.filesSelected.connect(lambda files: chosen([Path(file) for file in files]))
    dialog.open()


def ask_for_folder(parent: QWidget, chosen: Callable[[Sequence[Path]], None]) -> None:
    """Let the user choose a folder."""
    title = QCoreApplication.translate("tracing", "Choose a folder to look through")
    dialog = FileDialog(parent, title, "pictures")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(lambda folder: chosen([Path(folder)]))
    dialog.open()


def ask_where_to_report(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Let the user choose the folder into which a report is written."""
    title = QCoreApplication.translate("tracing", "Choose a folder for the report")
    dialog = FileDialog(parent, title, "exports")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(lambda folder: chosen(Path(folder)))
    dialog.open()


def files_in(mime: QMimeData) -> list[Path]:
    """The files and folders that are dragged or pasted."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
