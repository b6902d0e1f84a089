"""Settings: what is said of the shop that is open, and what is done with it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.catalog.currencies.shop_currency import shop_currency
from core.catalog.low_stock import shop_mark
from core.catalog.scales.shop_formats import scale_formats
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from desktop_app.pages.settings.page import SettingsPage
from desktop_app.window.desktop import Desktop
from tests.desktop_app.real_shop import PATIENCE_MS

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


def test_the_shop_is_copied_while_it_is_open(page: SettingsPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.shop.copy_shop(tmp_path / "elsewhere")
    qtbot.waitUntil(lambda: not page.is_busy(), timeout=PATIENCE_MS)
    with open_shop(tmp_path / "elsewhere" / "shop", device="cpu") as copied:
        assert copied.writable


def test_the_shops_currency_is_chosen_here_and_holds_for_prices_that_say_none(
    desktop: Desktop, page: SettingsPage, qtbot: QtBot, shop: Path
) -> None:
    box = page.shop.currency
    qtbot.waitUntil(box.isEnabled, timeout=PATIENCE_MS)
    assert box.currentData() == ""
    box.setCurrentIndex(box.findData("PLN"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: "PLN" in page.message.label.text(), timeout=PATIENCE_MS)
    desktop.window.close()
    with open_shop(shop) as again:
        assert shop_currency(again.catalog) == "PLN"


def test_labels_of_scales_and_low_stock_are_set_here_and_what_cannot_be_is_said(
    desktop: Desktop, page: SettingsPage, qtbot: QtBot, shop: Path
) -> None:
    entry = page.shop.scales
    qtbot.waitUntil(entry.isEnabled, timeout=PATIENCE_MS)
    entry.line.setText("21PPPP")
    assert not entry.finish() and "no format" in entry.problem.text()
    entry.line.setText("21PPPPPWW.WWWX 22PPPPPMMM.MMX")
    assert entry.finish()
    qtbot.waitUntil(lambda: "Scale labels" in page.message.label.text(), timeout=PATIENCE_MS)
    low = page.shop.low
    low.line.setText("5 kg")
    assert not low.finish() and "low stock" in low.problem.text()
    low.line.setText("5")
    assert low.finish()
    qtbot.waitUntil(lambda: "Low stock" in page.message.label.text(), timeout=PATIENCE_MS)
    assert page.privacy.blur.isChecked()
    page.privacy.blur.click()
    qtbot.waitUntil(lambda: "kept as they are" in page.message.label.text(), timeout=PATIENCE_MS)
    desktop.window.close()
    with open_shop(shop) as again:
        assert not again.faces.is_wanted
        assert [one.text for one in scale_formats(again.catalog)] == ["21PPPPPWW.WWWX", "22PPPPPMMM.MMX"]
        assert shop_mark(again.catalog) == whole(5)
