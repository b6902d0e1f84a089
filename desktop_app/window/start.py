"""The door between the command line and the window: Qt is imported when one of these is called."""

import os
import sys
from pathlib import Path

from core.errors import KnownError
from core.messages import message
from core.policy import Policy
from core.settings import Settings
from desktop_app.program.unread_sources import leave_sources_unread

PATIENCE_MS = 120_000
_SETTLE_MS = 700  # thumbnails arrive from another thread after the answer


def open_window(
    shop_folder: Path | None, settings: Settings, policy: Policy | None = None, *, verbose: bool = False
) -> int:
    """Show the window until it is closed; None opens the last shop. Returns the exit code.

    Args:
        settings: the user's own.
        policy: what goes before them on this computer.
        verbose: log every step, also to the terminal.
    """
    leave_sources_unread()
    from desktop_app.window.run import run_window

    return run_window(shop_folder, settings, policy, verbose=verbose)


def has_display() -> bool:
    """Whether a window could be seen, or was asked for by Qt's own setting."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def save_window_picture(shop_folder: Path, query: Path, target: Path, settings: Settings) -> None:
    """Open the window on the shop, search with ``query`` and save what can be seen to ``target`` (PNG).

    Call it in a process that has no QApplication yet. Nothing appears on any screen.

    Raises:
        KnownError: the window did not get that far, or the file cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from desktop_app.engine.engine import PictureSource
    from desktop_app.engine.shop_choice import engine_for
    from desktop_app.window.app import build_desktop

    app = QApplication(sys.argv[:1])
    engine = engine_for(shop_folder, settings)
    desktop = build_desktop(app, engine, settings)
    saved: list[bool] = []

    def save() -> None:
        saved.append(desktop.window.grab().save(str(target)))
        app.quit()

    signals = desktop.engine_thread.signals
    signals.opened.connect(lambda _facts: desktop.search_page.search([PictureSource(query.name, path=query)]))
    signals.answered.connect(lambda *_answer: QTimer.singleShot(_SETTLE_MS, save))
    QTimer.singleShot(PATIENCE_MS, app.quit)
    desktop.window.show()
    app.exec()
    desktop.close()
    if saved != [True]:
        raise KnownError(
            message("cli", "The picture of the window could not be written to {file}."), file=target
        )
