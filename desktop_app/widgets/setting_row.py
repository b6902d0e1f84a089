"""One setting: its name and a word of explanation at the left, its control at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.look.icons import pixmap
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.labels import text_label

_LOCK = 16
_CHOICE_WIDTH = 208


class SettingRow(Translated, QWidget):
    """Names its control for screen readers; a locked one says who locked it."""

    def __init__(
        self, themes: ThemeSwitch, control: QWidget, *, locked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self.control = control
        self.is_locked = locked
        self._name = text_label("body", wrap=True)
        self._name.setProperty("setting", True)
        self._note = text_label("muted", wrap=True)
        self._lock_icon = QLabel(self)
        self._lock_words = text_label("small")
        self._lock = QWidget(self)
        lock = QHBoxLayout(self._lock)
        lock.setContentsMargins(0, 0, 0, 0)
        lock.setSpacing(6)
        lock.addWidget(self._lock_icon)
        lock.addWidget(self._lock_words, 1)
        self._lock.setVisible(locked)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._note)
        words.addWidget(self._lock)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        if isinstance(control, QComboBox):
            control.setMinimumWidth(_CHOICE_WIDTH)
        control.setEnabled(not locked)
        themes.changed.connect(self._paint_lock)
        self._paint_lock()
        self.retranslate()

    def name(self, name: str, note: str = "") -> None:
        """Say what the setting is."""
        self._name.setText(name)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.control.setAccessibleName(name)
        self.control.setAccessibleDescription(note)

    def _paint_lock(self) -> None:
        if self.is_locked:
            colour = self._themes.colours.muted
            self._lock_icon.setPixmap(pixmap("lock", colour, _LOCK, self.devicePixelRatioF()))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._lock_words.setText(self.tr("Set by your IT"))
