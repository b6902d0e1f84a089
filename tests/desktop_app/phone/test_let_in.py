"""A phone is let in at the window, works beside it, and is put out again; browser and window are real."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from core.catalog.stock import current_stock
from core.quantities.quantity import ONE
from core.shop.shop import Shop
from core.stocktake.counted import counted_products
from core.stocktake.stocktake import current
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.pages.settings.page import SettingsPage
from desktop_app.window.desktop import Desktop
from tests.desktop_app.phone.real_browser import film, phone_page, real_browser
from tests.desktop_app.real_shop import PATIENCE_MS, window_on
from tests.painted_shop import make_priced_shop

_T = TypeVar("_T")
Beside = Callable[[Callable[[], _T]], _T]


@pytest.fixture
def desktop(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    with window_on(make_priced_shop(tmp_path / "shop"), qapp, qtbot) as opened:
        assert opened.phones is not None
        opened.phones.addresses = lambda: ("127.0.0.1",)
        yield opened


@pytest.fixture
def beside(qtbot: QtBot) -> Iterator[Beside[object]]:
    """Does something in a thread of the browser's own, while the window goes on."""
    with ThreadPoolExecutor(1) as browsers:

        def run(work: Callable[[], _T]) -> _T:
            done = browsers.submit(work)
            qtbot.waitUntil(done.done, timeout=3 * PATIENCE_MS)
            return done.result()

        yield run


def shop_of(desktop: Desktop) -> Shop:
    engine = desktop.search_page.desk.engine
    assert isinstance(engine, ShopEngine)
    return engine.shop


def let_in(desktop: Desktop, qtbot: QtBot) -> str:
    """Where the code leads that the settings show."""
    qtbot.waitUntil(lambda: any(isinstance(page, SettingsPage) for page in desktop.window.pages))
    settings = next(page for page in desktop.window.pages if isinstance(page, SettingsPage))
    card = settings.phones
    assert card is not None
    card.switch.setChecked(True)
    qtbot.waitUntil(lambda: card.code.isVisibleTo(card), timeout=PATIENCE_MS)
    card.code.new_code()
    return card.code.leads_to


def test_a_day_with_the_phone_in_the_apron(
    desktop: Desktop, tmp_path: Path, qtbot: QtBot, beside: Callable[..., object]
) -> None:
    held = tmp_path / "shop pictures" / "0-1.png"
    shop, leads_to = shop_of(desktop), let_in(desktop, qtbot)
    opened = (real_browser(film(Image.open(held), tmp_path / "held.mjpeg")),)
    browser = beside(opened[0].__enter__)
    address = leads_to.split("/pair")[0]
    phone = phone_page(browser, address)  # type: ignore[arg-type]
    page: Page = beside(phone.__enter__)  # type: ignore[assignment]

    def ask_to_be_let_in() -> None:
        page.goto(leads_to)
        page.get_by_label("What this phone is called").fill("Apron")
        page.get_by_role("button", name="Ask to be let in").click()

    beside(ask_to_be_let_in)

    def questions() -> list[QMessageBox]:
        return [box for box in desktop.window.findChildren(QMessageBox) if box.isVisible()]

    qtbot.waitUntil(lambda: bool(questions()), timeout=PATIENCE_MS)
    number = str(beside(page.locator("#number").inner_text))
    [question] = questions()
    assert number in question.text() and "Apron" in question.text()
    next(button for button in question.buttons() if button.text() == "Let it in").click()

    def search_live() -> str:
        page.wait_for_url(f"{address}/")
        page.get_by_label("Show it at the computer, too").check()
        page.get_by_role("button", name="Live view").click()
        page.locator("[data-shutter]").click()
        page.wait_for_url("**/search/*")
        return page.locator(".cards").first.inner_text()

    assert "Apple" in str(beside(search_live))
    desk = desktop.search_page.desk
    qtbot.waitUntil(lambda: desk.at_hand is not None and desk.at_hand.is_done, timeout=PATIENCE_MS)

    [apple] = shop.catalog.db.execute("SELECT id FROM products WHERE sku = 'Sign 0'").fetchone()
    before = current_stock(shop.catalog, apple)
    assert before is not None

    def sell() -> None:
        page.goto(f"{address}/product/{apple}")
        page.get_by_role("button", name="1 sold").click()
        expect(page.locator("#standing .event")).to_contain_text("Sold: 1 of “Apple”")

    beside(sell)
    assert current_stock(shop.catalog, apple) == before - ONE
    beside(lambda: page.get_by_role("button", name="Undo").click())
    beside(lambda: expect(page.locator("#standing .event")).to_contain_text("Taken back"))
    assert current_stock(shop.catalog, apple) == before

    def count() -> None:
        page.goto(f"{address}/count")
        page.get_by_role("button", name="Begin to count").click()
        page.get_by_label("Or by name, number or barcode").fill("2000000010014")
        page.keyboard.press("Enter")
        expect(page.locator("output")).to_have_text("1")

    beside(count)
    assert counted_products(shop, current(shop))[0].product_id == apple

    service = desktop.phones.service if desktop.phones is not None else None
    assert service is not None
    service.put_out(service.phones[0].id)

    def look_again() -> str:
        while (answer := page.goto(f"{address}/")) is None or answer.status != 401:
            page.wait_for_timeout(100)  # until the server has heard
        return page.locator("h1").inner_text()

    assert beside(look_again) == "This phone is not let in"
    beside(lambda: phone.__exit__(None, None, None))
    beside(lambda: opened[0].__exit__(None, None, None))
