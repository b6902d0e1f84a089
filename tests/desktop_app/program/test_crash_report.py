import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.pages.search.page import SearchPage
from desktop_app.program.crash_report import CrashCollector, report_text
from desktop_app.widgets.crash_dialog import CrashDialog
from desktop_app.window.desktop import Desktop


def test_an_exception_in_a_slot_is_reported(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    collector = CrashCollector()
    with qtbot.captureExceptions():
        uninstall = collector.install()
        try:
            with qtbot.waitSignal(collector.reported) as told:
                QTimer.singleShot(0, collector, _divide)
        finally:
            uninstall()
    assert told.args is not None and "ZeroDivisionError" in told.args[0]


def test_an_exception_in_any_thread_is_reported_on_the_gui_thread(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda _arguments: None)
    collector = CrashCollector()
    heard: list[str] = []
    collector.reported.connect(lambda _trace: heard.append(threading.current_thread().name))
    before = sys.excepthook
    uninstall = collector.install()
    try:
        threading.Thread(target=_divide).start()
        qtbot.waitUntil(lambda: bool(heard))
    finally:
        uninstall()
    assert heard == ["MainThread"]
    assert sys.excepthook is before


def test_the_report_holds_versions_and_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog(report_text("RuntimeError: here"))
    qtbot.addWidget(dialog)
    assert "Qt 6" in dialog.report.toPlainText()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text().endswith("RuntimeError: here")


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window manager
def test_a_bug_in_the_engine_opens_the_crash_dialog(desktop: Desktop, page: SearchPage, qtbot: QtBot) -> None:
    desktop.engine_thread.signals.bug.emit("RuntimeError: engine")
    qtbot.waitUntil(lambda: bool(desktop.window.findChildren(CrashDialog)))
    dialog = desktop.window.findChildren(CrashDialog)[0]
    assert "RuntimeError: engine" in dialog.report.toPlainText()
    dialog.close()


def _divide() -> None:
    1 / 0  # noqa: B018
