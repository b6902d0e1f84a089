"""Settings: each choice holds at once and is stored; locked ones cannot be changed; none is cut off."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.policy import Policy
from core.settings import Settings, load_settings
from desktop_app.look.language import LanguageCode
from desktop_app.pages.settings.page import SettingsPage
from desktop_app.window.desktop import Desktop
from tests.desktop_app.pages.settings.on_the_page import settings_of
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.desktop_app.window.misfits import misfits

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


def test_language_and_theme_hold_at_once_are_stored_and_follow_the_menu(
    desktop: Desktop, page: SettingsPage, shop: Path, qtbot: QtBot
) -> None:
    look = page.look
    look.language.setCurrentIndex(look.language.findData("zh_CN"))
    look.language.activated.emit(look.language.currentIndex())
    assert desktop.languages.code == "zh_CN" and desktop.window.page.title() == "设置"
    look.theme.setCurrentIndex(look.theme.findData("dark"))
    look.theme.activated.emit(look.theme.currentIndex())
    assert desktop.themes.is_dark
    stored = shop.with_name("settings.json")
    qtbot.waitUntil(lambda: load_settings(stored).theme == "dark", timeout=PATIENCE_MS)
    assert load_settings(stored).language == "zh_CN"
    desktop.themes.choose("light")
    assert look.theme.currentData() == "light"


def test_what_it_locked_is_shown_locked_and_stays(shop: Path, qapp: QApplication, qtbot: QtBot) -> None:
    decided = {
        "theme": "dark",
        "keep_search_photos": False,
        "learn_from_searches": False,
        "keep_asked_photos": False,
        "backups": "weekly",
        "sounds": False,
        "device": "cpu",
    }
    policy = Policy(shop=shop, values=decided, blur_faces=True, keep_customers=False)
    with window_on(shop, qapp, qtbot, policy=policy, pages=("settings",)) as desktop:
        page = settings_of(desktop)
        assert desktop.themes.is_dark
        assert not page.look.theme.isEnabled() and page.look.language.isEnabled()
        assert not page.privacy.keep.isEnabled() and not page.privacy.asked.isEnabled()
        assert not page.backups.often.isEnabled() and page.backups.often.currentData() == "weekly"
        assert not page.recognition.sounds.isEnabled() and page.recognition.idle.isEnabled()
        assert not page.advanced.device.isEnabled()
        assert not page.privacy.learn.isEnabled() and not page.privacy.learn.isChecked()
        assert not page.privacy.blur.isEnabled() and page.privacy.blur.isChecked()
        assert not page.privacy.customers.isEnabled() and not page.privacy.customers.isChecked()
        buttons = (*page.shop.shop_buttons, page.shop.move_button)
        assert len(buttons) == 4 and not any(button.isEnabled() for button in buttons)
        assert page.look._theme_row._lock.isVisible()
        assert page.look._theme_row._lock_words.text() == "Set by your IT"
        desktop.languages.choose("zh_CN")
    own = load_settings(shop.with_name("settings.json"))
    assert own.language in ("zh_CN", "en") and own.theme == "light"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_setting_is_cut_off_down_to_the_last_one(
    desktop: Desktop, page: SettingsPage, qtbot: QtBot, language: LanguageCode
) -> None:
    desktop.window.resize(1024, 660)
    desktop.languages.choose(language)

    def fits() -> None:
        assert page.title() == ("设置" if language == "zh_CN" else "Settings")
        assert misfits(page) == []

    qtbot.waitUntil(fits, timeout=PATIENCE_MS)  # once the layout has settled
    assert page.area.horizontalScrollBar().maximum() == 0


def test_searches_are_heard_where_that_is_chosen(desktop: Desktop, page: SettingsPage) -> None:
    assert not desktop.preferences.settings.sounds and not page.recognition.sounds.isChecked()
    page.recognition.sounds.click()
    assert desktop.preferences.settings.sounds


def test_a_reset_takes_every_setting_back_and_keeps_the_shops(
    desktop: Desktop, page: SettingsPage, shop: Path
) -> None:
    desktop.preferences.change(
        Settings(language="zh_CN", theme="dark", recent_shops=(str(shop),), keep_search_photos=True)
    )
    page.reset_now()
    settings = desktop.preferences.settings
    assert (settings.language, settings.theme, settings.keep_search_photos) == ("system", "system", False)
    assert settings.recent_shops == (str(shop),)
    assert desktop.themes.choice == "system" and not page.privacy.keep.isChecked()
