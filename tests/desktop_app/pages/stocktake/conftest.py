"""A count in the real window on a small real shop."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from desktop_app.pages.stocktake.page import StocktakePage
from desktop_app.window.desktop import Desktop
from tests.desktop_app.pages.stocktake.on_the_page import at_page, settle
from tests.desktop_app.real_shop import window_on
from tests.painted_shop import make_shop

COUNT = 6


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six signs, five of each in the books; the first has a barcode."""
    folder = make_shop(tmp_path_factory.mktemp("stocktake") / "shop", products=COUNT, counter_photos=0)
    with open_shop(folder, device="cpu") as shop:
        for number in range(COUNT):
            draft = ProductDraft(
                f"Sign {number}",
                stock=whole(5),
                price_minor=250,
                currency="EUR",
                location=f"S{number}",
                category="Signs" if number else "Boards",
                barcode="4006381333931" if number == 0 else None,
            )
            upsert_product(shop.catalog, draft, who="import")
    return folder


@pytest.fixture
def shop(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(made, tmp_path / "shop"))


@pytest.fixture
def shop_window(shop: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    """The window on the shop."""
    with window_on(shop, qapp, qtbot, pages=("stocktake",)) as desktop:
        yield desktop


@pytest.fixture
def page(shop_window: Desktop, qtbot: QtBot) -> StocktakePage:
    """The page with a count of everything under way."""
    page = at_page(shop_window, qtbot)
    QTest.keyClick(page.start_view.begin_button, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert page.count_view.isVisible()
    return page


@pytest.fixture
def enter(page: StocktakePage, qtbot: QtBot) -> Callable[[str], None]:
    """Type into the one line, Enter, and wait."""

    def act(text: str) -> None:
        QTest.keyClicks(page.count_view.field, text)
        QTest.keyClick(page.count_view.field, Qt.Key.Key_Return)
        settle(page, qtbot)

    return act
