"""What is done to a shop while none is open: restoring it, and failing so that nothing is lost."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.care.archive import write_archive
from core.catalog.products.products import counts, product_by_sku, set_archived
from core.errors import KnownError
from core.paths import resources
from core.progress import Progress, ignore_progress
from core.settings import Settings
from core.shop.opening import open_shop
from desktop_app.engine.shop_choice import Prepare, ShopWish
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.settings.backups import SettingsBackups
from desktop_app.pages.settings.shop import SettingsShop


@pytest.fixture
def part(shop: Path, qapp: QApplication, qtbot: QtBot) -> SettingsShop:
    """The settings' part about it."""
    part = SettingsShop(shop, ThemeSwitch(qapp, resources() / "styles", "light"), fixed=False)
    qtbot.addWidget(part)
    return part


@pytest.fixture
def backups(shop: Path, qapp: QApplication, qtbot: QtBot) -> SettingsBackups:
    """The settings' part about its backups."""
    themes = ThemeSwitch(qapp, resources() / "styles", "light")
    part = SettingsBackups(shop, themes, Settings(), frozenset())
    qtbot.addWidget(part)
    return part


def prepared(part: SettingsShop | SettingsBackups, want: Callable[[], None]) -> Prepare:
    """What must be done before the shop that ``want`` asks for is opened."""
    wishes: list[ShopWish] = []
    part.shop_wanted.connect(wishes.append)
    want()
    (wish,) = wishes
    assert wish.prepare is not None
    return wish.prepare


def test_a_shop_is_brought_back_to_its_backup_with_progress(
    backups: SettingsBackups, shop: Path, tmp_path: Path
) -> None:
    with open_shop(shop, device="cpu") as opened:
        write_archive(opened.catalog, opened.folder, tmp_path / "all.zip")
        product = product_by_sku(opened.catalog, "Sign 1")
        assert product is not None
        set_archived(opened.catalog, [product.id])
    told: list[Progress] = []
    prepared(backups, lambda: backups.restore(tmp_path / "all.zip", shop))(told.append)
    assert told
    with open_shop(shop, device="cpu") as opened:
        assert counts(opened.catalog).products == 2


def test_a_backup_becomes_a_shop_of_its_own_in_a_new_folder(
    backups: SettingsBackups, shop: Path, tmp_path: Path
) -> None:
    with open_shop(shop, device="cpu") as opened:
        write_archive(opened.catalog, opened.folder, tmp_path / "all.zip")
    prepared(backups, lambda: backups.restore(tmp_path / "all.zip", tmp_path / "again"))(ignore_progress)
    with open_shop(tmp_path / "again", device="cpu") as opened:
        assert counts(opened.catalog).photos == 2


def test_what_is_no_backup_leaves_the_shop_as_it_was(
    backups: SettingsBackups, shop: Path, tmp_path: Path
) -> None:
    (tmp_path / "letter.zip").write_text("dear", encoding="utf-8")
    restore = prepared(backups, lambda: backups.restore(tmp_path / "letter.zip", shop))
    with pytest.raises(KnownError, match="damaged or no backup"):
        restore(ignore_progress)
    with open_shop(shop, device="cpu") as opened:
        assert counts(opened.catalog).products == 2


def test_a_shop_is_not_moved_onto_another(part: SettingsShop, shop: Path, tmp_path: Path) -> None:
    shutil.copytree(shop, tmp_path / "far" / "shop")
    move = prepared(part, lambda: part.move_shop(tmp_path / "far"))
    with pytest.raises(KnownError, match="something in"):
        move(ignore_progress)
    assert (shop / "catalog.db").exists()
