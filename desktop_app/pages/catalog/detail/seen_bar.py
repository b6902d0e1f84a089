"""What was seen on the photo that is shown large, and the decision about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.look.language import Translated, in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_app.pages.catalog.facts import ShownPhoto


class SeenBar(Translated, QWidget):
    """Hidden where nothing was seen and nothing decided."""

    decided = Signal(bool)
    """Whether the photo may be shown."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo: ShownPhoto | None = None
        self.words = text_label("problem", wrap=True)
        self.allow_button = IconButton(themes, "check", "quiet", self)
        self.hide_button = IconButton(themes, "close", "quiet", self)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.allow_button)
        buttons.addWidget(self.hide_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addLayout(buttons)
        self.allow_button.clicked.connect(lambda _checked: self.decided.emit(True))
        self.hide_button.clicked.connect(lambda _checked: self.decided.emit(False))
        self.hide()
        self.retranslate()

    def show_photo(self, photo: ShownPhoto | None) -> None:
        """Say what was seen on this photo."""
        self._photo = photo
        self.setVisible(photo is not None and (bool(photo.seen) or photo.shown is not None))
        self._write()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.allow_button.setText(self.tr("May be shown"))
        self.hide_button.setText(self.tr("Do not show"))
        self._write()

    def _write(self) -> None:
        if self._photo is None:
            return
        told = list(dict.fromkeys(map(in_words, self._photo.seen)))
        if self._photo.shown is not None:
            said = (
                self.tr("Decided: it may be shown.") if self._photo.shown else self.tr("Decided: not shown.")
            )
            told.insert(0, said)
        self.words.setText("\n".join(told))
        self.allow_button.setVisible(self._photo.shown is not True)
        self.hide_button.setVisible(self._photo.shown is not False)
