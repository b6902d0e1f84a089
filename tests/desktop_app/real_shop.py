"""The whole window on a real shop, for tests of pages that work on one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.policy import Policy
from core.settings import Settings
from desktop_app.engine.shop_choice import engine_for
from desktop_app.window.app import build_desktop
from desktop_app.window.desktop import Desktop

PATIENCE_MS = 60_000
PAGES = ("catalog", "tagging", "stocktake", "learning", "insight", "settings")
"""The pages beside the search, in the order in which the window makes them."""


@contextmanager
def window_on(
    shop: Path,
    qapp: QApplication,
    qtbot: QtBot,
    settings: Settings | None = None,
    policy: Policy | None = None,
    pages: Sequence[str] = PAGES,
) -> Iterator[Desktop]:
    """The real window on the shop, shown and open; every mistake fails the test.

    ``pages`` are the only ones beside the search that are made: all of them take half a second of each test.
    """
    settings = settings or Settings(language="en", theme="light", device="cpu", guide_seen=True)
    engine = engine_for(shop, settings)
    desktop = build_desktop(qapp, engine, settings, shop.with_name("settings.json"), policy)
    waiting = desktop.window.side_pages.waiting
    waiting[:] = [make for name, make in zip(PAGES, waiting, strict=True) if name in pages]
    bugs: list[str] = []
    desktop.jobs.bug.connect(bugs.append)
    desktop.engine_thread.signals.bug.connect(bugs.append)
    try:
        with qtbot.waitSignal(desktop.engine_thread.signals.opened, timeout=PATIENCE_MS):
            desktop.window.show()
        yield desktop
    finally:
        desktop.languages.choose("en")
        assert desktop.close()
        desktop.dispose()
        qapp.processEvents()
    assert bugs == []
