"""The window's language: which one, switching it while the program runs, and core's sentences in it."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from core.messages import Sentence

LanguageChoice = Literal["system", "en", "zh_CN"]
LanguageCode = Literal["en", "zh_CN"]

OWN_NAMES: dict[LanguageCode, str] = {"en": "English", "zh_CN": "简体中文"}
"""What each language calls itself; never translated."""


class LanguageSwitch(QObject):
    """Installs the translations; every widget then hears of it by ``QEvent.LanguageChange``."""

    chosen = Signal(str)
    """A LanguageChoice, made by the user."""

    def __init__(self, app: QCoreApplication, translations: Path, choice: LanguageChoice) -> None:
        super().__init__(app)
        self._app = app
        self._translations = translations
        self._installed: list[QTranslator] = []
        self.choice = choice
        self.code: LanguageCode = "en"
        self.choose(choice)

    def choose(self, choice: LanguageChoice) -> None:
        """Show everything in this language from now on, also numbers and Qt's own dialogs."""
        self.choice = choice
        self.code = system_language() if choice == "system" else choice
        QLocale.setDefault(QLocale(self.code))
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for file in (qt_folder / f"qtbase_{self.code}.qm", self._translations / f"snapshelf_{self.code}.qm"):
            translator = QTranslator(self)
            if file.exists() and translator.load(str(file)):
                self._app.installTranslator(translator)
                self._installed.append(translator)
        self.chosen.emit(choice)

    def end(self) -> None:
        """Take the translations away again; another switch can be made then."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        self.deleteLater()


class Translated:
    """A widget that follows the language by itself; named before the Qt class that it is."""

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]  # the Qt class comes next


def system_language() -> LanguageCode:
    """Simplified Chinese where the system's first language is Chinese, English elsewhere."""
    return "zh_CN" if QLocale.system().uiLanguages()[:1][0].startswith("zh") else "en"


def in_words(sentence: Sentence) -> str:
    """One of core's sentences in the window's language."""
    return sentence.translated(core_text)


def core_text(text: str) -> str:
    """A text that core marked with ``message("core", …)``, in the window's language."""
    return QCoreApplication.translate("core", text)
