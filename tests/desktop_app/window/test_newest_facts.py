"""The foot says what the shop holds now, in whatever order the answers to that question come."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.products.products import set_archived
from desktop_app.engine.engine import ShopFacts
from desktop_app.engine.shop_engine import ShopEngine
from tests.desktop_app.real_shop import window_on
from tests.painted_shop import make_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


def test_an_earlier_count_that_ends_later_does_not_stand(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = make_shop(tmp_path / "shop", products=3, counter_photos=0)
    counted, read = threading.Event(), ShopEngine.facts
    held_up: list[ShopEngine] = []

    def facts(engine: ShopEngine) -> ShopFacts:
        found = read(engine)
        if found.products == 3 and not held_up:
            held_up.append(engine)
            counted.wait(30)
        return found

    with window_on(shop, qapp, qtbot) as desktop:
        monkeypatch.setattr(ShopEngine, "facts", facts)
        line = desktop.window.status_line
        desktop.news.changed.emit(None)
        qtbot.waitUntil(lambda: bool(held_up))
        catalog = held_up[0].shop.catalog
        set_archived(catalog, [row[0] for row in catalog.db.execute("SELECT id FROM products LIMIT 2")])
        desktop.news.changed.emit(None)
        qtbot.waitUntil(lambda: line.counts.text().startswith("1 product"))
        counted.set()
        qtbot.waitUntil(lambda: not desktop.jobs._under_way)
        assert line.counts.text().startswith("1 product")
