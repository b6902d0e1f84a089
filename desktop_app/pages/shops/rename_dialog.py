"""Another name for the shop that is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_choice import moved_shop
from desktop_app.look.language import Translated
from desktop_app.pages.shops.name_field import ShopNameField
from desktop_app.widgets.button_row import button_row
from desktop_app.widgets.labels import text_label

_WIDTH = 420


class RenameDialog(Translated, QDialog):
    """A shop is called as its folder is: the folder is renamed while the shop is closed for a moment."""

    wanted = Signal(object)
    """ShopWish"""

    def __init__(self, jobs: Jobs, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = folder
        self._title = text_label("title", wrap=True)
        self._words = text_label("muted", wrap=True)
        self.name = ShopNameField(jobs, folder.name, self)
        self._cancel = QPushButton(self)
        self.rename = QPushButton(self)
        self._build()
        self.name.changed.connect(self._allow)
        self._cancel.clicked.connect(self.reject)
        self.rename.clicked.connect(self._check)
        self.retranslate()
        self._allow()

    def _check(self) -> None:
        self.name.check(self._shop.parent, self._finish)

    def _finish(self, target: Path) -> None:
        self.accept()
        self.wanted.emit(moved_shop(self._shop, target))

    def _allow(self) -> None:
        self.rename.setEnabled(self.name.text not in ("", self._shop.name) and not self.name.is_looking)

    def _build(self) -> None:
        self._words.setMinimumWidth(_WIDTH)
        self.rename.setProperty("kind", "primary")
        self.rename.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(8)
        for widget in (self._title, self._words, self.name):
            column.addWidget(widget)
        column.addSpacing(16)
        column.addLayout(button_row((), (self._cancel, self.rename)))
        self.setWindowModality(Qt.WindowModality.WindowModal)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Rename the shop"))
        self._title.setText(self.tr("Rename the shop"))
        self._words.setText(self.tr("Its folder is called so, too. It stays where it is."))
        self._cancel.setText(self.tr("Cancel"))
        self.rename.setText(self.tr("Rename"))
