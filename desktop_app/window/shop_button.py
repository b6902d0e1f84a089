"""The open shop's name at the end of the menu bar; pressed, it opens the menu of shops."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop_app.look.language import Translated
from desktop_app.look.tool_tip import plain_tip

_WIDEST = 320


class ShopButton(Translated, QToolButton):
    """Where the platform has one menu bar for all programs (macOS), the menu alone is there."""

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setObjectName("shopbutton")
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def show_name(self, name: str) -> None:
        """The shop is called so; "" where there is none."""
        self._name = name
        shown = QFontMetrics(self.font()).elidedText(name, Qt.TextElideMode.ElideMiddle, _WIDEST)
        self.setText(shown.replace("&", "&&"))
        self.setVisible(bool(name))
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down open the menu; no key goes on to the menu bar, which would move the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.showMenu()
        else:
            super().keyPressEvent(event)
        event.accept()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setAccessibleName(self.tr("Shop: {name}").format(name=self._name))
        self.setToolTip(plain_tip(self._name))
