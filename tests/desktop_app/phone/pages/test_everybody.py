"""The pages are for one hand, small screens, keyboards and screen readers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.desktop_app.phone.real_browser import PHONE, TABLET, phone_page
from tests.desktop_app.phone.served_shop import ServedShop

Photo = Callable[[int], Path]
OTHERS = (TABLET, (320, 568))
LEAST_PX = 44
"""As high as a thumb needs what it presses (WCAG 2.2, 2.5.5)."""


def paths(page: Page, photo: Photo, product: int) -> list[str]:
    """Every page of the phone."""
    page.goto("/")
    page.locator("input[type=file]").first.set_input_files(photo(0))
    page.wait_for_url("**/search/*")
    answer = page.url
    return ["/", answer, f"/product/{product}", f"{answer.replace('/search/', '/new?search=')}", "/count"]


@pytest.mark.parametrize(
    ("locale", "is_dark"), [("en-GB", False), pytest.param("zh-CN", True, marks=pytest.mark.long)]
)
def test_no_page_has_a_fault_that_keeps_somebody_out(
    browser: Browser, place: ServedShop, photo: Photo, products: dict[str, int], locale: str, is_dark: bool
) -> None:
    found: list[tuple[str, str, list[str]]] = []
    with phone_page(browser, place.address, place.key, locale=locale, is_dark=is_dark) as page:
        for path in paths(page, photo, products["Oat milk"]):
            page.goto(path)
            faults = Axe().run(page).response["violations"]
            found += [(path, fault["id"], [node["target"] for node in fault["nodes"]]) for fault in faults]
    assert found == []


@pytest.mark.parametrize("size", [PHONE, *(pytest.param(one, marks=pytest.mark.long) for one in OTHERS)])
def test_every_page_fits_the_screen_and_a_thumb(
    browser: Browser, place: ServedShop, photo: Photo, products: dict[str, int], size: tuple[int, int]
) -> None:
    found = []
    with phone_page(browser, place.address, place.key, size=size) as page:
        for path in paths(page, photo, products["Oat milk"]):
            page.goto(path)
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > size[0]:
                found.append((path, f"{width} pixels wide"))
            for pressed in page.locator("button:visible, label.button:visible, nav a").all():
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
