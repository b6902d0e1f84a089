"""The bar at the window's left: one button a page, the daily ones from the top, the others from the foot."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from desktop_app.look.icons import icon, pixmap
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.labels import text_label

_WIDTH = 92


class SideBar(QWidget):
    """The pages are numbered in the order in which they are added, wherever their buttons stand."""

    page_chosen = Signal(int)

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_WIDTH)
        self._themes = themes
        self._icons: dict[QToolButton, str] = {}
        self._at_top = 0
        self._pages = QButtonGroup(self)
        self._pages.idClicked.connect(self.page_chosen)
        logo = text_label("body")
        logo.setPixmap(pixmap("snapshelf", "", 40, self.devicePixelRatioF()))
        logo.setAccessibleName("Snapshelf")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 16, 8, 12)
        self._column.setSpacing(8)
        self._column.addWidget(logo, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(16)
        self._column.addStretch(1)
        themes.changed.connect(self._paint_icons)

    def add_page(self, icon_name: str, *, at_bottom: bool = False) -> QToolButton:
        """A button for one more page; its text is the caller's to set."""
        button = self._button(icon_name)
        button.setCheckable(True)
        number = len(self._pages.buttons())
        self._pages.addButton(button, number)
        button.setChecked(number == 0)
        if at_bottom:
            self._column.addWidget(button)
        else:
            self._column.insertWidget(2 + self._at_top, button)
            self._at_top += 1
        self._paint_icons()
        return button

    def choose(self, number: int) -> None:
        """Show that the page ``number`` is the one in front."""
        self._pages.button(number).setChecked(True)

    def _button(self, icon_name: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(24, 24))
        button.setFixedSize(_WIDTH - 16, 64)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(self._paint_icons)
        self._icons[button] = icon_name
        return button

    def _paint_icons(self) -> None:
        colours = self._themes.colours
        for button, name in self._icons.items():
            button.setIcon(icon(name, colours.accent if button.isChecked() else colours.muted))
