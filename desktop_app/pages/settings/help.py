"""The settings' part about help: keys, first steps, report, licences, and taking the settings back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.button_grid import button_grid
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label


class SettingsHelp(QFrame):
    """Buttons for what the Help menu offers; the window connects them."""

    keys_wanted = Signal()
    first_steps_wanted = Signal()
    report_wanted = Signal()
    about_wanted = Signal()
    reset_wanted = Signal()

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._title = text_label("strong")
        self.keys = IconButton(themes, "help", "plain", self)
        self.first_steps = IconButton(themes, "learn", "plain", self)
        self.report = IconButton(themes, "copy", "plain", self)
        self.about = IconButton(themes, "shop", "plain", self)
        self.reset = IconButton(themes, "restore", "plain", self)
        signals = (self.keys_wanted, self.first_steps_wanted, self.report_wanted, self.about_wanted)
        buttons = (self.keys, self.first_steps, self.report, self.about)
        for button, signal in zip(buttons, signals, strict=True):
            button.clicked.connect(signal)
        self.reset.clicked.connect(self.reset_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(button_grid((*buttons, self.reset)))
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Help"))
        self.keys.setText(self.tr("Keys of every page"))
        self.first_steps.setText(self.tr("First steps"))
        self.report.setText(self.tr("Report for support…"))
        self.about.setText(self.tr("About, versions and licences…"))
        self.reset.setText(self.tr("Reset the settings…"))
