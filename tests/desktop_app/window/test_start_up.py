"""The window is painted before anything heavy is imported, and the engine starts after that."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.settings import Settings
from desktop_app.window.app import furnish
from desktop_app.window.frame import build_frame
from tests.desktop_app.colour_engine import ColourEngine

HEAVY = [
    "numpy",
    "PIL",
    "sqlite3",
    "sqlite_utils",
    "onnxruntime",
    "core.embedding.runtimes.onnx_session",
    "annoy",
    "torch",
    "torchvision",
    "timm",
    "PySide6.QtMultimedia",
]


def test_importing_the_window_imports_nothing_heavy() -> None:
    assert among_imported("desktop_app.window.app", HEAVY) == []


def test_the_first_frame_needs_no_page_and_no_engine() -> None:
    # Each of these takes its part of the third of a second that a clerk would look at nothing.
    pages = [
        "desktop_app.window.app",
        "desktop_app.engine.engine",
        "desktop_app.pages.search.page",
        "importlib.metadata",
        "hashlib",
        "_hashlib",
        "xml.etree.ElementTree",
    ]
    assert among_imported("desktop_app.__main__, desktop_app.window.run", pages) == []


def test_what_comes_into_the_frame_is_imported_before_the_gui_thread_needs_it() -> None:
    # The same function runs on a thread of the frame's jobs; whatever it left out would stall the window.
    furniture = ["desktop_app.window.app", "desktop_app.pages.search.page", "desktop_app.engine.shop_engine"]
    code = "from desktop_app.window import run; run._import_furniture()"
    assert sorted(loaded_by(code, furniture)) == sorted(furniture)


def test_the_engine_waits_for_whoever_connects_to_what_it_tells(
    engine: ColourEngine, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    frame = build_frame(qapp, Settings(language="en", theme="light"), tmp_path / "settings.json")
    with qtbot.waitSignal(frame.window.painted):
        frame.window.show()
    desktop = furnish(frame, engine)
    assert not desktop.engine_thread.isRunning()  # it could tell that the shop is open before anybody listens
    with qtbot.waitSignal(desktop.engine_thread.signals.opened):
        pass
    assert desktop.close()
    desktop.dispose()


def among_imported(modules: str, names: list[str]) -> list[str]:
    """Which of ``names`` a fresh interpreter knows once it has imported ``modules``."""
    return loaded_by(f"import {modules}", names)


def loaded_by(code: str, names: list[str]) -> list[str]:
    """Which of ``names`` a fresh interpreter knows once it has run ``code``."""
    program = f"import sys; before = set(sys.modules); {code}; "
    program += f"print(*[name for name in {names} if name in sys.modules and name not in before])"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return ended.stdout.split()
