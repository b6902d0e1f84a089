"""The card about photos of products: how many there are, what is missing, and the way to bring many in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from core.catalog.lists.filters import ENOUGH_PHOTOS
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import together
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_app.pages.learning.photos.material import Material


class ProductPhotosCard(Translated, QFrame):
    """A folder may be dropped on it, too."""

    folder_chosen = Signal(Path)
    shoot_wanted = Signal()
    """Photograph the products that have too few photos."""
    list_wanted = Signal()
    """Show the products that have too few photos."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAcceptDrops(True)
        self._material: Material | None = None
        self._has_camera = False
        self._title, self.words = text_label("strong"), text_label("muted", wrap=True)
        self.state = text_label("body", wrap=True)
        self.folder_button = IconButton(themes, "folder", "primary", self)
        self.shoot_button = IconButton(themes, "camera", "plain", self)
        self.list_button = IconButton(themes, "catalog", "plain", self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder_button)
        row.addWidget(self.shoot_button)
        row.addWidget(self.list_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for widget in (self._title, self.words, self.state):
            column.addWidget(widget)
        column.addLayout(row)
        self.folder_button.clicked.connect(self._choose)
        self.shoot_button.clicked.connect(self.shoot_wanted)
        self.list_button.clicked.connect(self.list_wanted)
        self.retranslate()

    def show_material(self, material: Material) -> None:
        """Say what there is."""
        self._material = material
        self.retranslate()

    def show_cameras(self, names: Sequence[str]) -> None:
        """Whether there is a webcam to photograph with."""
        self._has_camera = bool(names)
        self.retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A folder is welcome where photos may be added."""
        if self.folder_button.isEnabled() and _folder(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        folder = _folder(event)
        if folder is not None:
            event.acceptProposedAction()
            self.folder_chosen.emit(folder)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        material = self._material
        self._title.setText(self.tr("Photos of products"))
        self.words.setText(
            self.tr(
                "Photos as they are taken at your counter help most. Put them into a folder with a "
                "sub-folder for each product, called by its number, barcode or title; you see first which "
                "is whose."
            )
        )
        self.folder_button.setText(self.tr("Photos of products…"))
        self.folder_button.setEnabled(material is not None and material.writable)
        self.shoot_button.setText(self.tr("Photograph them…"))
        self.shoot_button.setVisible(material is not None and material.writable and material.short > 0)
        self.shoot_button.setEnabled(self._has_camera)
        self.shoot_button.setToolTip("" if self._has_camera else self.tr("No webcam found"))
        self.list_button.setText(self.tr("Show them in the catalog"))
        self.list_button.setVisible(material is not None and material.short > 0)
        self.state.setText(self._state_in_words(material) if material is not None else "")

    def _state_in_words(self, material: Material) -> str:
        locale = QLocale()
        text = self.tr("Catalog photos: {catalog}. Taken in the shop: {counter}.").format(
            catalog=locale.toString(material.catalog_photos), counter=locale.toString(material.counter_photos)
        )
        if material.short:
            text = together(
                text,
                self.tr("{short} of {products} products have fewer than {enough} photos.").format(
                    short=locale.toString(material.short),
                    products=locale.toString(material.products),
                    enough=locale.toString(ENOUGH_PHOTOS),
                ),
            )
        elif material.products:
            text = together(
                text,
                self.tr("No product has fewer than {enough} photos.").format(
                    enough=locale.toString(ENOUGH_PHOTOS)
                ),
            )
        return text

    def _choose(self) -> None:
        dialog = FileDialog(self, self.tr("Choose a folder with a sub-folder for each product"), "pictures")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.folder_chosen.emit(Path(folder)))
        dialog.open()


def _folder(event: QDragEnterEvent | QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
