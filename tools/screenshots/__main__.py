"""Pictures of the real window: every page, in both languages, light and dark.

    python tools/screenshots [--shop DIR] [--query PICTURE] [--size 1024x700] [--only PAGE] [--out DIR]

Writes ``<page>-<language>-<theme>.png``. Runs without a display too (Qt's offscreen platform). Nothing is
staged: the shop is opened, pictures are searched, a product is opened, and the window is photographed.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
if sys.platform.startswith("linux") and not os.environ.get("DISPLAY") and "QT_QPA_PLATFORM" not in os.environ:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication
from screenshots.driver import Driver
from screenshots.photographs import FIRST_PAGES, take, take_first_pages
from screenshots.pictures import Pictures, make_pictures, make_table
from screenshots.tour import tour

from core import paths
from core.settings import Settings
from desktop_app.engine.shop_choice import engine_for
from desktop_app.window.app import build_desktop


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description="Pictures of the real window.")
    parser.add_argument("--shop", type=Path, help="the shop to show (default: the demo shop)")
    parser.add_argument(
        "--query", type=Path, action="append", help="a picture to search with; may be repeated"
    )
    parser.add_argument("--unknown", type=Path, help="a picture of something that the shop does not have")
    parser.add_argument("--size", default="", help="of the window, as in 1024x700")
    parser.add_argument("--only", action="append", default=[], help="a page; may be repeated")
    parser.add_argument("--out", type=Path, default=Path("build") / "screenshots")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    settings = Settings(language="en", theme="light")
    engine = engine_for(arguments.shop or paths.demo_shop(), settings)
    with tempfile.TemporaryDirectory() as folder:
        # Choosing languages and themes here must not change the user's settings.
        desktop = build_desktop(app, engine, settings, Path(folder) / "settings.json")
        unknown, broken = make_pictures(Path(folder))
        pictures = Pictures(
            tuple(arguments.query or ()), arguments.unknown or unknown, broken, make_table(Path(folder))
        )
        if arguments.size:
            desktop.window.resize(*map(int, arguments.size.split("x")))
        size = desktop.window.size()
        if not arguments.only or set(arguments.only) - FIRST_PAGES:
            driver = Driver(app, desktop, pictures)
            for page in tour(driver):
                if not arguments.only or page in arguments.only:
                    take(app, desktop, driver.shown, arguments.out / page)
        desktop.close()
        desktop.dispose()
        if not arguments.only or set(arguments.only) & FIRST_PAGES:
            take_first_pages(app, settings, Path(folder), size, arguments.out)


if __name__ == "__main__":
    main()
