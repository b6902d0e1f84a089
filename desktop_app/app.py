"""Builds every object of the window once and passes it down; starts and ends the whole.

Nothing heavy is imported before the first paint: the engine starts when the window can be seen.
"""

import logging
import os
import signal
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core import paths
from core.settings import Settings, with_recent_shop
from desktop_app.crash_report import CrashCollector
from desktop_app.engine import SearchEngine
from desktop_app.engine_thread import EngineThread
from desktop_app.fonts import install_fonts
from desktop_app.jobs import Jobs, Lane
from desktop_app.language import LanguageSwitch
from desktop_app.main_window import MainWindow
from desktop_app.models.thumbnails import Thumbnails
from desktop_app.pages.import_actions import ImportActions
from desktop_app.pages.search_page import SearchPage
from desktop_app.pages.shop_page import Desk, ShopNews
from desktop_app.preferences import Preferences
from desktop_app.shop_engine import ShopEngine
from desktop_app.shop_importer import ShopImporter
from desktop_app.shop_pages import shop_pages
from desktop_app.theme import ThemeSwitch

_log = logging.getLogger(__name__)

_QUIET = "qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg.info=false"
"""Qt tells of every optional video library that it did not find; nobody can do anything with that."""


@dataclass(slots=True)
class Desktop:
    """The window with all that works for it."""

    window: MainWindow
    search_page: SearchPage
    engine_thread: EngineThread
    jobs: Jobs
    themes: ThemeSwitch
    languages: LanguageSwitch
    preferences: Preferences
    news: ShopNews

    def close(self) -> bool:
        """End the background work; False if some of it did not end in time."""
        self.window.close()
        jobs_ended = self.jobs.close()
        self.preferences.close()
        return self.engine_thread.stop() and jobs_ended


def build_desktop(
    app: QApplication,
    engine: SearchEngine,
    settings: Settings,
    settings_file: Path | None = None,
) -> Desktop:
    """Make the window and everything behind it; nothing is shown or started yet.

    Args:
        engine: where it is a :class:`ShopEngine`, the window gets all its pages; any other engine can only
            be searched.
        settings_file: where changes of the settings are stored; None for the user's own file.
    """
    QLoggingCategory.setFilterRules(_QUIET)
    resources = paths.resources()
    app.setApplicationName("Snapshelf")
    app.setDesktopFileName("snapshelf")
    app.setWindowIcon(QIcon(str(resources / "icons" / "snapshelf.svg")))
    install_fonts(app, resources / "fonts")
    jobs = Jobs()
    preferences = Preferences(settings, settings_file or paths.settings_file(), jobs)
    languages = LanguageSwitch(app, resources / "translations", settings.language)
    themes = ThemeSwitch(app, resources / "styles", settings.theme)
    engine_thread = EngineThread(engine)
    thumbnails = Thumbnails(jobs, jobs)
    search_page = SearchPage(engine, engine_thread, jobs, themes, thumbnails, settings.camera)
    news = ShopNews()
    window = MainWindow(search_page, themes, languages, news)
    desktop = Desktop(window, search_page, engine_thread, jobs, themes, languages, preferences, news)
    if isinstance(engine, ShopEngine):
        desk = Desk(engine, engine_thread, jobs, themes, languages, thumbnails, preferences, news)
        for page in shop_pages(desk):
            window.add_page(page)
        _add_imports(desktop, ShopImporter(engine))
    _connect(desktop)
    return desktop


def _add_imports(desktop: Desktop, importer: ShopImporter) -> None:
    """Let tables and folders be imported; the day's backup is made before anything can be changed."""
    window, jobs = desktop.window, desktop.jobs
    imports = ImportActions(importer, jobs, window)
    window.add_imports(imports)
    imports.imported.connect(lambda _facts: desktop.news.changed.emit(imports))
    # Whatever changed the shop, the window counts again what it holds.
    desktop.news.changed.connect(
        lambda _sender: jobs.run(lambda _report: importer.facts(), success=window.show_shop)
    )
    desktop.engine_thread.signals.opened.connect(
        lambda _facts: jobs.run(lambda _report: importer.back_up(), success=lambda _: None, lane=Lane.WRITING)
    )


def _connect(desktop: Desktop) -> None:
    window, preferences = desktop.window, desktop.preferences
    signals = desktop.engine_thread.signals
    signals.opened.connect(window.show_shop)
    signals.not_opened.connect(window.show_shop_failure)
    signals.progress.connect(window.show_progress)
    signals.bug.connect(window.show_crash)
    desktop.jobs.unhandled_failure.connect(window.show_failure)
    desktop.jobs.bug.connect(window.show_crash)
    # Queued, so that the frame is on the screen before anything heavy begins.
    window.painted.connect(desktop.engine_thread.start, Qt.ConnectionType.QueuedConnection)
    window.painted.connect(
        lambda: QTimer.singleShot(_CAMERAS_AFTER_MS, window, lambda: _look_for_cameras(desktop))
    )
    desktop.themes.chosen.connect(
        lambda theme: preferences.change(replace(preferences.settings, theme=theme))
    )
    desktop.languages.chosen.connect(
        lambda language: preferences.change(replace(preferences.settings, language=language))
    )
    desktop.search_page.camera_chosen.connect(
        lambda camera: preferences.change(replace(preferences.settings, camera=camera))
    )


_CAMERAS_AFTER_MS = 1000
"""Loading QtMultimedia takes some hundredths of a second of the GUI thread: not while the shop is opened."""


def _look_for_cameras(desktop: Desktop) -> None:
    from desktop_app.camera import CameraWatch

    QTimer.singleShot(0, desktop.window, lambda: desktop.window.set_camera_watch(CameraWatch(desktop.window)))


def run_window(shop_folder: Path | None, settings: Settings) -> int:
    """Show the window until it is closed; returns the exit code.

    Args:
        shop_folder: the shop to open; None for the one opened last, or else the demo shop.
    """
    from desktop_app.shop_choice import engine_for

    app = QApplication(sys.argv[:1])
    crashes = CrashCollector()
    crashes.install()
    folder, engine = engine_for(shop_folder, settings)
    desktop = build_desktop(app, engine, settings)
    crashes.reported.connect(desktop.window.show_crash)
    desktop.engine_thread.signals.opened.connect(
        lambda _facts: desktop.preferences.change(
            replace(
                desktop.preferences.settings,
                recent_shops=with_recent_shop(desktop.preferences.settings.recent_shops, folder),
            )
        )
    )
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program, as anywhere
    desktop.window.show()
    code = app.exec()
    if not desktop.close():
        _log.warning("The engine did not end in time; the program ends without it.")
        os._exit(code)  # a thread that never comes back must not keep an invisible program alive
    return code
