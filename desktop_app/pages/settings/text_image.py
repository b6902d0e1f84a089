"""The settings' line about a text–picture network: which one the shop was given; another one, or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import together
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from desktop_app.pages.settings.networks import Networks


class SettingsTextImage(QWidget):
    """Asks for the file with the platform's own dialog; the page does what is wanted."""

    file_chosen = Signal(object)
    """The file (Path) of the network to give the shop."""
    removal_wanted = Signal(str)
    """What the network is called that is to go."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._networks: Networks | None = None
        buttons = QWidget(self)
        self.add_button = IconButton(themes, "import", "plain", buttons)
        self.remove_button = IconButton(themes, "remove", "plain", buttons)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.remove_button, self.add_button):
            row.addWidget(button)
        self._row = SettingRow(themes, buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self.add_button.clicked.connect(self._ask_for_file)
        self.remove_button.clicked.connect(self._on_remove)

    def show_networks(self, networks: Networks | None, *, may_change: bool) -> None:
        """The one that the shop has."""
        self._networks = networks
        self.remove_button.setVisible(networks is not None and bool(networks.text_image))
        for button in (self.add_button, self.remove_button):
            button.setEnabled(networks is not None and may_change)
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        note = self.tr("With one, any words find what is on photos. It comes as a file, made by your IT.")
        networks = self._networks
        if networks is not None and networks.text_image:
            note = self.tr("{network} finds any words on photos.").format(network=networks.text_image)
            if networks.text_image_licence:
                licence = self.tr("Licence: {licence}.").format(licence=networks.text_image_licence)
                note = together(note, licence)
        has_one = networks is not None and bool(networks.text_image)
        self._row.name(self.tr("Network for words and pictures"), note)
        self.add_button.setText(self.tr("Replace…") if has_one else self.tr("Add from a file…"))
        self.remove_button.setText(self.tr("Remove…"))

    def _ask_for_file(self) -> None:
        dialog = FileDialog(self, self.tr("Choose the file of a text–picture network"), "networks")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("ZIP files") + " (*.zip)", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda file: self.file_chosen.emit(Path(file)))
        dialog.open()

    def _on_remove(self) -> None:
        if self._networks is not None:
            self.removal_wanted.emit(self._networks.text_image)
