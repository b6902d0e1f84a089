"""The settings' part that few need: the networks that see pictures, and what runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from core.settings import Settings
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import together
from desktop_app.pages.settings.text_image import SettingsTextImage
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from desktop_app.pages.settings.networks import Networks

_DEVICES = ("auto", "cpu", "gpu")


class SettingsAdvanced(QFrame):
    """Two choices, and a network from a file; the page carries them out."""

    network_chosen = Signal(object, str)
    """What is in use (Networks), and the name of the network to use instead."""
    device_chosen = Signal(str)

    def __init__(
        self, themes: ThemeSwitch, settings: Settings, locked: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._networks: Networks | None = None
        self._title = text_label("strong")
        self.network, self.device = ChoiceBox(self), ChoiceBox(self)
        for device in _DEVICES:
            self.device.addItem("", device)
        self._network_row = SettingRow(themes, self.network)
        self._device_row = SettingRow(themes, self.device, locked="device" in locked)
        self.text_image = SettingsTextImage(themes, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(0)
        for widget in (self._title, self._network_row, self._device_row, self.text_image):
            column.addWidget(widget)
        for choice in (self.network, self.device):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.network.activated.connect(self._on_network)
        self.device.activated.connect(lambda row: self.device_chosen.emit(_DEVICES[row]))
        self.show_settings(settings)
        self.show_networks(None, may_change=False)

    def show_settings(self, settings: Settings) -> None:
        """The device, where it was chosen elsewhere."""
        self.device.setCurrentIndex(_DEVICES.index(settings.device))

    def show_networks(self, networks: Networks | None, *, may_change: bool) -> None:
        """Offer these networks."""
        self._networks = networks
        self.network.clear()
        if networks is not None:
            for name in networks.names:
                self.network.addItem(name, name)
            if networks.in_use not in networks.names:  # a deep lesson's own
                self.network.addItem(networks.in_use, networks.in_use)
            self.network.setCurrentIndex(self.network.findData(networks.in_use))
        self.network.setEnabled(networks is not None and may_change)
        self.text_image.show_networks(networks, may_change=may_change)
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Advanced"))
        self.text_image.retranslate()
        networks = self._networks
        words = self.tr(
            "It turns pictures into what is compared. Another one looks at every photo again; searches go on "
            "meanwhile."
        )
        if networks is not None and networks.lesson is not None:
            words = together(words, self.tr("A lesson is in use on top; choosing a network puts it aside."))
        self._network_row.name(self.tr("Network"), words)
        device = self.tr("It runs the network. A change counts from the next time the shop is opened.")
        if networks is not None and networks.device:
            device = together(device, self.tr("Now: {device}.").format(device=networks.device))
        self._device_row.name(self.tr("Device"), device)
        names = (self.tr("Automatic"), self.tr("Processor"), self.tr("Graphics card"))
        for row, text in enumerate(names):
            self.device.setItemText(row, text)

    def _on_network(self, row: int) -> None:
        name = self.network.itemData(row)
        networks = self._networks
        if networks is not None and (name != networks.in_use or networks.lesson is not None):
            self.network_chosen.emit(networks, name)
