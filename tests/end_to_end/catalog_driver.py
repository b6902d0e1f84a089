"""Runs the real program and works on its catalog page as a clerk does.

    python tests/end_to_end/catalog_driver.py RESULT_JSON SCREENSHOT PICTURE ARGUMENTS…

Finds a product by its name, changes its price in the cell and undoes that, drops a picture on its row,
archives it and brings it back. Written to RESULT_JSON: what was seen after each step, and the longest time
for which the event loop stood still.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

START = time.perf_counter()
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.end_to_end.on_gui_thread import drive_when_there_is_a_window  # noqa: E402

TICK_MS = 10
PATIENCE_S = 100.0


def main() -> int:
    """Start the driver's thread, then the real main()."""
    result, screenshot, picture, *arguments = sys.argv[1:]
    sys.argv[1:] = arguments
    Path(result).unlink(missing_ok=True)
    drive_when_there_is_a_window(
        lambda: Driver(Path(result), Path(screenshot), Path(picture)), Path(result), START + PATIENCE_S
    )
    from desktop_app.__main__ import main as real_main

    return real_main()


class Driver:
    """Goes on a step whenever the condition that the step before has named is true."""

    def __init__(self, result: Path, screenshot: Path, picture: Path) -> None:
        from PySide6.QtCore import QTimer

        self._result, self._screenshot, self._picture = result, screenshot, picture
        self._seen: dict[str, Any] = {"steps": []}
        self._steps = self._play()
        self._condition: Callable[[], object] = lambda: True
        self._worst_ms = self._worst_cpu_ms = 0.0
        self._is_measured = False
        self._last, self._last_cpu = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        if self._is_measured:
            self._worst_ms = max(self._worst_ms, (now - self._last) * 1000 - TICK_MS)
            self._worst_cpu_ms = max(self._worst_cpu_ms, (cpu - self._last_cpu) * 1000)
        self._last, self._last_cpu = now, cpu
        if now - START > PATIENCE_S:
            self._finish("the window did not get there in time")
            return
        try:
            if self._condition():
                self._condition = next(self._steps)
        except StopIteration:
            self._finish(None)
        except Exception as error:
            self._finish(repr(error))
            raise

    def _play(self) -> Iterator[Callable[[], object]]:
        from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
        from PySide6.QtGui import QDragEnterEvent, QDropEvent
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

        yield lambda: _main_window() is not None
        window = _main_window()
        status = window.status_line
        yield lambda: any(label.text() in {"CPU", "GPU"} for label in status.findChildren(QLabel))
        page = window.show_page("catalog")
        yield lambda: page.isVisible() and page.model.rowCount() > 0
        self._is_measured = True
        self._note("products", page.model.rowCount())

        QTest.keyClicks(page.filters.field, "banana")
        yield lambda: page.model.rowCount() < 10 and page.model.index(0, 0).data() == "Banana"
        banana = page.model.id_at(0)
        page.lists.select_product(banana)
        yield lambda: page.detail.isVisible() and page.detail.product_id == banana

        def price() -> str:
            return str(page.model.index(page.model.row_of(banana), 1).data())

        before = price()
        page.lists.table.setCurrentIndex(page.model.index(page.model.row_of(banana), 1))
        QTest.keyClick(page.lists.table, Qt.Key.Key_F2)
        editor = page.lists.table.findChild(QLineEdit, "celleditor")
        editor.selectAll()
        QTest.keyClicks(editor, "4.44")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        yield lambda: price() == "4.44"
        self._note("price", before, price())
        yield lambda: "4.44" in page.detail.lines[1].line.text()
        page.acts.undo.trigger()
        yield lambda: price() == before and page.acts.redo.isEnabled()
        self._note("undone", price())

        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self._picture))])
        table, row = page.lists.table, page.model.row_of(banana)
        place = table.visualRect(page.model.index(row, 0)).center()
        button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, mime, button, keys)
        QApplication.sendEvent(table.viewport(), enter)
        drop = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, mime, button, keys)
        QApplication.sendEvent(table.viewport(), drop)
        yield lambda: page.detail.file is not None and len(page.detail.file.photos) == 2
        self._note("photos", len(page.detail.file.photos))
        window.grab().save(str(self._screenshot))

        rows = page.model.rowCount()
        page.acts.archive.trigger()
        yield lambda: page.model.row_of(banana) < 0
        self._note("archived", rows - page.model.rowCount())
        page.acts.undo.trigger()
        yield lambda: page.model.row_of(banana) >= 0
        self._note("back", page.message.label.text())

    def _note(self, *what: object) -> None:
        self._seen["steps"].append(what)

    def _finish(self, problem: str | None) -> None:
        from PySide6.QtWidgets import QApplication

        self._timer.stop()
        self._seen |= {
            "problem": problem,
            "worst_ms": self._worst_ms,
            "worst_cpu_ms": self._worst_cpu_ms,
            "heavy": sorted({"torch", "torchvision", "timm"} & sys.modules.keys()),
        }
        self._result.write_text(json.dumps(self._seen, indent=2), encoding="utf-8")
        QApplication.closeAllWindows()


def _main_window() -> Any:
    """The program's main window, once it can be seen and was painted."""
    from PySide6.QtWidgets import QApplication

    windows: list[Any] = [w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow"]
    return next((w for w in windows if w.isVisible() and w.was_painted), None)


if __name__ == "__main__":
    sys.exit(main())
