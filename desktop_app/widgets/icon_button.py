"""Buttons whose icon follows the theme."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.look.icons import icon
from desktop_app.look.theme import ThemeSwitch

_OF_NUMBERS = Qt.KeyboardModifier.KeypadModifier
Kind = Literal["plain", "primary", "quiet"]


class IconButton(QPushButton):
    """A push button with one of our icons, in the colour of its kind."""

    def __init__(
        self, themes: ThemeSwitch, icon_name: str, kind: Kind = "plain", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._icon_name = icon_name
        self._kind = kind
        self.setProperty("kind", kind)
        self.setIconSize(QSize(20, 20))
        self.setAutoDefault(False)
        themes.changed.connect(self._paint_icon)
        self._paint_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does: Qt leaves that to buttons of dialogs."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & ~_OF_NUMBERS:
            super().keyPressEvent(event)
        elif self.menu() is not None:
            self.showMenu()
        else:
            self.click()

    def set_icon_name(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._paint_icon()

    def follow(self, action: QAction) -> None:
        """Trigger ``action``, and always say and allow what it does."""

        def copy_state() -> None:
            self.setText(action.text())
            self.setEnabled(action.isEnabled())
            self.setToolTip(action.toolTip())

        action.changed.connect(copy_state)
        self.clicked.connect(action.trigger)
        copy_state()

    def follow_without_words(self, action: QAction) -> None:
        """The same, as an icon alone; its name is for screen readers and the tool tip."""

        def copy_state() -> None:
            self.setAccessibleName(action.text())
            self.setToolTip(action.toolTip())
            self.setEnabled(action.isEnabled())

        action.changed.connect(copy_state)
        self.clicked.connect(action.trigger)
        copy_state()

    def _paint_icon(self) -> None:
        colours = self._themes.colours
        colour = colours.on_accent if self._kind == "primary" else colours.text
        self.setIcon(icon(self._icon_name, colour, disabled=colours.outline))
