"""Debian's Chromium as a phone: with touch, a phone's size, and a camera that films what a test holds up."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from desktop_app.phone.server.key import COOKIE

PATIENCE_MS = 60_000
PHONE, TABLET = (360, 740), (810, 1080)
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FRAMES = 30


def film(picture: Image.Image, file: Path) -> Path:
    """``picture`` as a camera films what lies still: Motion JPEG, as Chromium's fake camera reads it."""
    shown = Image.new("RGB", (1280, 720), "white")
    held = picture.convert("RGB")
    held = held.resize([round(side * 700 / max(held.size)) for side in held.size])
    shown.paste(held, ((1280 - held.width) // 2, (720 - held.height) // 2))
    frame = io.BytesIO()
    shown.save(frame, "JPEG", quality=92)
    file.write_bytes(frame.getvalue() * _FRAMES)
    return file


@contextmanager
def real_browser(filmed: Path) -> Iterator[Browser]:
    """Chromium, whose camera shows ``filmed``; the test is skipped where there is none."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip("Chromium is not here; tools/system_packages_dev.txt names its package")
    arguments = [
        "--no-sandbox",  # as root, in a container
        "--disable-dev-shm-usage",  # a container's shared memory may be too small for a page
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={filmed}",
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments, timeout=PATIENCE_MS)
        yield browser
        browser.close()


@contextmanager
def phone_page(
    browser: Browser,
    address: str,
    key: str = "",
    *,
    size: tuple[int, int] = PHONE,
    locale: str = "en-GB",
    is_dark: bool = False,
) -> Iterator[Page]:
    """A page of a phone with ``key``; anything that the browser complains of fails the test."""
    expect.set_options(timeout=PATIENCE_MS)
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        ignore_https_errors=True,
        has_touch=True,
        is_mobile=True,
        locale=locale,
        color_scheme="dark" if is_dark else "light",
        reduced_motion="reduce",
        base_url=address,
    )
    context.set_default_timeout(PATIENCE_MS)
    if key:
        place = {"domain": "127.0.0.1", "path": "/", "secure": True, "httpOnly": True}
        context.add_cookies([{"name": COOKIE, "value": key, **place}])  # type: ignore[typeddict-item]
    page = context.new_page()
    complaints: list[str] = []

    def hear(said: ConsoleMessage) -> None:
        is_meant = "status of 4" in said.text or "net::ERR_FAILED" in said.text  # refused; cut off by a test
        if said.type in {"error", "warning"} and not is_meant:
            complaints.append(said.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == [], complaints
