"""A window on a joined shop: it hears of changes elsewhere, and a hub that says nothing holds nothing up."""

import select
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.hub import watching
from core.hub.following import join_hub
from core.shop.opening import open_shop
from desktop_app.background.hub_link import HubLink
from desktop_app.window.desktop import Desktop
from tests.core.hub.silence import silent_door
from tests.core.hub.tills import joined_till, sync
from tests.desktop_app.real_shop import PATIENCE_MS, window_on

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


def link_of(desktop: Desktop) -> HubLink:
    found = desktop.window.findChild(HubLink)
    assert found is not None
    return found


@pytest.fixture
def shop(tmp_path: Path, manager: str) -> Path:
    """A shop without products that has joined."""
    with open_shop(tmp_path / "shop", create=True, device="cpu") as opened:
        join_hub(opened, manager, None, "Harbour")
    return tmp_path / "shop"


def test_the_hub_says_when_another_till_changed_something(
    shop: Path,
    manager: str,
    tmp_path: Path,
    qapp: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(watching, "_AT_LEAST_EVERY_S", 3600.0)  # so nobody asks by the clock
    with joined_till(tmp_path / "other", manager, "Pier") as other, window_on(shop, qapp, qtbot) as desktop:
        link, foot = link_of(desktop), desktop.window.status_line.hub
        qtbot.waitUntil(lambda: foot.text() == "Hub: in step", timeout=PATIENCE_MS)
        with qtbot.waitSignal(link.received, timeout=PATIENCE_MS):
            upsert_product(other.catalog, ProductDraft("T-1", title="Tea"), who="")
            sync(other, manager)
        qtbot.waitUntil(lambda: "1" in desktop.window.status_line.counts.text(), timeout=PATIENCE_MS)


def test_a_window_whose_hub_says_nothing_is_closed_at_once(
    shop: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with silent_door() as door:
        address = f"postgresql://till@127.0.0.1:{door.getsockname()[1]}/shop"
        with open_shop(shop, device="cpu") as opened:
            opened.catalog.db.execute("UPDATE hub_state SET url = ?", [address])
        with window_on(shop, qapp, qtbot):  # and closed, which does not wait
            qtbot.waitUntil(lambda: bool(select.select([door], [], [], 0)[0]), timeout=PATIENCE_MS)


def test_a_copy_of_a_till_says_that_it_goes_on_as_a_till_of_its_own(
    shop: Path, tmp_path: Path, manager: str, qapp: QApplication, qtbot: QtBot
) -> None:
    with open_shop(shutil.copytree(shop, tmp_path / "first"), device="cpu") as first:
        upsert_product(first.catalog, ProductDraft("T-1", title="Tea"), who="")
        sync(first, manager)
    with window_on(shop, qapp, qtbot) as desktop:
        link = link_of(desktop)
        qtbot.waitUntil(lambda: link.has_parted, timeout=PATIENCE_MS)
