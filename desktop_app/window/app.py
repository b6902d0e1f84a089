"""Builds every object of the window once and passes it down.

The window's frame comes first and is shown by itself (frame.py); what is here comes into it when it
can be seen, and the engine starts then. Nothing heavy is imported by either.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication

from core.catalog.database.place import GONE
from core.messages import Sentence
from core.policy import Policy
from core.settings import Backups, Settings
from desktop_app.background.hub_link import HubLink
from desktop_app.background.preferences import Preferences
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.engine import PictureSource, SearchEngine
from desktop_app.engine.jobs import Jobs, Lane
from desktop_app.engine.question import Question
from desktop_app.engine.shop_choice import ShopWish, is_demo
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.engine.thread import EngineThread
from desktop_app.look.hub_words import short_words, whole_words
from desktop_app.look.language import LanguageSwitch
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.help.actions import HelpActions
from desktop_app.pages.help.keys_sheet import KeysSheet, groups_of_keys
from desktop_app.pages.importing.actions import ImportActions
from desktop_app.pages.importing.empty_shop import EmptyShopView
from desktop_app.pages.importing.first_steps import FirstSteps
from desktop_app.pages.search.history.keeper import HistoryKeeper
from desktop_app.pages.search.page import SearchPage
from desktop_app.pages.shop_page import FindingsWish, NewProductWish, PageServices, ShopNews, ShopPage
from desktop_app.phone.switch import PhoneSwitch
from desktop_app.window.frame import WindowFrame, build_frame
from desktop_app.window.gone_shop import GoneShop
from desktop_app.window.main_window import MainWindow
from desktop_app.window.program_facts import ProgramFacts
from desktop_app.window.shop_pages import import_pages, shop_pages
from desktop_app.window.unseen_photos import UnseenPhotos

if TYPE_CHECKING:
    from core.shop.shop import Shop
    from desktop_app.phone.pairing import AskingPhone

_log = logging.getLogger(__name__)


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
        desktop.phones = _add_phones(desktop, shop_jobs, frame.policy)
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
            _add_hub(desktop, shop_jobs),
        )
        window.side_pages.add_later(shop_pages(services, window.shown))

        def make_pages() -> None:
            jobs.run(lambda _report: import_pages(), success=lambda _: window.side_pages.make_next())

        # A moment after the shop is open or cannot be: importing and making pages beside its opening, or
        # beside a first search that waited for it, would hold that up and stall the window.
        for ready in (engine_thread.signals.opened, engine_thread.signals.not_opened):
            ready.connect(lambda _what: QTimer.singleShot(_PAGES_AFTER_MS, window, make_pages))
        _add_imports(frame, desktop, engine, shop_jobs)
        GoneShop(jobs, shop_jobs, window)
        unseen = UnseenPhotos(shop_jobs, window)
        unseen.seen.connect(lambda: news.changed.emit(unseen))
        engine_thread.signals.opened.connect(unseen.begin)
    _add_help(desktop, ProgramFacts(engine, preferences))
    _connect(desktop)
    return desktop


def _add_phones(desktop: Desktop, shop_jobs: ShopJobs, policy: Policy) -> PhoneSwitch:
    """Let phones be cameras, if that is switched on; once the shop is open and the pages are on their way."""
    desk, window, news = desktop.search_page.desk, desktop.window, desktop.news

    def search_together(sources: Sequence[PictureSource]) -> None:
        """Pictures of one thing, as the phone's are."""
        desk.search(sources[:1], "camera")
        if sources[1:]:
            desk.add(sources[1:], "camera")

    phones = PhoneSwitch(
        desktop.jobs,
        shop_jobs,
        desktop.preferences,
        search_together,
        lambda: news.changed.emit(None),
        policy.phones,
        window,
    )

    def ask(asking: AskingPhone) -> None:
        from desktop_app.window.asking_phone import ask_about  # seldom

        ask_about(asking, phones, window)

    phones.asked.connect(ask)
    desktop.engine_thread.signals.opened.connect(
        lambda _facts: QTimer.singleShot(_PHONES_AFTER_MS, phones, phones.follow)
    )
    return phones


def _add_hub(desktop: Desktop, shop_jobs: ShopJobs) -> HubLink:
    """Keep the shop in step with the hub that it has joined, if it has; once the pages are on their way."""
    window, news = desktop.window, desktop.news
    link = HubLink(shop_jobs, window)

    def words() -> tuple[str, str]:
        if link.state is None:
            return "", ""
        return short_words(link.state, link.away_since), whole_words(link.state, link.away_since)

    link.changed.connect(lambda: window.foot.tell_of_hub(words))
    window.status_line.hub.clicked.connect(lambda: news.wanted.emit("settings", link))
    link.received.connect(lambda: news.changed.emit(link))
    desktop.engine_thread.signals.opened.connect(
        lambda _facts: QTimer.singleShot(_HUB_AFTER_MS, link, link.begin)
    )
    return link


def _add_imports(frame: WindowFrame, desktop: Desktop, engine: ShopEngine, shop_jobs: ShopJobs) -> None:
    """Let tables and folders be imported; the day's backup is made before anything can be changed."""
    window, news, shops = desktop.window, desktop.news, frame.shops
    may_leave = "recent_shops" not in frame.policy.locked
    imports = ImportActions(shop_jobs, window, is_demo=is_demo(engine.folder) and may_leave)
    window.add_imports(imports)
    empty = EmptyShopView(frame.themes, window)
    empty.way_chosen.connect(imports.begin)
    empty.dropped.connect(imports.take)
    window.shown.add_ways(empty)
    imports.told.connect(news.told)
    window.foot.work_changed.connect(empty.show_work)
    imports.imported.connect(lambda: news.changed.emit(imports))
    imports.own_shop_wanted.connect(lambda way: shops.ask_for_new(way, shops.why_not_in_the_demo))
    imports.findings_wanted.connect(lambda: news.wanted.emit("catalog", FindingsWish()))
    imports.one_by_one_wanted.connect(lambda: news.wanted.emit("catalog", NewProductWish()))

    held = Question(shop_jobs)

    def look_again() -> None:
        held.ask(lambda _shop, _report: engine.facts(), window.show_shop)

    # Whatever changed the shop, the window counts again what it holds, and says what it is searched by.
    news.changed.connect(lambda _sender: look_again())
    news.model_changed.connect(look_again)
    for changed in (news.changed, news.model_changed):
        changed.connect(lambda *_sender: desktop.search_page.desk.ask_anew())
    desktop.engine_thread.signals.opened.connect(
        lambda _facts: shop_jobs.run(
            lambda shop, _report: _back_up(shop, desktop.preferences.settings.backups),
            success=lambda _: None,
            lane=Lane.WRITING,
        )
    )


def _back_up(shop: Shop, often: Backups) -> None:
    from core.care.backup import daily_backup

    if shop.writable:
        daily_backup(shop.catalog, often=often)


def _add_help(desktop: Desktop, facts: ProgramFacts) -> None:
    window, preferences = desktop.window, desktop.preferences
    help_actions = HelpActions(facts, desktop.jobs, desktop.themes, window)
    window.add_help(help_actions)
    keys = KeysSheet(desktop.themes, window)
    help_actions.keys_wanted.connect(
        lambda: keys.toggle(lambda: groups_of_keys(window.menu_actions(), window.pages))
    )

    def lead_to_help(page: ShopPage) -> None:
        from desktop_app.pages.settings.page import SettingsPage  # after the first paint

        if isinstance(page, SettingsPage):
            page.help.keys_wanted.connect(help_actions.keys.trigger)
            page.help.first_steps_wanted.connect(help_actions.first_steps.trigger)
            page.help.report_wanted.connect(help_actions.report.trigger)
            page.help.about_wanted.connect(help_actions.about.trigger)

    window.side_pages.added.connect(lead_to_help)
    first_steps = FirstSteps(desktop.themes, window)
    help_actions.first_steps_wanted.connect(first_steps.begin)
    first_steps.wanted.connect(desktop.news.wanted)
    if window.import_actions is not None:
        first_steps.import_wanted.connect(window.import_actions.table.trigger)

    def lead_on() -> None:
        if not preferences.settings.guide_seen:
            first_steps.begin()

    window.shown.filled.connect(lead_on)
    first_steps.finished.connect(lambda: preferences.change(replace(preferences.settings, guide_seen=True)))


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
_PHONES_AFTER_MS = 1500
_HUB_AFTER_MS = 2000


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
