"""Runs the real program and acts as its user would: waits for the shop, drops pictures, reads the answers.

    python tests/end_to_end/window_driver.py RESULT_JSON SCREENSHOT ARGUMENTS… -- PICTURE…

A process of its own, because the program makes its own QApplication. All that is read is what the window
shows: the item models behind the lists, the accessible names. Written to RESULT_JSON: what the window said,
when it was painted, when each answer was shown, and the longest time for which its event loop stood still.
"""

import json
import logging
import sys
import time
from pathlib import Path
from typing import Any

START = time.perf_counter()
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.end_to_end.on_gui_thread import drive_when_there_is_a_window  # noqa: E402

MARKS = {"the first frame is painted": "painted_s", "the search page is there": "page_s"}
"""What the program logs, and what it is called in the result."""
TICK_MS = 10
PATIENCE_S = 90.0


def main(driver: "type[Driver] | None" = None) -> int:
    """Start the driver's thread, then the real main(); ``driver`` does more than drop pictures."""
    result, screenshot, *rest = sys.argv[1:]
    split = rest.index("--")
    sys.argv[1:] = rest[:split]
    Path(result).unlink(missing_ok=True)  # of an earlier run, which would look like this one's end
    make = driver or Driver
    for module in ("window.frame", "window.app"):
        logging.getLogger(f"desktop_app.{module}").addHandler(_TIMES)
    drive_when_there_is_a_window(
        lambda: make(Path(result), Path(screenshot), rest[split + 1 :]), Path(result), START + PATIENCE_S
    )
    from desktop_app.__main__ import main as real_main

    return real_main()


class _Times(logging.Handler):
    """Notes when the program says that it got so far; a timer of its event loop would see it later."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[str, float] = {}

    def emit(self, record: logging.LogRecord) -> None:
        if (name := MARKS.get(record.getMessage())) is not None:
            self.seen.setdefault(name, time.perf_counter() - START)


_TIMES = _Times()


class Driver:
    """Acts on the GUI thread, one step a tick, so that it never blocks what it watches."""

    def __init__(self, result: Path, screenshot: Path, pictures: list[str]) -> None:
        from PySide6.QtCore import QTimer

        self._result, self._screenshot, self._pictures = result, screenshot, pictures
        self._seen: dict[str, Any] = {"answers": [], "ready_s": None}
        self._asked_at = 0.0
        self._worst_ms = 0.0
        self._worst_by_phase: dict[str, float] = {}
        self._phase = "start-up"
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        late_ms = (now - self._last) * 1000 - TICK_MS
        self._last = now
        self._worst_by_phase[self._phase] = max(late_ms, self._worst_by_phase.get(self._phase, 0.0))
        if now - START > PATIENCE_S:
            self._finish("the window did not get there in time")
            return
        self._step(now)

    def _step(self, now: float) -> None:
        window = _main_window()
        if window is None:
            return
        if self._phase == "start-up":
            if "page_s" in _TIMES.seen:
                self._seen |= _TIMES.seen
                self._phase = "opening the shop"
        elif self._seen["ready_s"] is None:
            status = _status(window)
            if any(text in {"CPU", "GPU"} for text in status):
                self._seen["ready_s"] = now - START
                self._seen["status"] = status
                self._phase = "searching"
                self._drop(window)
        elif (answer := _shown_answer(window)) is not None:
            answer["after_s"] = now - self._asked_at
            self._seen["answers"].append(answer)
            if len(self._seen["answers"]) < len(self._pictures):
                self._drop(window)
            else:
                self._after_answers(window)

    def _after_answers(self, window: Any) -> None:
        """All pictures are answered; called at each tick until :meth:`_finish`."""
        window.grab().save(str(self._screenshot))
        self._finish(None)

    def _drop(self, window: Any) -> None:
        """Drop the next picture on the window, as a file manager does."""
        from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
        from PySide6.QtGui import QDragEnterEvent, QDropEvent
        from PySide6.QtWidgets import QApplication

        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(self._pictures[len(self._seen["answers"])])])
        target = window.page
        middle = target.rect().center()
        button, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, mime, button, modifiers)
        QApplication.sendEvent(target, enter)
        assert enter.isAccepted(), "the window does not take the picture"
        drop = QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, mime, button, modifiers)
        self._asked_at = time.perf_counter()
        QApplication.sendEvent(target, drop)

    def _finish(self, problem: str | None) -> None:
        from PySide6.QtWidgets import QApplication

        self._timer.stop()
        self._seen |= {"problem": problem, "late_ms": self._worst_by_phase}
        self._seen["heavy"] = sorted({"torch", "torchvision", "timm"} & sys.modules.keys())
        self._result.write_text(json.dumps(self._seen, indent=2), encoding="utf-8")
        QApplication.closeAllWindows()


def _main_window() -> Any:
    """The program's main window, once it can be seen and was painted."""
    from PySide6.QtWidgets import QApplication

    windows: list[Any] = [w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow"]
    return next((w for w in windows if w.isVisible() and w.was_painted), None)


def _shown_answer(window: Any) -> dict[str, Any] | None:
    """What the window shows of the newest query, or None while it is still working."""
    from PySide6.QtCore import Qt

    asked = window.page.queries.at(0)
    if asked is None or not asked.is_done:
        return None
    model = window.page.answer_view.list.model()
    names = [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) or model.index(row, 0).data())
        for row in range(model.rowCount())
    ]
    headline = window.page.answer_view.banner.accessibleName()
    return {"products": names, "headline": headline, "failed": asked.failure is not None}


def _status(window: Any) -> list[str]:
    """The words of the status line."""
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in window.status_line.findChildren(QLabel)]


if __name__ == "__main__":
    sys.exit(main())
