"""The settings in the real window on a small real shop."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.pages.settings.page import SettingsPage
from desktop_app.window.desktop import Desktop
from tests.desktop_app.pages.settings.on_the_page import settings_of
from tests.desktop_app.real_shop import window_on
from tests.painted_shop import make_shop


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small shop."""
    return make_shop(tmp_path_factory.mktemp("settings") / "shop", products=2, counter_photos=0)


@pytest.fixture
def shop(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(made, tmp_path / "shop"))


@pytest.fixture
def desktop(shop: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    """The window on it."""
    with window_on(shop, qapp, qtbot, pages=("settings",)) as desktop:
        yield desktop


@pytest.fixture
def page(desktop: Desktop) -> SettingsPage:
    """Its settings, in front."""
    return settings_of(desktop)
