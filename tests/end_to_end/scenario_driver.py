"""Runs the real program and plays a scenario on its window: clicks, waits, and tells what was seen.

    python tests/end_to_end/scenario_driver.py MODULE:FUNCTION RESULT_JSON ARGUMENTS… [-- PICTURE…]

A process of its own, because the program makes its own QApplication. A scenario is a generator: it gets a
:class:`Stage`, acts on the GUI thread, and yields what it waits for (a function that says whether it has
come). Written to RESULT_JSON: ``seen``, which the scenario fills; the problem, if any; by phase the longest
time for which the event loop stood still, and the longest that it worked; what was imported that is heavy.
"""

import importlib
import json
import logging
import sys
import time
import traceback
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any

START = time.perf_counter()
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.end_to_end.on_gui_thread import drive_when_there_is_a_window  # noqa: E402

MARKS = {
    "the first frame is painted": "painted_s",
    "the search page is there": "page_s",
    "the engine starts": "engine_s",
}
"""What the program logs, and what it is called in :attr:`Stage.marks`."""
TICK_MS = 10
PATIENCE_S = 280.0

Scenario = Generator[Callable[[], object], None, None]


class _Times(logging.Handler):
    """Notes when the program says that it got so far; a timer of its event loop would see it later."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[str, float] = {}

    def emit(self, record: logging.LogRecord) -> None:
        if (name := MARKS.get(record.getMessage())) is not None:
            self.seen.setdefault(name, seconds())


class Stage:
    """What a scenario sees of the program.

    Attributes:
        folder: where the result is written and the scenario finds its files.
        pictures: those of the command.
        marks: seconds from the program's start until it got so far.
    """

    def __init__(self, result: Path, pictures: Sequence[Path], marks: dict[str, float]) -> None:
        self.folder = result.parent
        self.pictures = tuple(pictures)
        self.marks = marks
        self.seen: dict[str, Any] = {}
        self.phase = "start-up"
        self._photograph = result.with_suffix(".png")

    def windows(self) -> list[Any]:
        """The main windows that can be seen."""
        from PySide6.QtWidgets import QApplication

        widgets = QApplication.topLevelWidgets()
        return [w for w in widgets if type(w).__name__ == "MainWindow" and w.isVisible()]

    @property
    def window(self) -> Any:
        """The one main window."""
        (window,) = self.windows()
        return window

    def page(self, name: str) -> Any:
        """Go to a page by its name."""
        return self.window.show_page(name)

    def is_open(self, shop: str) -> bool:
        """Whether a window shows that shop, open."""
        windows = self.windows()
        return len(windows) == 1 and windows[0].windowTitle() == f"{shop} – Snapshelf"

    def status(self) -> list[str]:
        """The words of the status line; the device is among them once pictures can be searched."""
        from PySide6.QtWidgets import QLabel

        return [label.text() for label in self.window.status_line.findChildren(QLabel)]

    def drop(self, target: Any, paths: Sequence[Path], place: Any = None) -> None:
        """Drop files on the widget, in its middle or at ``place``, as a file manager does."""
        from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
        from PySide6.QtGui import QDragEnterEvent, QDropEvent
        from PySide6.QtWidgets import QApplication

        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        where, button = place or target.rect().center(), Qt.MouseButton.LeftButton
        none, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
        enter = QDragEnterEvent(where, copy, mime, button, none)
        QApplication.sendEvent(target, enter)
        assert enter.isAccepted(), "the files are not taken"
        QApplication.sendEvent(target, QDropEvent(QPointF(where), copy, mime, button, none))

    def photograph(self) -> None:
        """Keep what the window looks like now, beside the result."""
        self.window.grab().save(str(self._photograph))


class _Player:
    """Plays one scenario, a step a tick, so that it never blocks what it watches."""

    def __init__(self, scenario: Callable[[Stage], Scenario], stage: Stage, result: Path) -> None:
        from PySide6.QtCore import QTimer

        self._stage = stage
        self._steps = scenario(stage)
        self._waits_for: Callable[[], object] = lambda: bool(stage.windows())
        self._result = result
        self._late: dict[str, float] = {}
        self._work: dict[str, float] = {}
        self._last, self._last_work = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now, work, phase = time.perf_counter(), time.thread_time(), self._stage.phase
        self._late[phase] = max((now - self._last) * 1000 - TICK_MS, self._late.get(phase, 0.0))
        self._work[phase] = max((work - self._last_work) * 1000, self._work.get(phase, 0.0))
        self._last, self._last_work = now, work
        try:
            if now - START > PATIENCE_S:
                self._finish(f"the scenario waits in vain in {phase}")
            elif self._waits_for():
                self._waits_for = next(self._steps)
        except StopIteration:
            self._finish(None)
        except Exception:
            self._finish(traceback.format_exc())

    def _finish(self, problem: str | None) -> None:
        from PySide6.QtWidgets import QApplication

        self._timer.stop()
        told = {
            "problem": problem,
            "seen": self._stage.seen,
            "late_ms": self._late,
            "work_ms": self._work,
            "memory_mb": _memory_mb(),
            "heavy": sorted({"torch", "torchvision", "timm"} & sys.modules.keys()),
        }
        self._result.write_text(json.dumps(told, indent=2, default=str), encoding="utf-8")
        QApplication.closeAllWindows()


def _memory_mb() -> dict[str, float]:
    """What this process takes now and took at its peak; nothing where the system keeps no such account."""
    account = Path("/proc/self/status")
    lines = account.read_text(encoding="utf-8").splitlines() if account.exists() else []
    kb = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.startswith(("VmRSS", "VmHWM"))}
    return {name: kb[key] / 1000 for name, key in (("now", "VmRSS"), ("peak", "VmHWM")) if key in kb}


def seconds() -> float:
    """Since the program's start."""
    return time.perf_counter() - START


def main() -> int:
    """Start the driver's thread, then the real main()."""
    name, path, *rest = sys.argv[1:]
    split = rest.index("--") if "--" in rest else len(rest)
    sys.argv[1:] = rest[:split]
    result = Path(path)
    result.unlink(missing_ok=True)  # of an earlier run, which would look like this one's end
    module, function = name.split(":")
    scenario = getattr(importlib.import_module(module), function)
    times = _Times()
    for source in ("window.frame", "window.app"):
        logging.getLogger(f"desktop_app.{source}").addHandler(times)
    stage = Stage(result, [Path(picture) for picture in rest[split + 1 :]], times.seen)
    drive_when_there_is_a_window(lambda: _Player(scenario, stage, result), result, START + PATIENCE_S + 10)
    from desktop_app.__main__ import main as real_main

    return real_main()


if __name__ == "__main__":
    sys.exit(main())
