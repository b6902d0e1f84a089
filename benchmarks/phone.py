"""How long a phone waits from the picture it took to the answer on its screen; and what the desk pays for it.

    python benchmarks/phone.py [--shop DIR] [--searches N] [--megabits M] [--slower N] [--json]

A real Chromium of a phone's size speaks to the real server over loopback, throttled by its own tools: so many
megabits a second each way, ``LATENCY_MS`` until a request is there, its processor so many times slower. Two
ways of a search are timed, each until the answer's first product is on show: the live view's shutter, and a
12-megapixel photo that was taken before, which the phone makes smaller first. The desk's own search, in the
window's process, is timed alone and while the phone searches without a pause.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.care.demo_shop import demo_counter_photos, ensure_demo_shop
from core.imaging.decode import decode_file
from core.imaging.query_looks import QUERY_SIDE
from core.search.answering import answer
from core.search.see import see
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.desktop_app.phone.real_browser import film, phone_page, real_browser
from tests.desktop_app.phone.served_shop import served

LATENCY_MS = 10
"""As a wireless network of a shop has it; a request and its answer wait so long."""
MEGAPIXELS_12 = (4032, 3024)
_WARMING = 3
_PHOTOS = 8


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--shop", type=Path, help="a shop's folder; the demo shop if none is given")
    parser.add_argument("--searches", type=int, default=20)
    parser.add_argument("--megabits", type=float, default=20.0)
    parser.add_argument("--slower", type=float, default=4.0, help="than this machine, the phone's processor")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    folder = arguments.shop or ensure_demo_shop()
    with open_shop(folder) as shop, tempfile.TemporaryDirectory() as temporary:
        figures = measure(shop, Path(temporary), arguments.searches, arguments.megabits, arguments.slower)
    print(json.dumps(figures, indent=2) if arguments.json else as_lines(figures))


def measure(shop: Shop, folder: Path, searches: int, megabits: float, slower: float) -> dict[str, Any]:
    """Milliseconds of each way; the median and the slowest of ten."""
    photos = demo_counter_photos(_PHOTOS)
    large = [folder / f"{number}.jpg" for number in range(len(photos))]
    for photo, file in zip(photos, large, strict=True):
        Image.open(photo).convert("RGB").resize(MEGAPIXELS_12).save(file, quality=92)
    filmed = film(Image.open(photos[0]), folder / "held.mjpeg")
    before = os.getloadavg()[0]
    with (
        real_browser(filmed) as browser,
        served(shop, folder) as place,
        phone_page(browser, place.address, place.key) as page,
    ):
        throttle(page, megabits, slower)
        desk = timed(lambda number: desk_search(shop, photos[number % len(photos)]), searches)
        live = timed(lambda _number: live_view(page), searches, lambda _number: open_live_view(page))
        taken = timed(
            lambda number: photo_taken(page, large[number % len(large)]), searches, lambda _: home(page)
        )
        beside = desk_beside(shop, page, photos, large, searches)
    return {
        "shutter_to_answer_ms": spread(live),
        "photo_to_answer_ms": spread(taken),
        "desk_alone_ms": spread(desk),
        "desk_beside_phone_ms": spread(beside),
        "megabits": megabits,
        "slower": slower,
        "searches": searches,
        "load_before_and_after": [round(before, 1), round(os.getloadavg()[0], 1)],
    }


def throttle(page: Page, megabits: float, slower: float) -> None:
    """The phone's network and processor, as DevTools imitates them."""
    tools = page.context.new_cdp_session(page)
    per_s = megabits * 1e6 / 8
    tools.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": LATENCY_MS, "downloadThroughput": per_s, "uploadThroughput": per_s},
    )
    tools.send("Emulation.setCPUThrottlingRate", {"rate": slower})


def timed(
    search: Callable[[int], object], searches: int, prepare: Callable[[int], object] = lambda _number: None
) -> list[float]:
    """Milliseconds of each search after some that warm up; what prepares one does not count."""
    took = []
    for number in range(searches + _WARMING):
        prepare(number)
        start = time.perf_counter()
        search(number)
        took.append((time.perf_counter() - start) * 1000)
    return took[_WARMING:]


def home(page: Page) -> None:
    """The first page."""
    page.goto("/", wait_until="networkidle")


def open_live_view(page: Page) -> None:
    """The camera is on."""
    home(page)
    page.get_by_role("button", name="Live view").click()
    page.locator("video").evaluate(
        "video => new Promise(seen => video.videoWidth ? seen() : (video.onloadeddata = () => seen()))"
    )


def live_view(page: Page) -> None:
    """From the shutter to the first product."""
    page.locator("[data-shutter]").click()
    page.wait_for_url("**/search/*", wait_until="commit")
    page.locator(".card").first.wait_for()


def photo_taken(page: Page, photo: Path) -> None:
    """From the photo to the first product."""
    page.locator("input[type=file]").first.set_input_files(photo)
    page.wait_for_url("**/search/*", wait_until="commit")
    page.locator(".card").first.wait_for()


def desk_search(shop: Shop, photo: Path) -> None:
    """A search as the window's engine does it."""
    answer(shop, see(shop, [decode_file(photo, max_side=QUERY_SIDE)]))


def desk_beside(
    shop: Shop, page: Page, photos: Sequence[Path], large: Sequence[Path], searches: int
) -> list[float]:
    """The desk's searches, one every half second, while the phone searches without a pause."""
    took: list[float] = []
    is_over = threading.Event()

    def at_the_desk() -> None:
        for number in range(searches):
            took.extend(timed_once(lambda: desk_search(shop, photos[number % len(photos)])))  # noqa: B023
            is_over.wait(0.5)
        is_over.set()

    desk = threading.Thread(target=at_the_desk)
    desk.start()
    number = 0
    while not is_over.is_set():
        home(page)
        photo_taken(page, large[number % len(large)])
        number += 1
    desk.join()
    return took


def timed_once(search: Callable[[], object]) -> list[float]:
    """Its milliseconds."""
    start = time.perf_counter()
    search()
    return [(time.perf_counter() - start) * 1000]


def spread(took: Sequence[float]) -> dict[str, int]:
    """The median, and what nine of ten stay below."""
    ranked = sorted(took)
    return {"median": round(statistics.median(ranked)), "p90": round(ranked[int(0.9 * (len(ranked) - 1))])}


def as_lines(figures: dict[str, Any]) -> str:
    """For people."""
    return "\n".join(f"{name:24} {value}" for name, value in figures.items())


if __name__ == "__main__":
    main()
