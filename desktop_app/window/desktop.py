"""The window with all that works for it, from its first frame to its end."""

from __future__ import annotations

import gc
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

if TYPE_CHECKING:
    from desktop_app.background.preferences import Preferences
    from desktop_app.engine.jobs import Jobs
    from desktop_app.engine.shop_choice import ShopWish
    from desktop_app.engine.thread import EngineThread
    from desktop_app.look.language import LanguageSwitch
    from desktop_app.look.theme import ThemeSwitch
    from desktop_app.pages.search.page import SearchPage
    from desktop_app.pages.shop_page import ShopNews
    from desktop_app.phone.switch import PhoneSwitch
    from desktop_app.window.main_window import MainWindow


@dataclass(slots=True)
class Desktop:
    """Made by app.py."""

    window: MainWindow
    search_page: SearchPage
    engine_thread: EngineThread
    jobs: Jobs
    themes: ThemeSwitch
    languages: LanguageSwitch
    preferences: Preferences
    news: ShopNews
    phones: PhoneSwitch | None = None
    wish: ShopWish | None = None
    """The shop to open when this window is closed; None to end the program."""

    def close(self) -> bool:
        """End the background work; False if some of it did not end in time."""
        self.window.close()
        if self.phones is not None:
            self.phones.close()
        jobs_ended = self.jobs.close()
        engine_ended = self.engine_thread.stop()
        self._remember_window()
        self.preferences.close()
        return engine_ended and jobs_ended

    def dispose(self) -> None:
        """Make room for another window in the same program; call it after :meth:`close`."""
        for part in (self.window, self.themes, self.news, self.jobs, self.engine_thread):
            part.deleteLater()
        self.languages.end()
        # Now, not with the next event loop: the new window's theme would be put on the old one's widgets too.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()  # here, not in some worker's thread, where no object of Qt's may end

    def _remember_window(self) -> None:
        geometry = self.window.saveGeometry().toBase64().toStdString()
        settings = self.preferences.settings
        self.preferences.change(replace(settings, window_geometry=geometry, last_page=self.window.page.name))
