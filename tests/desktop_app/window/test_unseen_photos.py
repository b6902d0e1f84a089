"""A shop whose import was cut off is open at once; its photos are looked at beside the work."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.photos.vectors import photos_without_vector
from core.shop.opening import open_shop
from desktop_app.engine import shop_engine
from desktop_app.window import unseen_photos
from tests.desktop_app.real_shop import window_on
from tests.painted_shop import make_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


def test_pages_are_there_while_photos_are_looked_at_and_the_foot_says_so(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = make_shop(tmp_path / "shop", products=3, counter_photos=0)
    with open_shop(shop) as opened, opened.catalog.transaction() as db:
        db.execute("DELETE FROM vectors")
    go_on, look = threading.Event(), unseen_photos._look
    monkeypatch.setattr(shop_engine, "SEEN_AT_ONCE", 0)
    monkeypatch.setattr(unseen_photos, "_look", lambda *given: (go_on.wait(30), look(*given)))
    with window_on(shop, qapp, qtbot) as desktop:
        line, page = desktop.window.status_line, desktop.window.show_page("catalog")
        assert page is not None and page.isVisible()
        qtbot.waitUntil(lambda: "not found by picture yet" in line.activity.accessibleName())
        go_on.set()
        qtbot.waitUntil(lambda: not line.activity.isVisible())
    with open_shop(shop) as opened:
        assert len(photos_without_vector(opened.catalog, opened.spec.fingerprint)) == 0
