"""The program as the monkey sees it: its window, what works for it, and whether it has come to rest."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from desktop_app.window.desktop import Desktop
    from desktop_app.window.main_window import MainWindow

SHORT_MS = 1000
"""A timer of this length is work that has been put off for a moment; a longer one is a message that goes."""


class Stage:
    """Finds the window that is on the screen now; another shop has another one."""

    def __init__(self) -> None:
        self._desktop: Desktop | None = None

    @property
    def window(self) -> MainWindow | None:
        """The one main window; None while there is none."""
        tops = [one for one in QApplication.topLevelWidgets() if type(one).__name__ == "MainWindow"]
        return next((one for one in tops if one.isVisible()), None)  # type: ignore[return-value]

    @property
    def desktop(self) -> Desktop | None:
        """What works behind the window; None until its shop is open and its pages are made."""
        window = self.window
        if self._desktop is not None and self._desktop.window is window:
            return self._desktop
        self._desktop = None
        if window is None or window.windowTitle() == "Snapshelf" or window.side_pages.waiting:
            return None
        from desktop_app.window.desktop import Desktop

        found = [one for one in gc.get_objects() if isinstance(one, Desktop) and one.window is window]
        self._desktop = found[0] if found else None
        return self._desktop

    def forget(self) -> None:
        """Hold nothing of the program any more."""
        self._desktop = None

    def unrest(self) -> str:
        """What is still under way, in a word; "" when everything that was asked for is done."""
        desktop = self.desktop
        if desktop is None:
            return "opening"
        if desktop.wish is not None:
            return "leaving"
        if desktop.jobs._under_way:
            return "jobs"
        desk = desktop.search_page.desk
        searches = [*desk.film.rows(), desk.together, desk.words, *desk._trail]
        if desk._unasked() or any(one is not None and one.submitted is not None for one in searches):
            return "search"
        short = (one for one in desktop.window.findChildren(QTimer) if one.isActive() and one.isSingleShot())
        return "timer" if any(one.interval() <= SHORT_MS for one in short) else ""
