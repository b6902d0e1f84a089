"""A calm page that says what is wrong and what to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.verdict_banner import VerdictBanner


class NoticeView(Translated, QWidget):
    """One headline, one sentence, and the way back."""

    left = Signal()

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = VerdictBanner(themes, self)
        self.banner.setMaximumWidth(640)
        self.back_button = IconButton(themes, "back", "primary", self)
        self.back_button.clicked.connect(self.left)
        self.setFocusProxy(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(24)
        column.addStretch(2)
        middle = QHBoxLayout()  # an alignment would give it the height of a guess, and cut its last line
        middle.addStretch()
        middle.addWidget(self.banner)
        middle.addStretch()
        column.addLayout(middle)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._words: Callable[[], tuple[str, str]] = lambda: ("", "")
        self.retranslate()

    def say(self, words: Callable[[], tuple[str, str]]) -> None:
        """Show the headline and the sentence that ``words`` gives; asked again when the language changes."""
        self._words = words
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.back_button.setText(self.tr("Back"))
        self.banner.say("error", *self._words())
