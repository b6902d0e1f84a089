"""The settings' part about recognition: webcam, network, what computes, lessons by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QVBoxLayout, QWidget

from core.settings import Settings
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from desktop_app.pages.settings.networks import Networks

_DEVICES = ("auto", "cpu", "gpu")


class SettingsRecognition(QFrame):
    """Three choices and a switch; the page carries them out."""

    camera_chosen = Signal(str)
    network_chosen = Signal(object, str)
    """What is in use (Networks), and the name of the network to use instead."""
    device_chosen = Signal(str)
    idle_chosen = Signal(bool)

    def __init__(
        self, themes: ThemeSwitch, settings: Settings, locked: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._camera_name = settings.camera
        self._cameras: list[str] = []
        self._networks: Networks | None = None
        self._title = text_label("strong")
        self.camera, self.network, self.device = ChoiceBox(self), ChoiceBox(self), ChoiceBox(self)
        for device in _DEVICES:
            self.device.addItem("", device)
        self.device.setCurrentIndex(_DEVICES.index(settings.device))
        self._camera_row = SettingRow(themes, self.camera, locked="camera" in locked)
        self._network_row = SettingRow(themes, self.network)
        self._device_row = SettingRow(themes, self.device, locked="device" in locked)
        self.idle = QCheckBox(self)
        self.idle.setChecked(settings.learn_when_idle)
        self._idle_row = SettingRow(themes, self.idle, locked="learn_when_idle" in locked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(0)
        for widget in (self._title, self._camera_row, self._network_row, self._device_row, self._idle_row):
            column.addWidget(widget)
        for choice in (self.camera, self.network, self.device):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.camera.activated.connect(lambda row: self.camera_chosen.emit(self.camera.itemData(row)))
        self.network.activated.connect(self._on_network)
        self.device.activated.connect(lambda row: self.device_chosen.emit(_DEVICES[row]))
        self.idle.toggled.connect(self.idle_chosen)
        self.show_cameras([])
        self.show_networks(None, may_change=False)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        """The switch, where it was set elsewhere."""
        self.idle.blockSignals(True)
        self.idle.setChecked(settings.learn_when_idle)
        self.idle.blockSignals(False)

    def show_cameras(self, names: list[str], chosen: str | None = None) -> None:
        """Offer these webcams."""
        self._cameras = names
        self._camera_name = self._camera_name if chosen is None else chosen
        self.camera.clear()
        for name in names:
            self.camera.addItem(name, name)
        if not names:
            self.camera.addItem("", "")
        self.camera.setCurrentIndex(max(0, self.camera.findData(self._camera_name)))
        self.camera.setEnabled(bool(names) and not self._camera_row.is_locked)
        self.retranslate()

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
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Recognition"))
        self._camera_row.name(self.tr("Webcam"), self.tr("Products are held up to this webcam."))
        if not self._cameras:
            self.camera.setItemText(0, self.tr("No webcam found"))
        networks = self._networks
        words = self.tr(
            "The network that turns pictures into what is compared. Another one looks at every photo again; "
            "searches go on meanwhile."
        )
        if networks is not None and networks.lesson is not None:
            words += " " + self.tr("A lesson is in use on top; choosing a network puts it aside.")
        self._network_row.name(self.tr("Network"), words)
        now = networks.device if networks is not None else ""
        device = self.tr(
            "The processor or a graphics card. A change counts from the next time the shop is opened."
        )
        if now:
            device += " " + self.tr("Now: {device}.").format(device=now)
        self._device_row.name(self.tr("Device"), device)
        self._idle_row.name(
            self.tr("Learn while nobody works"),
            self.tr(
                "When there is enough that is new, a quick lesson begins by itself, on mains power only. It "
                "is put in use as any other lesson is, and one click on the learning page goes back."
            ),
        )
        names = (self.tr("Automatic"), self.tr("Processor"), self.tr("Graphics card"))
        for row, text in enumerate(names):
            self.device.setItemText(row, text)

    def _on_network(self, row: int) -> None:
        name = self.network.itemData(row)
        networks = self._networks
        if networks is not None and (name != networks.in_use or networks.lesson is not None):
            self.network_chosen.emit(networks, name)
