"""A large button that says what it does in a title and a sentence, for a choice that is made with care."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.look.icons import pixmap
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.labels import text_label

_ICON = 40
_LEAST_WIDTH = 208


class ChoiceCard(QPushButton):
    """As high as its words need; Enter and Space press it, as they press any button."""

    def __init__(self, themes: ThemeSwitch, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAutoDefault(True)
        self._themes = themes
        self._icon_name = icon_name
        self._icon = QLabel(self)
        self._title = text_label("strong", wrap=True)
        self._words = text_label("muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(self._icon)
        column.addSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addStretch(1)
        for label in (self._icon, self._title, self._words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(_LEAST_WIDTH)
        themes.changed.connect(self._paint_icon)
        self._paint_icon()

    def name(self, title: str, words: str) -> None:
        """Say what it does."""
        self._title.setText(title)
        self._words.setText(words)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)

    def sizeHint(self) -> QSize:
        """What the words need; a button of Qt's asks for its text alone."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As :meth:`sizeHint`."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def _paint_icon(self) -> None:
        colour = self._themes.colours.accent
        self._icon.setPixmap(pixmap(self._icon_name, colour, _ICON, self.devicePixelRatioF()))
