import os
import subprocess
import sys

PROGRAM = """
from desktop_app.program.unread_sources import leave_sources_unread
leave_sources_unread()
import linecache
before = {name for name, kept in linecache.cache.items() if len(kept) > 2}
from desktop_app.window.frame import build_frame
from core.settings import Settings
from PySide6.QtWidgets import QApplication
app = QApplication([])
frame = build_frame(app, Settings())
print([name for name, kept in linecache.cache.items() if len(kept) > 2 and name not in before])
frame.close()
"""


def test_no_module_that_the_window_imports_is_read_a_second_time() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert ended.stdout.strip() == "[]"
