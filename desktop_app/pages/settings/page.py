"""The settings page: its parts below one another. Every change holds at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.care.backup import automatic_backups
from core.evidence.log_state import log_state
from core.settings import Settings
from desktop_app.engine.engine import ShopFacts
from desktop_app.engine.jobs import Lane
from desktop_app.engine.question import Question
from desktop_app.engine.shop_choice import ShopWish
from desktop_app.pages.settings.advanced import SettingsAdvanced
from desktop_app.pages.settings.backups import SettingsBackups
from desktop_app.pages.settings.changes import SettingsChanges
from desktop_app.pages.settings.evidence import SettingsEvidence
from desktop_app.pages.settings.help import SettingsHelp
from desktop_app.pages.settings.hub.card import SettingsHub
from desktop_app.pages.settings.kept import kept_of
from desktop_app.pages.settings.look import SettingsLook
from desktop_app.pages.settings.networks import Networks, networks_of
from desktop_app.pages.settings.phones.card import SettingsPhones
from desktop_app.pages.settings.privacy import SettingsPrivacy
from desktop_app.pages.settings.recognition import SettingsRecognition
from desktop_app.pages.settings.shop import PAGE, SettingsShop
from desktop_app.pages.shop_page import PageServices, ShopPage
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.message_bar import MessageBar
from desktop_app.widgets.question import ask
from desktop_app.widgets.scrolling import scrolling

if TYPE_CHECKING:
    from desktop_app.camera.camera import CameraWatch

_WIDTH = 880


class SettingsPage(ShopPage):
    """Parts below one another; what takes time shows its progress at the foot and can be cancelled."""

    name = PAGE
    icon_name = "settings"
    at_bottom = True
    needs_products = False

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = services.preferences
        self._folder = services.engine.folder
        self._watch: CameraWatch | None = None
        self._networks, self._kept, self._found_backups, self._log = (
            Question(services.shop_jobs) for _ in range(4)
        )
        locked, settings = services.policy.locked, services.preferences.settings
        self._title = text_label("display")
        self.shop = SettingsShop(
            self._folder, services.themes, services.shop_actions, fixed="recent_shops" in locked
        )
        self.look = SettingsLook(services.themes, services.languages, locked)
        self.backups = SettingsBackups(self._folder, services.themes, settings, locked)
        self.recognition = SettingsRecognition(services.themes, settings, locked)
        self.advanced = SettingsAdvanced(services.themes, settings, locked)
        self.privacy = SettingsPrivacy(
            services.themes,
            settings,
            locked,
            self._folder,
            blur_locked=services.policy.blur_faces is not None,
            customers_locked=services.policy.keep_customers is not None,
        )
        self.phones = (
            SettingsPhones(services.themes, services.phones, locked="phone_camera" in locked)
            if services.phones is not None
            else None
        )
        self.hub = (
            SettingsHub(
                services.themes, services.hub, services.shop_jobs, locked=services.policy.join_hub is False
            )
            if services.hub is not None
            else None
        )
        self.evidence = SettingsEvidence(self._folder, services.themes)
        self.help = SettingsHelp(services.themes)
        self._parts = (
            self.shop,
            self.backups,
            self.look,
            self.recognition,
            *((self.phones,) if self.phones is not None else ()),
            *((self.hub,) if self.hub is not None else ()),
            self.privacy,
            self.evidence,
            self.advanced,
            self.help,
        )
        self.message = MessageBar(services.themes, self)
        self.changes = SettingsChanges(services, self.message, self)
        self.changes.ended.connect(self.refresh)
        self._build()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        """What stands under its icon."""
        return self.tr("Settings")

    def actions_for_menu(self) -> Sequence[QAction]:
        """What can be done with the shop as a whole."""
        return self.backups.actions_for_menu()

    def show_shop(self, facts: ShopFacts) -> None:
        """The shop is open, or holds other products than before."""
        self.shop.show_shop(facts)
        self.backups.allow()
        self.refresh()

    def entered(self) -> None:
        """Show what was chosen and what came elsewhere since."""
        self.refresh()
        settings = self._preferences.settings
        for part in (self.privacy, self.recognition, self.backups, self.advanced):
            part.show_settings(settings)
        self._show_cameras()
        self.shop.show_button.setFocus()

    def reveal(self, what: object) -> None:
        """Show the part about the hub, to whoever asked at the window's foot how the shop stands with it."""
        if self.hub is not None and what is self._services.hub:
            QTimer.singleShot(0, self, self._show_hub)  # once the page has its room

    def _show_hub(self) -> None:
        if self.hub is not None:
            self.area.ensureWidgetVisible(self.hub)

    def set_camera_watch(self, watch: CameraWatch) -> None:
        """Cameras can be looked for from now on."""
        self._watch = watch
        watch.changed.connect(self._show_cameras)
        self._show_cameras()

    def is_busy(self) -> bool:
        """A backup or a copy would be cut off."""
        return self.changes.is_busy

    def refresh(self) -> None:
        """Read anew what there is to choose from."""
        self._networks.ask(lambda shop, _report: networks_of(shop), self._show_networks)
        self._kept.ask(lambda shop, _report: kept_of(shop), self.privacy.show_kept)
        self._found_backups.ask(
            lambda shop, _report: automatic_backups(shop.catalog.path), self.backups.show_backups
        )

        self._log.ask(lambda shop, _report: log_state(shop.catalog), self.evidence.show_state)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Settings"))
        for part in self._parts:
            part.retranslate()
        self.message.retranslate(self.tr("Close"))

    def reset(self) -> None:
        """Ask, then take every setting back to how the program came; shops are not touched."""
        ask(
            self.window(),
            self.tr("Set every setting back to its default? Shops are not touched."),
            self.tr("Reset the settings"),
            self.reset_now,
        )

    def reset_now(self) -> None:
        """Take every setting back, and show them."""
        kept = self._preferences.settings
        fresh = Settings(recent_shops=kept.recent_shops, guide_seen=True, unknown=kept.unknown)
        self._preferences.change(fresh)
        settings = self._preferences.settings
        self._services.languages.choose(settings.language)
        self._services.themes.choose(settings.theme)
        if self._services.phones is not None:
            self._services.phones.follow()
        self.entered()
        self._say(lambda: self.tr("Every setting is back to its default."))

    # What is chosen

    def _on_device(self, device: str) -> None:
        self._change(device=device)
        self.message.say(
            lambda: (
                self.tr("The change counts once the shop is opened again."),
                self.tr("Open it again"),
            ),
            lambda: self._services.news.shop_wanted.emit(ShopWish(self._folder, page=PAGE)),
        )

    def _change(self, **values: object) -> None:
        self._preferences.change(replace(self._preferences.settings, **values))  # type: ignore[arg-type]

    def _on_keep_last(self, keep: bool) -> None:
        self._change(keep_last_searches=keep)
        if not keep:
            self.changes.forget_last()

    def _say(self, words: Callable[[], str]) -> None:
        self.message.say(lambda: (words(), ""))

    def _show_networks(self, networks: Networks) -> None:
        self.advanced.show_networks(networks, may_change=networks.writable and not self.changes.is_busy)
        self.privacy.allow_forgetting(networks.writable)

    def _show_cameras(self) -> None:
        names = self._watch.names() if self._watch is not None else []
        self.recognition.show_cameras(names, self._preferences.settings.camera)

    def _build(self) -> None:
        middle = QWidget(self)
        self.area = scrolling(middle)
        inside = QWidget(middle)
        inside.setMaximumWidth(_WIDTH)
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(32, 24, 32, 32)
        parts.setSpacing(16)
        for widget in (self._title, *self._parts):
            parts.addWidget(widget)
        parts.addStretch(1)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside, 1)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(self.message)

    def _connect(self) -> None:
        news = self._services.news
        for part in (self.shop, self.backups):
            part.shop_wanted.connect(news.shop_wanted)
            part.work_wanted.connect(self.changes.run)
        self.evidence.work_wanted.connect(
            lambda work, words: self.changes.run(work, words, lane=Lane.WRITING)
        )
        self.backups.new_shop_wanted.connect(news.restored_wanted)
        self.backups.often_chosen.connect(lambda often: self._change(backups=often))
        self.shop.currency_chosen.connect(self.changes.choose_currency)
        self.shop.scales.entered.connect(self.changes.choose_scales)
        self.shop.low.entered.connect(self.changes.choose_low_mark)
        self.recognition.camera_chosen.connect(lambda name: self._change(camera=name))
        self.advanced.device_chosen.connect(self._on_device)
        self.advanced.network_chosen.connect(self.changes.ask_for_network)
        self.advanced.text_image.file_chosen.connect(self.changes.add_text_image)
        self.advanced.text_image.removal_wanted.connect(self.changes.ask_to_remove_text_image)
        self.recognition.sounds_chosen.connect(lambda on: self._change(sounds=on))
        self.recognition.idle_chosen.connect(lambda learn: self._change(learn_when_idle=learn))
        self.privacy.keep_chosen.connect(lambda keep: self._change(keep_search_photos=keep))
        self.privacy.forget_wanted.connect(self.changes.ask_to_forget_kept)
        self.privacy.learn_chosen.connect(lambda learn: self._change(learn_from_searches=learn))
        self.privacy.asked_chosen.connect(lambda keep: self._change(keep_asked_photos=keep))
        self.privacy.keep_last_chosen.connect(self._on_keep_last)
        self.privacy.blur_chosen.connect(self.changes.choose_blurring)
        self.privacy.delete_originals_wanted.connect(self.changes.ask_to_delete_originals)
        self.privacy.forget_unlabelled_wanted.connect(self.changes.ask_to_forget_unlabelled)
        self.privacy.customers_chosen.connect(self.changes.choose_customers)
        self.privacy.customers_wanted.connect(self.changes.show_customers)
        self.help.reset_wanted.connect(self.reset)
        news.model_changed.connect(self.refresh)
