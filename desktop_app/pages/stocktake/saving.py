"""Where the table of a count's differences is written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.widgets.file_dialog import FileDialog


def ask_where_to_save(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Let the user say where; does not block."""
    translate = QCoreApplication.translate
    dialog = FileDialog(parent, translate("stocktake_saving", "Save the differences"), "exports")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("stocktake_saving", "Tables") + " (*.csv)")
    dialog.setDefaultSuffix("csv")
    dialog.fileSelected.connect(lambda file: chosen(Path(file)))
    dialog.open()
