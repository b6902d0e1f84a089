"""Hands the driving of the real program to its GUI thread, as soon as there is one."""

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path


def drive_when_there_is_a_window(make_driver: Callable[[], object], result: Path, ends_at: float) -> None:
    """Start a thread that waits for the program, then makes the driver on the program's own thread.

    Args:
        result: written by the driver when it is done; the driver is kept alive until then.
        ends_at: by ``time.perf_counter()``; nobody waits longer.
    """
    threading.Thread(target=_wait, args=(make_driver, result, ends_at)).start()


def _wait(make_driver: Callable[[], object], result: Path, ends_at: float) -> None:
    while "PySide6.QtWidgets" not in sys.modules:
        time.sleep(0.002)
    from PySide6.QtCore import QObject, Qt, Signal
    from PySide6.QtWidgets import QApplication

    class Bridge(QObject):
        called = Signal()

    while (app := QApplication.instance()) is None:
        time.sleep(0.002)
    bridge, drivers = Bridge(), list[object]()
    bridge.moveToThread(app.thread())
    bridge.called.connect(lambda: drivers.append(make_driver()), Qt.ConnectionType.QueuedConnection)
    bridge.called.emit()
    while not result.exists() and time.perf_counter() < ends_at:
        time.sleep(0.05)  # keeps the bridge and the driver alive
