"""Hears what goes wrong while a clerk works: Qt's warnings, mistakes of ours, an idle window."""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler

LATE_MS = 200
"""What is written down."""
CERTAINLY_LATE_MS = 400
"""What is too long on any machine: processors that others use work half as fast."""
_BEAT_MS = 10
_KNOWN = (
    "propagateSizeHints",
    "PulseAudio",
    "PipeWire",
    "ALSA",
    "does not support",
    "libpulse",
    "text-to-speech",
)
"""Of the offscreen platform and a machine without sound; nothing that a user would see."""


class Watch(logging.Handler):
    """Keeps every complaint, and how long the GUI thread worked at one go.

    What counts as late is the thread's own processor time: on a machine that others use, the clock on the
    wall says more of them than of us. The wall is kept beside it.
    """

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.complaints: list[str] = []
        self.work_ms = 0.0
        self.wall_ms = 0.0
        self.now = ""
        """What is being done, for whoever is late."""
        self.late: list[str] = []
        self.too_late: list[str] = []
        self._seen_at = ""
        self._is_over = False
        self._thread = threading.main_thread().ident or 0
        self._at_beat = (time.thread_time(), time.perf_counter(), _waited_s())
        self._timer = QTimer()
        self._timer.timeout.connect(self.beat)
        self._timer.start(_BEAT_MS)
        threading.Thread(target=self._look_on, daemon=True).start()
        logging.getLogger().addHandler(self)
        qInstallMessageHandler(self._on_qt)

    def emit(self, record: logging.LogRecord) -> None:
        self.complaints.append(f"{record.name}: {record.getMessage()}")

    def deliver(self, event: Callable[[], object]) -> None:
        """Let the program handle one event, and note how long that took."""
        self.pause()
        event()
        self.beat()

    def pause(self) -> None:
        """What the thread did since the last beat was the monkey's own work, and does not count."""
        self._at_beat = (time.thread_time(), time.perf_counter(), _waited_s())

    def beat(self) -> None:
        """The event loop has come round."""
        work, wall, waited = time.thread_time(), time.perf_counter(), _waited_s()
        worked_ms = (work - self._at_beat[0]) * 1000
        late_ms = ((wall - self._at_beat[1]) - (waited - self._at_beat[2])) * 1000 - _BEAT_MS
        self._at_beat = (work, wall, waited)
        self.work_ms, self.wall_ms = max(self.work_ms, worked_ms), max(self.wall_ms, late_ms)
        if worked_ms > LATE_MS:
            told = f"the window worked {worked_ms:.0f} ms at one go after {self.now}\n{self._seen_at}"
            (self.too_late if worked_ms > CERTAINLY_LATE_MS else self.late).append(told)
        self._seen_at = ""

    def end(self) -> None:
        """Hear no more: nothing of Python's may be called when Qt goes."""
        self._is_over = True
        self._timer.stop()
        logging.getLogger().removeHandler(self)
        qInstallMessageHandler(None)

    def _look_on(self) -> None:
        """From a thread of its own: where the GUI thread is when it has not come round for long."""
        while not self._is_over:
            time.sleep(LATE_MS / 4000)
            if (time.perf_counter() - self._at_beat[1]) * 1000 > LATE_MS / 2 and not self._seen_at:
                frame = sys._current_frames().get(self._thread)
                self._seen_at = "".join(traceback.format_stack(frame, limit=None)[-6:])

    def _on_qt(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or any(known in text for known in _KNOWN):
            return
        self.complaints.append(f"Qt: {text} ({context.category})")


def _waited_s() -> float:
    """How long this thread was ready to run and was not let; 0 where the system does not say."""
    told = Path("/proc/thread-self/schedstat")
    return int(told.read_text(encoding="ascii").split()[1]) / 1e9 if told.exists() else 0.0
