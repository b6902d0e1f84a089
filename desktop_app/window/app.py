"""Builds every object of the window once and passes it down.

The window's frame comes first and is shown by itself (frame.py); what is here comes into it when it
can be seen, and the engine starts then. Nothing heavy is imported by either.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from core.catalog.database.place import GONE
from core.messages import Sentence
from core.policy import Policy
from core.settings import Settings
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.engine import SearchEngine
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.engine.thread import EngineThread
from desktop_app.pages.search.history.keeper import HistoryKeeper
from desktop_app.pages.search.page import SearchPage
from desktop_app.pages.shop_page import PageServices
from desktop_app.window.changes import add_imports, follow_changes
from desktop_app.window.desktop import Desktop
from desktop_app.window.frame import WindowFrame, build_frame
from desktop_app.window.gone_shop import GoneShop
from desktop_app.window.help import add_help
from desktop_app.window.other_machines import add_hub, add_phones
from desktop_app.window.program_facts import ProgramFacts
from desktop_app.window.shop_pages import import_pages, shop_pages
from desktop_app.window.unseen_photos import UnseenPhotos

_log = logging.getLogger(__name__)


def build_desktop(
    app: QApplication,
    engine: SearchEngine,
    settings: Settings,
    settings_file: Path | None = None,
    policy: Policy | None = None,
) -> Desktop:
    """The whole window at once, for whoever does not wait for its first frame; see the two it is made of."""
    return furnish(build_frame(app, settings, settings_file, policy), engine)


def furnish(frame: WindowFrame, engine: SearchEngine) -> Desktop:
    """Put the pages into the window, and connect all that works behind them.

    The engine is started when the window has been painted, which may have been before.

    Args:
        engine: where it is a :class:`ShopEngine`, the window gets all its pages; any other engine can only
            be searched.
    """
    window, jobs, themes, preferences, news = (
        frame.window,
        frame.jobs,
        frame.themes,
        frame.preferences,
        frame.news,
    )
    engine_thread = EngineThread(engine)
    thumbnails = Thumbnails(jobs, jobs)
    shop_jobs = ShopJobs(jobs, engine) if isinstance(engine, ShopEngine) else None
    search_page = SearchPage(
        engine, engine_thread, jobs, shop_jobs, themes, thumbnails, preferences, news, window.shown
    )
    if isinstance(engine, ShopEngine) and shop_jobs is not None:
        keeper = HistoryKeeper(search_page.desk, jobs, shop_jobs, preferences, engine.folder, search_page)
        keeper.came_back.connect(search_page.history.allow)
        engine_thread.signals.opened.connect(lambda _facts: keeper.begin())
    window.side_pages.add(search_page)
    search_page.setFocus()
    desktop = Desktop(window, search_page, engine_thread, jobs, themes, frame.languages, preferences, news)
    if isinstance(engine, ShopEngine) and shop_jobs is not None:
        frame.shops.show_folder(engine.folder)
        window.retranslate()
        desktop.phones = add_phones(desktop, shop_jobs, frame.policy)
        services = PageServices(
            engine,
            engine_thread,
            jobs,
            shop_jobs,
            themes,
            frame.languages,
            thumbnails,
            preferences,
            news,
            frame.policy,
            (frame.shops.open, frame.shops.new, frame.shops.rename),
            desktop.phones,
            add_hub(desktop, shop_jobs),
        )
        window.side_pages.add_later(shop_pages(services, window.shown))

        def make_pages() -> None:
            jobs.run(lambda _report: import_pages(), success=lambda _: window.side_pages.make_next())

        # A moment after the shop is open or cannot be: importing and making pages beside its opening, or
        # beside a first search that waited for it, would hold that up and stall the window.
        for ready in (engine_thread.signals.opened, engine_thread.signals.not_opened):
            ready.connect(lambda _what: QTimer.singleShot(_PAGES_AFTER_MS, window, make_pages))
        add_imports(frame, desktop, engine, shop_jobs)
        follow_changes(desktop, engine, shop_jobs)
        GoneShop(jobs, shop_jobs, window)
        unseen = UnseenPhotos(shop_jobs, window)
        unseen.seen.connect(lambda: news.changed.emit(unseen))
        engine_thread.signals.opened.connect(unseen.begin)
    add_help(desktop, ProgramFacts(engine, preferences))
    _connect(desktop)
    return desktop


def _connect(desktop: Desktop) -> None:
    window, signals = desktop.window, desktop.engine_thread.signals

    def show_failure(failure: Sentence) -> None:
        if failure.text != GONE:  # gone_shop.py says that one, whoever else does
            window.show_failure(failure)

    signals.opened.connect(window.show_shop)
    signals.not_opened.connect(window.show_shop_failure)
    signals.progress.connect(window.foot.show_opening)
    signals.bug.connect(window.show_crash)
    desktop.jobs.unhandled_failure.connect(show_failure)
    desktop.jobs.bug.connect(window.show_crash)
    if window.was_painted:  # not at once: whoever furnishes the window connects to what the engine tells
        QTimer.singleShot(0, window, lambda: _start(desktop))
    else:  # queued, so that the frame is on the screen before anything heavy begins
        window.painted.connect(lambda: _start(desktop), Qt.ConnectionType.QueuedConnection)
    window.closed.connect(desktop.search_page.customer.put_away)


_PAGES_AFTER_MS = 400
_CAMERAS_AFTER_MS = 1000
"""Loading QtMultimedia takes some hundredths of a second of the GUI thread: not while the shop is opened."""


def _start(desktop: Desktop) -> None:
    """Show the page, then make the rest of it, then start the engine: a turn of the event loop each."""
    desktop.window.repaint()  # now: a timer comes before a paint that is only asked for
    _log.info("the search page is there")
    QTimer.singleShot(0, desktop.window, lambda: _begin(desktop))


def _begin(desktop: Desktop) -> None:
    # Before the engine's imports, beside which it takes three times as long and stalls the window.
    _ = desktop.search_page.front.work
    _log.info("the engine starts")
    desktop.engine_thread.start()
    QTimer.singleShot(_CAMERAS_AFTER_MS, desktop.window, lambda: _look_for_cameras(desktop))


def _look_for_cameras(desktop: Desktop) -> None:
    from desktop_app.camera.camera import CameraWatch

    QTimer.singleShot(0, desktop.window, lambda: desktop.window.set_camera_watch(CameraWatch(desktop.window)))
