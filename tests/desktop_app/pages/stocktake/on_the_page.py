"""What is done on the stocktake page in a test, and what stands there."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.shop.opening import open_shop
from desktop_app.pages.stocktake.page import StocktakePage
from desktop_app.window.desktop import Desktop
from tests.desktop_app.real_shop import PATIENCE_MS


def at_page(desktop: Desktop, qtbot: QtBot) -> StocktakePage:
    page = desktop.window.show_page("stocktake")
    assert isinstance(page, StocktakePage)
    qtbot.waitUntil(lambda: page.standing is not None and not page.is_busy(), timeout=PATIENCE_MS)
    return page


def settle(page: StocktakePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.is_busy(), timeout=PATIENCE_MS)


def counted(page: StocktakePage) -> dict[str, int]:
    assert page.standing is not None
    return {product.sku: int(product.counted.decimal) for product in page.standing.counted}


def press(widget: QWidget, key: Qt.Key, page: StocktakePage, qtbot: QtBot, *, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(widget, key, modifier)
    settle(page, qtbot)


def stocks(shop: Path) -> dict[str, int]:
    with open_shop(shop, write=False) as reader:
        return dict(
            reader.catalog.db.execute("SELECT sku, stock_milli / 1000 FROM products ORDER BY sku").fetchall()
        )
