"""What the window does when the shop's folder has gone under it: says so, and offers what is still held."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from core.catalog.database.place import GONE
from core.messages import Sentence
from core.progress import ReportProgress
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import in_words
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.widgets.message_box import MessageBox

if TYPE_CHECKING:
    from core.shop.shop import Shop


class GoneShop(QObject):
    """Watches the jobs of ``window``; nothing that changes the shop is done while its folder is away."""

    def __init__(self, jobs: Jobs, shop_jobs: ShopJobs, window: QWidget) -> None:
        super().__init__(window)
        self._shop_jobs = shop_jobs
        self._window = window
        self.box: QMessageBox | None = None
        jobs.failed.connect(self._on_failed)

    def save(self, file: Path) -> None:
        """Write the catalog as it is held now, counts of a stocktake and all, to ``file``."""
        target = file if file.suffix else file.with_suffix(".db")
        self._shop_jobs.run(
            lambda shop, _report: _save(shop, target), success=lambda _: self._say_saved(target)
        )

    def try_again(self) -> None:
        """Look whether the folder is back; if not, it is said once more."""
        self._shop_jobs.run(_look, success=lambda _: None)

    def _on_failed(self, failure: Sentence) -> None:
        if failure.text == GONE and self.box is None:
            self._show(in_words(failure))

    def _show(self, text: str) -> None:
        box = MessageBox(QMessageBox.Icon.Warning, text, self._window, QMessageBox.StandardButton.Close)
        box.setInformativeText(
            self.tr(
                "What you were entering is still in the window. The catalog as the program holds it can be "
                "saved to a file that a shop can be restored from."
            )
        )
        box.addButton(self.tr("Save the catalog…"), QMessageBox.ButtonRole.ActionRole).clicked.connect(
            self._ask_where
        )
        box.addButton(self.tr("Try again"), QMessageBox.ButtonRole.ActionRole).clicked.connect(self.try_again)
        box.finished.connect(self._on_closed)
        self.box = box
        box.open()

    def _on_closed(self) -> None:
        self.box = None

    def _ask_where(self) -> None:
        dialog = FileDialog(self._window, self.tr("Save the catalog…").rstrip("…"), "backups")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("db")
        dialog.fileSelected.connect(lambda file: self.save(Path(file)))
        dialog.open()

    def _say_saved(self, file: Path) -> None:
        text = self.tr("The catalog is saved as {file}.").format(file=file)
        MessageBox(QMessageBox.Icon.Information, text, self._window).open()


def _save(shop: Shop, target: Path) -> None:
    from core.care.own_catalog import has_sqlite_header
    from core.catalog.database.backup_files import copy_database
    from core.files.targets import checked_target

    copy_database(shop.catalog.still_held(), checked_target(target, has_sqlite_header))


def _look(shop: Shop, _report: ReportProgress) -> None:
    shop.catalog.require_in_place()
