"""Runs the real program and plays a scenario on its window: clicks, waits, and tells what was seen.

    python tests/end_to_end/scenario_driver.py MODULE:FUNCTION RESULT_JSON ARGUMENTS…

A scenario is a generator: it gets a :class:`Stage`, acts on the GUI thread, and yields what it waits for (a
function that says whether it has come). Written to RESULT_JSON: ``seen``, which the scenario fills; the
problem, if any; and the longest time for which the event loop stood still, by phase.
"""

import importlib
import json
import sys
import time
import traceback
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

START = time.perf_counter()
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.end_to_end.on_gui_thread import drive_when_there_is_a_window  # noqa: E402

TICK_MS = 10
PATIENCE_S = 280.0

Scenario = Generator[Callable[[], bool], None, None]


class Stage:
    """What a scenario sees of the program."""

    def __init__(self) -> None:
        self.seen: dict[str, Any] = {}
        self.phase = "start-up"

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


class _Player:
    """Plays one scenario, a step a tick."""

    def __init__(self, scenario: Callable[[Stage], Scenario], result: Path) -> None:
        from PySide6.QtCore import QTimer

        self._stage = Stage()
        self._steps = scenario(self._stage)
        self._waits_for: Callable[[], bool] = lambda: bool(self._stage.windows())
        self._result = result
        self._late: dict[str, float] = {}
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        phase = self._stage.phase
        self._late[phase] = max((now - self._last) * 1000 - TICK_MS, self._late.get(phase, 0.0))
        self._last = now
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
        told = {"problem": problem, "seen": self._stage.seen, "late_ms": self._late}
        self._result.write_text(json.dumps(told, indent=2, default=str), encoding="utf-8")
        QApplication.closeAllWindows()


def main() -> int:
    """Start the driver's thread, then the real main()."""
    name, result, *sys.argv[1:] = sys.argv[1:]
    module, function = name.split(":")
    scenario = getattr(importlib.import_module(module), function)
    drive_when_there_is_a_window(
        lambda: _Player(scenario, Path(result)), Path(result), START + PATIENCE_S + 10
    )
    from desktop_app.__main__ import main as real_main

    return real_main()


if __name__ == "__main__":
    sys.exit(main())
