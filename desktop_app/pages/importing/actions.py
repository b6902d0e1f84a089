"""The ways products come into the shop, as actions of a menu: a table, a folder of pictures."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop_app.engine.shop_choice import new_shop
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.importing.dialog import ImportDialog

_TABLES = "*.csv *.tsv *.txt *.xlsx *.xlsm *.ods"


class ImportActions(QObject):
    """Two actions that ask for a source and open the import dialog; off until a shop is open.

    Args:
        demo: the folder of the demo shop if that is open and may be left: what is brought in begins a shop of
            its own, for which they ask first.
    """

    imported = Signal()
    """The shop holds other products than before."""
    shop_wanted = Signal(object)
    """Begin a shop (ShopWish) with what is brought in."""

    def __init__(self, jobs: ShopJobs, demo: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._demo = demo
        self.table = QAction(self)
        self.table.setShortcut(QKeySequence("Ctrl+I"))
        self.folder = QAction(self)
        for action in self.all():
            action.setEnabled(False)
        self.table.triggered.connect(lambda: self._begin(self._ask_for_table))
        self.folder.triggered.connect(lambda: self._begin(self._ask_for_folder))
        self.retranslate()

    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of a menu."""
        return (self.table, self.folder)

    def allow(self) -> None:
        """A shop is open."""
        for action in self.all():
            action.setEnabled(True)

    def open_dialog(self, source: Path) -> ImportDialog:
        """Show what is in a table or a folder and what importing it would change."""
        dialog = ImportDialog(self._jobs, source, self._window())
        dialog.imported.connect(self.imported)
        dialog.open()
        return dialog

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.table.setText(self.tr("Import a table…"))
        self.folder.setText(self.tr("Import a folder of pictures…"))

    def begin_shop(self, folder: Path, source: Path) -> None:
        """Leave the demo for a new shop in ``folder``, and import ``source`` there."""
        if self._demo is not None:
            self.shop_wanted.emit(new_shop(folder, self._demo, source))

    def _begin(self, ask: Callable[[Callable[[Path], object]], None]) -> None:
        """Ask for a source; in the demo, for a shop of one's own before that."""
        if self._demo is None:
            ask(self.open_dialog)
            return
        box = QMessageBox(
            QMessageBox.Icon.Information,
            "Snapshelf",
            self.tr(
                "This is the demo shop, made for trying. Your own products begin in a shop of your own: say "
                "first what it is called and where it lies."
            ),
            QMessageBox.StandardButton.Cancel,
            self._window(),
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = box.addButton(self.tr("Make my shop…"), QMessageBox.ButtonRole.AcceptRole)
        own.clicked.connect(
            lambda: self._ask_for_shop(lambda folder: ask(lambda source: self.begin_shop(folder, source)))
        )
        box.open()

    def _ask_for_shop(self, chosen: Callable[[Path], None]) -> None:
        where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window(), self.tr("Name your shop: it becomes a folder here"), where)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(self.tr("My shop"))
        dialog.fileSelected.connect(lambda folder: chosen(Path(folder)))
        dialog.open()

    def _ask_for_table(self, chosen: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self._window(), self.tr("Choose a table of products"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        tables, everything = self.tr("Tables"), self.tr("All files")
        dialog.setNameFilters([f"{tables} ({_TABLES})", f"{everything} (*)"])
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.open()

    def _ask_for_folder(self, chosen: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self._window(), self.tr("Choose a folder of pictures"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: chosen(Path(folder)))
        dialog.open()

    def _window(self) -> QWidget | None:
        parent = self.parent()
        return parent if isinstance(parent, QWidget) else None
