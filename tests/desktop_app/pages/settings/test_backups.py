"""Settings: backups that are made, listed and gone back to, here or in a shop of their own."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from core.catalog.products.products import counts
from core.shop.opening import open_shop
from desktop_app.engine.shop_choice import ShopWish
from desktop_app.pages.settings.page import SettingsPage
from desktop_app.pages.shops.new_shop_dialog import NewShopDialog
from desktop_app.window.desktop import Desktop
from tests.desktop_app.pages.settings.on_the_page import press, shown_question
from tests.desktop_app.real_shop import PATIENCE_MS

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


def test_a_backup_is_written_with_progress_and_verified(
    page: SettingsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.backups.back_up(tmp_path / "all")
    assert page.message.is_working and page.is_busy()
    qtbot.waitUntil(lambda: not page.is_busy(), timeout=PATIENCE_MS)
    assert "all.zip" in page.message.label.text()
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert "catalog.db" in archive.namelist()


def test_a_backup_that_cannot_be_written_is_a_sentence(
    page: SettingsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("")
    page.backups.back_up(tmp_path / "file" / "all.zip")
    qtbot.waitUntil(lambda: not page.is_busy(), timeout=PATIENCE_MS)
    assert "could not be written" in page.message.label.text()


def test_backups_are_made_as_often_as_is_chosen_and_listed_to_go_back_to(
    desktop: Desktop, page: SettingsPage, qtbot: QtBot
) -> None:
    backups = page.backups
    qtbot.waitUntil(backups.list.isVisible, timeout=PATIENCE_MS)  # the day's own
    assert "by itself" in backups.list.model().index(0, 0).data()
    backups.often.setCurrentIndex(1)
    backups.often.activated.emit(1)
    assert desktop.preferences.settings.backups == "weekly"
    wishes: list[ShopWish] = []
    desktop.news.shop_wanted.connect(wishes.append)
    backups.chosen_button.click()
    press(shown_question(desktop, qtbot), QMessageBox.ButtonRole.AcceptRole)
    assert [wish.folder for wish in wishes] == [page.shop.folder] and wishes[0].prepare is not None


def test_what_is_done_to_the_closed_shop_is_wished_for(
    desktop: Desktop, page: SettingsPage, tmp_path: Path
) -> None:
    wishes: list[ShopWish] = []
    desktop.news.shop_wanted.connect(wishes.append)
    page.backups.restore(tmp_path / "all.zip", page.shop.folder)
    page.shop.move_shop(tmp_path / "far")
    assert [wish.folder for wish in wishes] == [
        tmp_path / "shop",
        tmp_path / "far" / "shop",
    ]
    assert all(wish.prepare is not None and wish.page == "settings" for wish in wishes)
    assert [wish.replaces for wish in wishes] == [None, tmp_path / "shop"]


def test_a_backup_becomes_a_shop_of_its_own_under_a_new_name_beside_this_one(
    desktop: Desktop, page: SettingsPage, qtbot: QtBot, shop: Path
) -> None:
    wishes: list[ShopWish] = []
    desktop.news.shop_wanted.connect(wishes.append)
    qtbot.waitUntil(page.backups.list.isVisible, timeout=PATIENCE_MS)  # the day's own
    page.backups.chosen_button.click()
    (box,) = desktop.window.findChildren(QMessageBox)
    (beside,) = [button for button in box.buttons() if button.text() == "As a new shop…"]
    beside.click()
    (dialog,) = desktop.window.findChildren(NewShopDialog)
    assert "no photos" in dialog._why.text() and not dialog.currency.isVisible()
    dialog.name.line.setText(shop.name)
    dialog.make.click()
    qtbot.waitUntil(lambda: "There is something in" in dialog.name.problem.text())
    dialog.name.line.setText("As it was")
    dialog.make.click()
    qtbot.waitUntil(lambda: bool(wishes))
    (wish,) = wishes
    assert wish.folder == shop.parent / "As it was" and wish.prepare is not None and wish.begin_with is None
    wish.prepare(lambda _progress: None)
    with open_shop(wish.folder) as made:
        assert counts(made.catalog).products == 2
