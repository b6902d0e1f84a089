"""The ways products and receipts come into the shop, as actions of a menu."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.engine.shop_choice import Way
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.importing.dialog import ImportDialog
from desktop_app.pages.importing.frame import ImportFrame
from desktop_app.pages.importing.gate import FindingsGate
from desktop_app.pages.importing.sales.dialog import SalesDialog
from desktop_app.widgets.file_dialog import FileDialog

_TABLES = "*.csv *.tsv *.txt *.xlsx *.xlsm *.ods"


class ImportActions(QObject):
    """Actions that ask for a source and open the import's dialog; off until a shop is open.

    Args:
        is_demo: the demo shop is open and may be left: what is brought in begins a shop of its own.
    """

    imported = Signal()
    """The shop holds other products than before."""
    told = Signal(object, object)
    """What an import did, for the window's foot: as :attr:`ShopNews.told`."""
    own_shop_wanted = Signal(object)
    """Way: own products never go into the demo shop."""
    findings_wanted = Signal()
    """Show what was seen on photos that must not be shown."""
    one_by_one_wanted = Signal()
    """Make the first product by webcam or by hand."""

    def __init__(self, jobs: ShopJobs, window: QWidget, *, is_demo: bool = False) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._is_demo = is_demo
        self._dialogs: list[ImportFrame] = []
        self._gate = FindingsGate(jobs, self)
        self._gate.shown.connect(self.findings_wanted)
        self._gate.found.connect(self._on_found)
        self.table = QAction(self)
        self.table.setShortcut(QKeySequence("Ctrl+I"))
        self.folder = QAction(self)
        self.sales = QAction(self)
        for action in self.all():
            action.setEnabled(False)
        self.table.triggered.connect(lambda: self.begin("table"))
        self.folder.triggered.connect(lambda: self.begin("folder"))
        self.sales.triggered.connect(self._ask_for_sales)
        self.retranslate()

    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of a menu."""
        return (self.table, self.folder, self.sales)

    def allow(self) -> None:
        """A shop is open."""
        for action in self.all():
            action.setEnabled(True)

    def take(self, source: Path) -> None:
        """Import what was dropped: a folder or a table, as the disk knows."""

        def look(is_folder: bool) -> None:
            self.open_dialog(source, is_folder=is_folder)

        self._jobs.run(lambda _shop, _report: source.is_dir(), success=look)

    def open_dialog(self, source: Path, *, is_folder: bool = False) -> ImportDialog:
        """Show what is in a table or a folder and what importing it would change."""
        dialog = ImportDialog(self._jobs, source, is_folder=is_folder, parent=self._window)
        dialog.brought.connect(self._gate.look_at)
        self._open(dialog)
        return dialog

    def open_sales(self, source: Path) -> SalesDialog:
        """Show which receipts are in a till's file, and what importing them would bring."""
        dialog = SalesDialog(self._jobs, source, parent=self._window)
        self._open(dialog)
        return dialog

    def _open(self, dialog: ImportFrame) -> None:
        dialog.imported.connect(self.imported)
        dialog.told.connect(self.told)
        dialog.ended.connect(lambda: self._on_ended(dialog))
        self._dialogs.append(dialog)
        dialog.open()

    @property
    def is_busy(self) -> bool:
        """Whether an import is under way."""
        return any(dialog.is_importing for dialog in self._dialogs)

    def _on_found(self, step: int, waiting: int) -> None:
        def words() -> str:
            return self.tr("%n product(s) wait for a decision: see what must not be shown.", "", waiting)

        for dialog in self._dialogs:
            if isinstance(dialog, ImportDialog) and dialog.step == step:
                dialog.show_waiting(words)
        seen = [one for one in self._dialogs if isinstance(one, ImportDialog) and one.isVisible()]
        if not any(dialog.step == step for dialog in seen):
            self.told.emit(self.findings_wanted.emit, words)
        self.imported.emit()  # the catalog counts what waits

    def _on_ended(self, dialog: ImportFrame) -> None:
        if dialog in self._dialogs:
            self._dialogs.remove(dialog)
            dialog.deleteLater()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.table.setText(self.tr("Import a table…"))
        self.folder.setText(self.tr("Import a folder of pictures…"))
        self.sales.setText(self.tr("Import receipts of a till…"))

    def begin(self, way: Way) -> None:
        """Bring products in this way; from the demo, into a shop of one's own."""
        if self._is_demo:
            self.own_shop_wanted.emit(way)
        elif way == "table":
            self._ask_for_table(self.open_dialog)
        elif way == "folder":
            self._ask_for_folder(lambda folder: self.open_dialog(folder, is_folder=True))
        else:
            self.one_by_one_wanted.emit()

    def _ask_for_sales(self) -> None:
        self._ask_for_table(self.open_sales, self.tr("Choose a table of receipts"))

    def _ask_for_table(self, chosen: Callable[[Path], object], title: str = "") -> None:
        dialog = FileDialog(self._window, title or self.tr("Choose a table of products"), "tables")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        tables, everything = self.tr("Tables"), self.tr("All files")
        dialog.setNameFilters([f"{tables} ({_TABLES})", f"{everything} (*)"])
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.open()

    def _ask_for_folder(self, chosen: Callable[[Path], object]) -> None:
        dialog = FileDialog(self._window, self.tr("Choose a folder of pictures"), "pictures")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: chosen(Path(folder)))
        dialog.open()
