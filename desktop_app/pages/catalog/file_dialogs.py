"""The platform's file dialogs that the catalog page opens; none of them blocks."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core.imaging.picture_kinds import PICTURE_ENDINGS
from desktop_app.engine.engine import PictureSource, QueryPicture
from desktop_app.widgets.file_dialog import FileDialog

_PICTURE_ENDINGS = " ".join(f"*{ending}" for ending in PICTURE_ENDINGS)


def ask_for_pictures(parent: QWidget, chosen: Callable[[Sequence[QueryPicture]], None]) -> None:
    """Let the user choose picture files."""
    translate = QCoreApplication.translate
    dialog = FileDialog(parent, translate("catalog_dialogs", "Choose pictures"), "pictures")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    pictures, everything = translate("catalog_dialogs", "Pictures"), translate("catalog_dialogs", "All files")
    dialog.setNameFilters([f"{pictures} ({_PICTURE_ENDINGS})", f"{everything} (*)"])
    dialog.filesSelected.connect(lambda files: chosen([_picture(Path(file)) for file in files]))
    dialog.open()


def _picture(path: Path) -> QueryPicture:
    return QueryPicture(PictureSource(path.name, path=path))


def ask_for_export(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Let the user say where the catalog is written, and as what."""
    translate = QCoreApplication.translate
    whole = {"zip": translate("catalog_dialogs", "The whole shop in one file")}
    _ask_where(parent, translate("catalog_dialogs", "Export the catalog"), _tables() | whole, chosen)


def ask_for_table(parent: QWidget, title: str, chosen: Callable[[Path], None]) -> None:
    """Let the user say where a table is written, and as what."""
    _ask_where(parent, title, _tables(), chosen)


def ask_for_list(parent: QWidget, title: str, chosen: Callable[[Path], None]) -> None:
    """Let the user say where a table is written that programs may want, too, and as what."""
    programs = {"json": QCoreApplication.translate("catalog_dialogs", "For programs")}
    _ask_where(parent, title, _tables() | programs, chosen)


def _tables() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "csv": translate("catalog_dialogs", "Table for any spreadsheet"),
        "xlsx": translate("catalog_dialogs", "Excel workbook"),
    }


def _ask_where(parent: QWidget, title: str, names: dict[str, str], chosen: Callable[[Path], None]) -> None:
    """``names``: what each kind of file is called, by its ending."""
    dialog = FileDialog(parent, title, "exports")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    kinds = {f"{name} (*.{ending})": ending for ending, name in names.items()}
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix("csv")
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds[kind]))
    dialog.fileSelected.connect(lambda file: chosen(Path(file)))
    dialog.open()


def ask_for_pdf(parent: QWidget, name: str, chosen: Callable[[Path], None]) -> None:
    """Let the user say where pages are written; ``name`` is proposed."""
    title = QCoreApplication.translate("catalog_dialogs", "Save as PDF")
    _ask_for_file(parent, title, name, "pdf", chosen)


def ask_for_picture_file(parent: QWidget, name: str, chosen: Callable[[Path], None]) -> None:
    """Let the user say where pages are written as pictures; ``name`` is proposed."""
    title = QCoreApplication.translate("catalog_dialogs", "Save as picture")
    _ask_for_file(parent, title, name, "png", chosen)


def _ask_for_file(
    parent: QWidget, title: str, name: str, ending: str, chosen: Callable[[Path], None]
) -> None:
    dialog = FileDialog(parent, title, "exports")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{ending.upper()} (*.{ending})")
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(f"{name}.{ending}")
    dialog.fileSelected.connect(lambda file: chosen(Path(file)))
    dialog.open()
