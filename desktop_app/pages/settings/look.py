"""The settings' part about language and look."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.look.language import OWN_NAMES, LanguageSwitch
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.setting_row import SettingRow

_THEMES = ("system", "light", "dark")


class SettingsLook(QFrame):
    """Two choices that hold at once; they follow what is chosen in the menu."""

    def __init__(
        self,
        themes: ThemeSwitch,
        languages: LanguageSwitch,
        locked: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._themes, self._languages = themes, languages
        self._title = text_label("strong")
        self.language, self.theme = ChoiceBox(self), ChoiceBox(self)
        self.language.addItem("", "system")
        for code, name in OWN_NAMES.items():
            self.language.addItem(name, code)
        for theme in _THEMES:
            self.theme.addItem("", theme)
        self._language_row = SettingRow(themes, self.language, locked="language" in locked)
        self._theme_row = SettingRow(themes, self.theme, locked="theme" in locked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(0)
        for widget in (self._title, self._language_row, self._theme_row):
            column.addWidget(widget)
        self.language.activated.connect(lambda _row: languages.choose(self.language.currentData()))
        self.theme.activated.connect(lambda _row: themes.choose(self.theme.currentData()))
        languages.chosen.connect(self._show_choice)
        themes.chosen.connect(self._show_choice)
        self._show_choice()
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Language and look"))
        self._language_row.name(self.tr("Language"), self.tr("Changes at once; numbers and dates too."))
        self._theme_row.name(self.tr("Theme"), self.tr("Light, dark, or as the system has it."))
        self.language.setItemText(0, self.tr("Like the system"))
        for row, text in enumerate((self.tr("Like the system"), self.tr("Light"), self.tr("Dark"))):
            self.theme.setItemText(row, text)

    def _show_choice(self) -> None:
        self.language.setCurrentIndex(self.language.findData(self._languages.choice))
        self.theme.setCurrentIndex(self.theme.findData(self._themes.choice))
