"""The menus that choose the theme and the language of the window."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.look.language import OWN_NAMES, LanguageSwitch
from desktop_app.look.theme import ThemeSwitch


class LookMenus(QObject):
    """Two menus of choices; each shows what holds now, wherever it was chosen.

    Args:
        locked: names of settings that cannot be changed on this computer.
    """

    def __init__(
        self, themes: ThemeSwitch, languages: LanguageSwitch, locked: frozenset[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._languages = languages
        self._theme_menu = QMenu(parent)
        self._theme_actions: dict[str, QAction] = {}
        group = QActionGroup(self)
        for theme in ("system", "light", "dark"):
            action = self._theme_actions[theme] = self._choice(group, self._theme_menu)
            action.triggered.connect(lambda _checked=False, chosen=theme: themes.choose(chosen))
        self._language_menu = QMenu(parent)
        self._language_actions: dict[str, QAction] = {}
        group = QActionGroup(self)
        for language in ("system", *OWN_NAMES):
            action = self._language_actions[language] = self._choice(group, self._language_menu)
            action.triggered.connect(lambda _checked=False, chosen=language: languages.choose(chosen))
        for code, name in OWN_NAMES.items():
            self._language_actions[code].setText(name)
        self._theme_menu.setEnabled("theme" not in locked)
        self._language_menu.setEnabled("language" not in locked)
        themes.chosen.connect(self._show_choice)
        languages.chosen.connect(self._show_choice)
        self._show_choice()

    def all(self) -> tuple[QMenu, ...]:
        """The menus, in their order."""
        return (self._theme_menu, self._language_menu)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._theme_menu.setTitle(self.tr("Theme"))
        self._language_menu.setTitle(self.tr("Language"))
        self._theme_actions["system"].setText(self.tr("Like the system"))
        self._theme_actions["light"].setText(self.tr("Light"))
        self._theme_actions["dark"].setText(self.tr("Dark"))
        self._language_actions["system"].setText(self.tr("Like the system"))

    def _show_choice(self) -> None:
        self._theme_actions[self._themes.choice].setChecked(True)
        self._language_actions[self._languages.choice].setChecked(True)

    @staticmethod
    def _choice(group: QActionGroup, menu: QMenu) -> QAction:
        action = QAction(menu)
        action.setCheckable(True)
        group.addAction(action)
        menu.addAction(action)
        return action
