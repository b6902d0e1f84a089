"""All of it together: the window, the server, and a real browser as the phone in the apron."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.stock import current_stock
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from tests.desktop_app.phone.counter import Counter, counter_on, press
from tests.desktop_app.phone.real_browser import film, phone_page, real_browser
from tests.desktop_app.real_shop import PATIENCE_MS
from tests.painted_shop import make_priced_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_priced_shop(tmp_path / "shop")


@pytest.fixture
def counter(shop: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Counter]:
    with counter_on(shop, qapp, qtbot) as opened:
        yield opened


def test_a_phone_is_let_in_by_its_camera_works_and_is_put_out(counter: Counter, shop: Path) -> None:
    counter.switch_on()
    counter.new_code()
    leads_to, photo = counter.card.code.leads_to, shop.with_name("shop pictures") / "0-1.png"
    filmed = film(Image.open(photo), shop.with_name("filmed.mjpeg"))
    with ExitStack() as stack:

        def open_code() -> Page:
            browser = stack.enter_context(real_browser(filmed))
            page = stack.enter_context(phone_page(browser, counter.reached.origin))
            page.goto(leads_to)
            page.get_by_label("What this phone is called").fill("Ann's phone")
            page.get_by_role("button", name="Ask to be let in").click()
            page.locator("#waiting").wait_for(state="visible")
            return page

        page = counter.meanwhile(open_code)
        number, address = counter.meanwhile(lambda: (page.locator("#number").inner_text(), page.url))
        assert "#" not in address  # the code does not stay in the history
        (question,) = counter.questions()
        assert number in question.text()
        assert "Ann's phone" in question.text()
        press(question, "Let it in")
        counter.meanwhile(lambda: page.wait_for_url("**:*/"))

        def search() -> str:
            page.locator("input[type=file]").first.set_input_files(photo)
            page.wait_for_url("**/search/*")
            return page.locator(".card").first.inner_text()

        assert "Apple" in counter.meanwhile(search)
        assert counter.desktop.search_page.desk.film.rowCount() == 0  # it was not meant for the desk

        def search_for_the_desk() -> None:
            page.goto("/")
            page.get_by_label("Show it at the computer, too").check()
            search()

        counter.meanwhile(search_for_the_desk)
        film_of_desk = counter.desktop.search_page.desk.film
        counter.qtbot.waitUntil(lambda: film_of_desk.rowCount() == 1, timeout=PATIENCE_MS)

        def sell_one() -> str:
            page.locator(".card a").first.click()
            page.get_by_role("button", name="1 sold").click()
            page.locator("#standing .event").wait_for(state="visible")
            return page.locator("#standing .event").inner_text()

        assert "29 in stock" in counter.meanwhile(sell_one)
        with open_shop(shop, write=False) as read:
            (apple,) = read.catalog.db.execute("SELECT id FROM products WHERE title = 'Apple'").fetchone()
            assert current_stock(read.catalog, apple) == whole(29)

        counter.card.let_in.row(0)[1].click()
        counter.meanwhile(lambda: page.goto("/"))
        assert (
            counter.meanwhile(lambda: page.get_by_role("heading").inner_text()) == "This phone is not let in"
        )
        counter.meanwhile(stack.close)
