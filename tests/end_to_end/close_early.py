"""Runs the real program for a user who closes its window before it is there.

    python tests/end_to_end/close_early.py DONE shown|painted ARGUMENTS…

``shown``: as the first thing in the event loop. ``painted``: with the first frame, before it holds a page.
The file DONE says that the window was told to close.
"""

import sys
import time
from pathlib import Path
from typing import Any, cast

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.end_to_end.on_gui_thread import drive_when_there_is_a_window

PATIENCE_S = 30.0


def main() -> int:
    """Start what closes the window, then the real main()."""
    done, moment = Path(sys.argv.pop(1)), sys.argv.pop(1)
    drive_when_there_is_a_window(lambda: closer(moment, done), done, time.perf_counter() + PATIENCE_S)
    from desktop_app.__main__ import main as real_main

    return real_main()


def closer(moment: str, done: Path) -> Any:
    """What closes the main window when it comes to that; on the GUI thread."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    class Closer(QObject):
        def eventFilter(self, watched: Any, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
            if type(watched).__name__ == "MainWindow" and event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, watched.close)
                done.touch()
            return False

    found = Closer()
    if moment == "painted":
        cast("QApplication", QApplication.instance()).installEventFilter(found)
    else:  # the event loop has just begun
        QApplication.closeAllWindows()
        done.touch()
    return found


if __name__ == "__main__":
    sys.exit(main())
