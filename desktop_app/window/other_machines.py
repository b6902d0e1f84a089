"""The machines that a shop's computer works with: phones that are its cameras, and a hub of several tills."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from core.policy import Policy
from desktop_app.background.hub_link import HubLink
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.hub_words import short_words, whole_words
from desktop_app.phone.switch import PhoneSwitch
from desktop_app.window.desktop import Desktop

if TYPE_CHECKING:
    from desktop_app.phone.pairing import AskingPhone

_PHONES_AFTER_MS = 1500
_HUB_AFTER_MS = 2000


def add_phones(desktop: Desktop, shop_jobs: ShopJobs, policy: Policy) -> PhoneSwitch:
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


def add_hub(desktop: Desktop, shop_jobs: ShopJobs) -> HubLink:
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
