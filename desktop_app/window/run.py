"""Shows the window until it is closed, and makes it anew for another shop."""

from __future__ import annotations

import logging
import os
import signal
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from core import paths
from core.policy import Policy
from core.settings import Settings, with_recent_shop
from desktop_app.engine.shop_choice import ShopWish, engine_for, last_shop
from desktop_app.program.crash_report import CrashCollector
from desktop_app.program.discretion import discreet_trace
from desktop_app.program.logs import start_logging
from desktop_app.window.frame import WindowFrame, build_frame

if TYPE_CHECKING:
    from core.messages import Sentence
    from desktop_app.engine.engine import ShopFacts
    from desktop_app.window.desktop import Desktop

_log = logging.getLogger(__name__)

_POLL_MS = 20

_SWITCH_S = 0.001
"""A worker's Python goes on for so long while the GUI thread waits for its turn. By default it is 5 ms, and
painting a page takes several turns: beside the engine's imports that made a stall."""


def run_window(
    shop_folder: Path | None, settings: Settings, policy: Policy | None = None, *, verbose: bool = False
) -> int:
    """Show the window until it is closed; returns the exit code.

    To work in another shop, the window is closed and made anew in the same place: nothing of one shop can
    linger in the other.

    Args:
        shop_folder: the shop to open; None for the one opened last, or else the window's start.
        verbose: log every step, also to the terminal.
    """
    sys.setswitchinterval(_SWITCH_S)
    app = QApplication(sys.argv[:1])
    start_logging(paths.log_file(), verbose=verbose)
    crashes = CrashCollector()
    uninstall = crashes.install()
    crashes.reported.connect(lambda trace: _log.error("A mistake: %s", discreet_trace(trace)))
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program, as anywhere
    wish: ShopWish | None = ShopWish(shop_folder)
    code = 0
    while wish is not None:
        opening = _Opening(build_frame(app, settings, policy=policy), wish)
        window = opening.frame.window
        crashes.reported.connect(window.show_crash)
        # Queued, so that the frame is on the screen before anything heavy begins.
        window.painted.connect(opening.begin, Qt.ConnectionType.QueuedConnection)
        window.show_within(app.primaryScreen().availableSize())
        code = app.exec()
        desktop = opening.desktop
        if desktop is None:  # closed before there was anything in it
            opening.frame.close()
            break
        if not desktop.close():
            _log.warning("The engine did not end in time; the program ends without it.")
            os._exit(code)  # a thread that never comes back must not keep an invisible program alive
        settings, wish = desktop.preferences.own, desktop.wish
        desktop.dispose()
    uninstall()  # what ends after this has no window to tell of it
    return code


@dataclass(slots=True, weakref_slot=True)
class _Opening:
    """A window that is about to be opened on a shop.

    What starts when: the frame is painted; a worker imports what comes into it and looks for the last shop;
    then come the pages and the engine, which opens the shop, or else the start, from which both come when a
    shop is chosen. A window has one shop in its life.
    """

    frame: WindowFrame
    wish: ShopWish
    desktop: Desktop | None = None

    def begin(self) -> None:
        """Import what comes into the frame, off the GUI thread, and then put it there."""
        wish, settings = self.wish, self.frame.preferences.settings

        def prepare(_report: object) -> tuple[Path | None, Sentence | None]:
            _import_furniture()
            return (wish.folder, None) if wish.folder is not None else last_shop(settings)

        self.frame.jobs.run(prepare, success=self._go_on)
        self.frame.news.shop_wanted.connect(self._on_wanted)

    def _go_on(self, found: tuple[Path | None, Sentence | None]) -> None:
        folder, failure = found
        if folder is None:
            self.frame.show_start(self.wish.notice or failure)
        else:
            self.furnish(replace(self.wish, folder=folder))

    def _on_wanted(self, wanted: ShopWish) -> None:
        """Work in another shop: at the start in this window, else in one of its own."""
        if self.desktop is None:
            self.furnish(replace(wanted, otherwise=ShopWish(None)))
        elif self.desktop.window.may_leave():
            _switch(self.desktop, replace(wanted, otherwise=self._way_back(wanted)))

    def _way_back(self, wanted: ShopWish) -> ShopWish | None:
        """The shop of now; None where only the same would be tried again."""
        here = self.frame.shops.folder
        is_the_same = wanted.folder == here and wanted.prepare is None
        return None if is_the_same else ShopWish(here, page=wanted.page)

    def furnish(self, wish: ShopWish) -> None:
        """Put everything into the frame, and open the shop."""
        from desktop_app.window.app import furnish

        if self.desktop is not None or wish.folder is None:
            return
        frame = self.frame
        frame.window.end_start()
        engine = engine_for(wish.folder, frame.preferences.settings, wish.prepare)
        desktop = self.desktop = furnish(frame, engine)
        signals, preferences = desktop.engine_thread.signals, desktop.preferences

        def on_opened(facts: ShopFacts) -> None:
            recent = preferences.settings.recent_shops
            if wish.replaces is not None:
                recent = tuple(known for known in recent if known != str(wish.replaces))
            recent = with_recent_shop(recent, engine.folder)
            preferences.change(replace(preferences.settings, recent_shops=recent))
            _begin(desktop, wish, facts)

        def on_not_opened(failure: Sentence) -> None:
            """What was wished for did not come about: back to where it was wished."""
            _log.warning("The shop cannot be opened: %s", failure)
            if wish.otherwise is not None:
                _switch(desktop, replace(wish.otherwise, notice=failure))

        signals.opened.connect(on_opened, Qt.ConnectionType.SingleShotConnection)
        signals.not_opened.connect(on_not_opened)


def _import_furniture() -> None:
    import desktop_app.engine.shop_engine
    import desktop_app.window.app  # noqa: F401


def _begin(desktop: Desktop, wish: ShopWish, facts: ShopFacts) -> None:
    """What comes first in a shop that has just been opened."""
    window, settings = desktop.window, desktop.preferences.settings
    if wish.notice is not None:
        window.show_failure(wish.notice)
    search = desktop.search_page
    window.side_pages.begin_with(
        wish.page or settings.last_page, lambda: window.page is search and search.desk.shown is None
    )
    if wish.begin_with is not None and window.import_actions is not None:
        window.import_actions.begin(wish.begin_with)
    elif not settings.guide_seen and not facts.is_empty and window.help_actions is not None:
        window.help_actions.first_steps.trigger()


def _switch(desktop: Desktop, wish: ShopWish) -> None:
    """Close this window once all work on its shop has ended; :func:`run_window` opens the next."""
    if desktop.wish is not None:
        return
    desktop.wish = wish
    desktop.window.show_leaving()
    desktop.jobs.end()
    ending = QTimer(desktop.window)

    def close_when_ended() -> None:
        """The window stays on the screen meanwhile, and its event loop alive."""
        if not desktop.jobs.has_ended:
            return
        if not desktop.engine_thread.stop(0):
            return
        ending.stop()
        desktop.window.close()
        QApplication.quit()

    ending.timeout.connect(close_when_ended)
    ending.start(_POLL_MS)
