"""Pictures of the phone's pages, by a real browser of a phone's size, on the demo shop.

    python tools/phone_pictures.py [--out DIR]

Writes ``phone-<page>-<language>-<theme>.png``. As in tools/screenshots, nothing is staged: pictures are
searched and counted in a copy of the demo shop. Needs Chromium (tools/system_packages_dev.txt).
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image
from playwright.sync_api import Page

from core.care.demo_shop import demo_counter_photos, ensure_demo_shop
from core.shop.opening import open_shop
from tests.desktop_app.phone.real_browser import film, phone_page, real_browser
from tests.desktop_app.phone.served_shop import served

LANGUAGES = {"en": "en-GB", "zh_CN": "zh-CN"}
_PHOTOS = 8


def states(page: Page, photos: Sequence[Path]) -> Iterator[str]:
    """Bring every page in front, and say its name."""
    page.goto("/")
    yield "find"
    for photo in photos:  # until one is recognised beyond doubt
        page.goto("/")
        page.locator("input[type=file]").first.set_input_files(photo)
        page.wait_for_url("**/search/*")
        if page.locator(".verdict.match").count():
            break
    yield "answer"
    search = page.url.rsplit("/", 1)[1]
    page.locator(".card a").first.click()
    page.wait_for_url("**/product/*")
    yield "product"
    page.goto(f"/new?search={search}")
    yield "new"
    page.goto("/count")
    if page.locator("#category").count():
        page.locator("form.fields button").click()
    for photo in photos[:4]:
        event = page.locator("#standing .event").count()
        page.locator("input[type=file]").first.set_input_files(photo)
        page.wait_for_selector("form.camera:not(.working)")
        if not event:
            page.wait_for_selector("#standing .event")
    yield "count"
    if page.locator("a[href='/count/aside']").count():
        page.goto("/count/aside")
        yield "aside"
    page.goto("/count/compare")
    yield "compare"


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description="Pictures of the phone's pages.")
    parser.add_argument("--out", type=Path, default=Path("build") / "screenshots")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    photos = demo_counter_photos(_PHOTOS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ensure_demo_shop(), folder / "shop")
        with (
            open_shop(folder / "shop", device="cpu") as shop,
            served(shop, folder / "certificate") as place,
            real_browser(film(Image.open(photos[0]), folder / "camera.mjpeg")) as browser,
        ):
            for language, locale in LANGUAGES.items():
                for is_dark in (False, True):
                    with phone_page(
                        browser, place.address, place.key, locale=locale, is_dark=is_dark
                    ) as page:
                        for state in states(page, photos):
                            page.wait_for_load_state("networkidle")
                            theme = "dark" if is_dark else "light"
                            file = out / f"phone-{state}-{language}-{theme}.png"
                            page.screenshot(path=file)
                            print(file)


if __name__ == "__main__":
    main()
