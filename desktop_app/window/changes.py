"""What changes the shop: the ways products come into it, and what the window does after any change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.settings import Backups
from desktop_app.engine.jobs import Lane
from desktop_app.engine.question import Question
from desktop_app.engine.shop_choice import is_demo
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.importing.actions import ImportActions
from desktop_app.pages.importing.empty_shop import EmptyShopView
from desktop_app.pages.shop_page import FindingsWish, NewProductWish
from desktop_app.window.desktop import Desktop
from desktop_app.window.frame import WindowFrame

if TYPE_CHECKING:
    from core.shop.shop import Shop


def add_imports(frame: WindowFrame, desktop: Desktop, engine: ShopEngine, shop_jobs: ShopJobs) -> None:
    """Let tables and folders be imported; an empty shop offers the ways to the first products."""
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


def follow_changes(desktop: Desktop, engine: ShopEngine, shop_jobs: ShopJobs) -> None:
    """Count anew what was changed; the day's backup is made before anything can be."""
    window, news = desktop.window, desktop.news
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
