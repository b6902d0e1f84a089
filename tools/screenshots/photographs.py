"""A window or dialog, photographed in every language and theme; and what a new user sees first."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from screenshots.driver import let_work

from core.settings import Settings
from core.shop.opening import open_shop
from desktop_app.engine.shop_choice import engine_for
from desktop_app.window.app import build_desktop
from desktop_app.window.desktop import Desktop
from desktop_app.window.frame import WindowFrame, build_frame

LANGUAGES: tuple[Literal["en", "zh_CN"], ...] = ("en", "zh_CN")
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
FIRST_PAGES = {"start", "new-shop", "empty-shop"}


def take(app: QApplication, looks: Desktop | WindowFrame, shown: QWidget, target: Path) -> None:
    """``shown`` in every language and theme: ``<target>-<language>-<theme>.png``."""
    for language in LANGUAGES:
        looks.languages.choose(language)
        for theme in THEMES:
            looks.themes.choose(theme)
            let_work(app, 0.3)
            file = target.with_name(f"{target.name}-{language}-{theme}.png")
            shown.grab().save(str(file))
            print(file)


def take_first_pages(app: QApplication, settings: Settings, folder: Path, size: QSize, out: Path) -> None:
    """What a new user sees: the start, a new shop's dialog, and the shop while it is empty."""
    frame = build_frame(app, settings, folder / "settings.json")
    frame.show_start()
    frame.window.resize(size)
    frame.window.show()
    take(app, frame, frame.window, out / "start")
    dialog = frame.shops.ask_for_new()
    take(app, frame, dialog, out / "new-shop")
    dialog.reject()
    frame.close()
    frame.window.deleteLater()
    frame.languages.end()
    open_shop(folder / "My shop", create=True).close()
    desktop = build_desktop(app, engine_for(folder / "My shop", settings), settings, folder / "settings.json")
    opened: list[object] = []
    desktop.engine_thread.signals.opened.connect(opened.append)
    desktop.window.resize(size)
    desktop.window.show()
    while not opened:
        let_work(app, 0.02)
    take(app, desktop, desktop.window, out / "empty-shop")
    desktop.close()
    desktop.dispose()
