"""The window's first frame: menus, side bar and status line, before there is any page.

It is all that is imported and built before the first paint; app.py puts everything else into it when it can
be seen. Whoever starts the program sees the window in half the time.
"""

import logging
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QLoggingCategory
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core import paths
from core.messages import Sentence
from core.policy import Policy
from core.settings import Settings
from desktop_app.background.preferences import Preferences
from desktop_app.engine.jobs import Jobs
from desktop_app.look.fonts import install_fonts
from desktop_app.look.language import LanguageSwitch, in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.shop_page import ShopNews
from desktop_app.pages.shops.actions import ShopActions
from desktop_app.widgets.file_dialog import FilePlaces
from desktop_app.window.main_window import MainWindow

_log = logging.getLogger(__name__)

_QUIET = "qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg.info=false"
"""Qt tells of every optional video library that it did not find; nobody can do anything with that."""


@dataclass(slots=True)
class WindowFrame:
    """The window without pages, and what it and all pages share."""

    window: MainWindow
    jobs: Jobs
    themes: ThemeSwitch
    languages: LanguageSwitch
    preferences: Preferences
    news: ShopNews
    policy: Policy
    shops: ShopActions

    def show_start(self, why: Sentence | None = None) -> None:
        """Ask which shop to work in, as there is none; ``why`` says what became of the last one."""
        from desktop_app.pages.shops.start_page import StartPage  # the first frame does not wait for it

        page = StartPage(self.themes, self.shops, self.window)
        if why is not None:
            page.say(lambda: in_words(why))
        self.window.show_start(page)

    def close(self) -> None:
        """End it where no page ever came into it."""
        self.window.close()
        self.jobs.close()
        self.preferences.close()


def build_frame(
    app: QApplication, settings: Settings, settings_file: Path | None = None, policy: Policy | None = None
) -> WindowFrame:
    """Make the window; nothing is shown or started yet.

    Args:
        settings: the user's own.
        settings_file: where changes of the settings are stored; None for the user's own file.
        policy: what the administrator of this computer decided; it goes before the settings.
    """
    policy = policy or Policy()
    QLoggingCategory.setFilterRules(_QUIET)
    resources = paths.resources()
    app.setApplicationName("Snapshelf")
    app.setDesktopFileName("snapshelf")
    app.setWindowIcon(QIcon(str(resources / "icons" / "snapshelf.svg")))
    install_fonts(app, resources / "fonts")
    jobs = Jobs()
    preferences = Preferences(settings, settings_file or paths.settings_file(), jobs, policy)
    settings = preferences.settings
    languages = LanguageSwitch(app, resources / "translations", settings.language)
    themes = ThemeSwitch(app, resources / "styles", settings.theme)
    news = ShopNews()
    window = MainWindow(jobs, themes, languages, news, policy.locked)
    shops = ShopActions(jobs, preferences, window, fixed="recent_shops" in policy.locked)
    shops.wanted.connect(news.shop_wanted)
    news.restored_wanted.connect(shops.ask_for_restored)
    window.add_shops(shops)
    places = FilePlaces(preferences.settings.file_places, window)
    places.changed.connect(
        lambda folders: preferences.change(replace(preferences.settings, file_places=folders))
    )
    themes.chosen.connect(lambda theme: preferences.change(replace(preferences.settings, theme=theme)))
    languages.chosen.connect(
        lambda language: preferences.change(replace(preferences.settings, language=language))
    )
    window.painted.connect(lambda: _log.info("the first frame is painted"))
    if settings.window_geometry:
        window.restoreGeometry(QByteArray.fromBase64(settings.window_geometry.encode()))
    return WindowFrame(window, jobs, themes, languages, preferences, news, policy, shops)
