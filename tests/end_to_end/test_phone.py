"""A phone whose camera sees real photos, on the real shop: found, corrected, counted, added."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from core.catalog.log.search_log import confirmed_searches
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.desktop_app.phone.real_browser import film, phone_page, real_browser
from tests.desktop_app.phone.served_shop import served

HELD = "F000"
"""Golden Delicious: the camera films it."""


def shop_photo(grocery: Path, sku: str) -> Path:
    with (grocery / "shop_photos.csv").open(newline="", encoding="utf-8") as file:
        return next(grocery / row["photo"] for row in csv.DictReader(file) if row["sku"] == sku)


@pytest.fixture
def shop(corner_shop: Path) -> Iterator[Shop]:
    with open_shop(corner_shop, device="cpu") as opened:
        yield opened


@pytest.fixture
def page(shop: Shop, grocery: Path, tmp_path: Path) -> Iterator[Page]:
    filmed = film(Image.open(shop_photo(grocery, HELD)), tmp_path / "held.mjpeg")
    with (
        real_browser(filmed) as browser,
        served(shop, tmp_path) as place,
        phone_page(browser, place.address, place.key) as opened,
    ):
        opened.goto("/")
        yield opened


@pytest.mark.long
def test_what_the_camera_sees_is_found_corrected_and_counted(
    page: Page, shop: Shop, grocery: Path, tmp_path: Path
) -> None:
    page.get_by_role("button", name="Live view").click()
    page.locator("[data-shutter]").click()
    page.wait_for_url("**/search/*")
    cards = page.locator(".card")
    golden = cards.filter(has_text="Golden Delicious")
    expect(golden).to_have_count(1)

    golden.get_by_role("link").click()
    page.get_by_role("button", name="It is this one").click()
    expect(page.locator("h1")).to_have_text("This is Golden Delicious")
    assert confirmed_searches(shop.catalog) == 1

    # A photo as large as a phone takes it: made smaller before it travels.
    large = tmp_path / "large.jpg"
    Image.open(shop_photo(grocery, "F001")).resize((4032, 3024)).save(large, quality=95)
    page.goto("/count")
    page.get_by_role("button", name="Begin to count").click()
    with page.expect_request("**/count/enter") as sent:
        page.locator("input[type=file]").first.set_input_files(large)
    assert int(sent.value.all_headers()["content-length"]) < large.stat().st_size / 3
    expect(page.locator("#standing .event")).to_be_visible()
