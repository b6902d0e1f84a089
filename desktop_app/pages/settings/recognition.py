"""The settings' part about recognition: the webcam, sounds, lessons by themselves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QVBoxLayout, QWidget

from core.settings import Settings
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.setting_row import SettingRow


class SettingsRecognition(QFrame):
    """A choice and two switches; the page carries them out."""

    camera_chosen = Signal(str)
    sounds_chosen = Signal(bool)
    idle_chosen = Signal(bool)

    def __init__(
        self, themes: ThemeSwitch, settings: Settings, locked: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._camera_name = settings.camera
        self._cameras: list[str] = []
        self._title = text_label("strong")
        self.camera = ChoiceBox(self)
        self.camera.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._camera_row = SettingRow(themes, self.camera, locked="camera" in locked)
        self.sounds = QCheckBox(self)
        self.sounds.setChecked(settings.sounds)
        self._sounds_row = SettingRow(themes, self.sounds, locked="sounds" in locked)
        self.idle = QCheckBox(self)
        self.idle.setChecked(settings.learn_when_idle)
        self._idle_row = SettingRow(themes, self.idle, locked="learn_when_idle" in locked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(0)
        for widget in (self._title, self._camera_row, self._sounds_row, self._idle_row):
            column.addWidget(widget)
        self.camera.activated.connect(lambda row: self.camera_chosen.emit(self.camera.itemData(row)))
        self.sounds.toggled.connect(self.sounds_chosen)
        self.idle.toggled.connect(self.idle_chosen)
        self.show_cameras([])
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        """The switches, where they were set elsewhere."""
        for switch, is_on in ((self.sounds, settings.sounds), (self.idle, settings.learn_when_idle)):
            switch.blockSignals(True)
            switch.setChecked(is_on)
            switch.blockSignals(False)

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

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Recognition"))
        self._camera_row.name(self.tr("Webcam"), self.tr("Products are held up to this webcam."))
        if not self._cameras:
            self.camera.setItemText(0, self.tr("No webcam found"))
        self._sounds_row.name(
            self.tr("Sounds in searches"),
            self.tr(
                "A short sound says what came of a picture or barcode: found, not sure, not in this shop."
            ),
        )
        self._idle_row.name(
            self.tr("Learn while nobody works"),
            self.tr(
                "When there is enough that is new, a quick lesson begins by itself, on mains power only. It "
                "is put in use as any other lesson is, and one click on the learning page goes back."
            ),
        )
