"""The pages are for one hand, small screens, keyboards and screen readers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from core.shop.shop import Shop
from core.stocktake.booking import throw_away
from core.stocktake.entering import count_entry, count_picture
from core.stocktake.stocktake import begin, current
from tests.desktop_app.phone.real_browser import PHONE, TABLET, phone_page
from tests.desktop_app.phone.served_shop import ServedShop

Photo = Callable[[int], Path]
OTHERS = (TABLET, (320, 568))
LEAST_PX = 44
"""As high as a thumb needs what it presses (WCAG 2.2, 2.5.5)."""


@contextmanager
def counting(shop: Shop, photo: Photo) -> Iterator[None]:
    """A count is under way, with something counted and something put aside."""
    begin(shop, who="the desk")
    count_entry(shop, "2000000010014")
    with Image.open(photo(1)) as doubtful:
        count_picture(shop, doubtful.convert("RGB"))
    yield
    throw_away(shop, current(shop))


def every_page(
    browser: Browser, place: ServedShop, shop: Shop, photo: Photo, product: int, **phone: Any
) -> Iterator[tuple[str, Page]]:
    """Each page of the phone, on show: those of a phone that is let in, and those of a stranger."""
    with phone_page(browser, place.address, place.key, **phone) as page:
        page.goto("/")
        page.locator("input[type=file]").first.set_input_files(photo(0))
        page.wait_for_url("**/search/*")
        search = page.url.rsplit("/", 1)[1]
        own = ["/", f"/search/{search}", f"/product/{product}?search={search}", f"/new?search={search}"]
        for path in [*own, "/new", "/count", "/search/999999"]:
            page.goto(path)
            yield path, page
        with counting(shop, photo):
            for path in ("/count", "/count/aside", "/count/compare", "/count/zero", "/count/away"):
                page.goto(path)
                yield path, page
    with phone_page(browser, place.address, **phone) as page:
        for path in ("/", "/pair"):
            page.goto(path)
            yield path, page


@pytest.mark.parametrize(
    ("locale", "is_dark"), [("en-GB", False), pytest.param("zh-CN", True, marks=pytest.mark.long)]
)
def test_no_page_has_a_fault_that_keeps_somebody_out(
    browser: Browser,
    place: ServedShop,
    shop: Shop,
    photo: Photo,
    products: dict[str, int],
    locale: str,
    is_dark: bool,
) -> None:
    found: list[tuple[str, str, list[str]]] = []
    pages = every_page(browser, place, shop, photo, products["Oat milk"], locale=locale, is_dark=is_dark)
    for path, page in pages:
        faults = Axe().run(page).response["violations"]
        found += [(path, fault["id"], [node["target"] for node in fault["nodes"]]) for fault in faults]
    assert found == []


@pytest.mark.parametrize("size", [PHONE, *(pytest.param(one, marks=pytest.mark.long) for one in OTHERS)])
def test_every_page_fits_the_screen_and_a_thumb(
    browser: Browser,
    place: ServedShop,
    shop: Shop,
    photo: Photo,
    products: dict[str, int],
    size: tuple[int, int],
) -> None:
    found = []
    for path, page in every_page(browser, place, shop, photo, products["Oat milk"], size=size):
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > size[0]:
            found.append((path, f"{width} pixels wide"))
        for pressed in page.locator("button:visible, .button:visible, a:visible").all():
            box = pressed.bounding_box()
            if box is not None and min(box["height"], box["width"]) < LEAST_PX:
                found.append((path, f"{pressed.inner_text()}: {box}"))
    assert found == []


def test_the_keyboard_alone_finds_and_books(page: Page) -> None:
    page.get_by_label("Or by name, number or barcode").focus()
    page.keyboard.type("2000000010021")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("This is Apple juice")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText").strip() == "1 sold":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Sold: 1 of “Apple juice”")
