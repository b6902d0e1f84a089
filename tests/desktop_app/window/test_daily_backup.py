"""The window backs the catalog up when it opens a shop, once a day."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop_app.real_shop import window_on
from tests.painted_shop import make_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


def test_the_catalog_is_backed_up_once_a_day(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    shop = make_shop(tmp_path / "shop", products=1, counter_photos=0)
    backups = shop / "backups"
    for _opening in range(2):
        with window_on(shop, qapp, qtbot) as desktop:
            qtbot.waitUntil(lambda: backups.exists() and len(list(backups.glob("*.db"))) == 1)
            qtbot.waitUntil(lambda: desktop.jobs.has_ended)
        assert len(list(backups.iterdir())) == 1
