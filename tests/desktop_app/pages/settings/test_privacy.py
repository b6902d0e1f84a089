"""Settings: what is kept of searches and of people, and that it is forgotten."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from core.catalog.log.search_feedback import kept_counts
from core.catalog.log.search_log import log_search
from core.catalog.photos.unlabelled import unlabelled_counts
from core.feedback import Said
from core.ingest.unlabelled.adding import add_unlabelled_photos
from core.search.kept import keep_feedback
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.pages.settings.page import SettingsPage
from desktop_app.window.desktop import Desktop
from tests.core.ingest.unlabelled.views import view
from tests.desktop_app.pages.settings.on_the_page import press, shown_question
from tests.desktop_app.real_shop import PATIENCE_MS

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


def test_kept_pictures_are_counted_then_forgotten(desktop: Desktop, page: SettingsPage, qtbot: QtBot) -> None:
    engine = desktop.search_page.desk.engine
    assert isinstance(engine, ShopEngine)
    shop, privacy = engine.shop, page.privacy
    assert not privacy.forget_button.isEnabled()
    search = log_search(shop.catalog, origin="file", verdict="match")
    keep_feedback(
        shop,
        search,
        Said.RIGHT,
        1,
        pictures=[view(0), view(1)],
        vectors=[np.zeros(shop.spec.dim, np.float32)] * 2,
    )
    page.entered()
    qtbot.waitUntil(privacy.forget_button.isEnabled, timeout=PATIENCE_MS)
    assert "2 of confirmed searches (1)" in privacy.forget_button.accessibleDescription()
    privacy.forget_button.click()
    question = shown_question(desktop, qtbot)
    assert "Kept pictures: 2, of confirmed searches: 1." in question.text()
    press(question, QMessageBox.ButtonRole.DestructiveRole)
    qtbot.waitUntil(lambda: "forgotten" in page.message.label.text(), timeout=PATIENCE_MS)
    assert kept_counts(shop.catalog) == (0, 0)


def test_searches_are_learned_from_until_that_is_switched_off(desktop: Desktop, page: SettingsPage) -> None:
    assert desktop.preferences.settings.learn_from_searches and page.privacy.learn.isChecked()
    page.privacy.learn.click()
    assert not desktop.preferences.settings.learn_from_searches


def test_photos_that_nobody_labelled_are_counted_and_forgotten(
    desktop: Desktop, page: SettingsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    privacy = page.privacy
    engine = desktop.search_page.desk.engine
    assert isinstance(engine, ShopEngine)
    shop = engine.shop
    assert not privacy.forget_unlabelled_button.isEnabled()
    for number in range(2):
        view(number).save(tmp_path / f"{number}.png")
    add_unlabelled_photos(shop, [tmp_path / "0.png", tmp_path / "1.png"])
    page.entered()
    qtbot.waitUntil(privacy.forget_unlabelled_button.isEnabled, timeout=PATIENCE_MS)
    assert "2 from walks" in privacy.forget_unlabelled_button.accessibleDescription()
    privacy.forget_unlabelled_button.click()
    question = shown_question(desktop, qtbot)
    assert "Vectors of searches: 0. Photos of walks through the shop: 2." in question.text()
    assert "backups hold what they held" in question.text()
    press(question, QMessageBox.ButtonRole.DestructiveRole)
    qtbot.waitUntil(lambda: "forgotten" in page.message.label.text(), timeout=PATIENCE_MS)
    assert unlabelled_counts(shop.catalog).total == 0
    qtbot.waitUntil(lambda: not privacy.forget_unlabelled_button.isEnabled(), timeout=PATIENCE_MS)
