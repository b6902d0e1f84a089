"""Exceptions that nobody foresaw, from any thread or slot: collected, and turned into a report to copy."""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

from core.program_version import program_version
from desktop_app.program.discretion import discreet_trace


class CrashCollector(QObject):
    """Hears of every unforeseen exception; :attr:`reported` arrives on the GUI thread."""

    reported = Signal(str)

    def install(self) -> Callable[[], None]:
        """Listen from now on, beside what is written to stderr anyway. Returns what ends it."""
        before_main, before_threads = sys.excepthook, threading.excepthook

        def on_main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            before_main(kind, error, trace)
            if not issubclass(kind, KeyboardInterrupt):
                self.reported.emit("".join(traceback.format_exception(kind, error, trace)))

        def on_thread(arguments: threading.ExceptHookArgs) -> None:
            before_threads(arguments)
            if arguments.exc_value is not None and arguments.exc_type is not SystemExit:
                self.reported.emit("".join(traceback.format_exception(arguments.exc_value)))

        sys.excepthook, threading.excepthook = on_main, on_thread

        def uninstall() -> None:
            sys.excepthook, threading.excepthook = before_main, before_threads

        return uninstall


def report_text(trace: str) -> str:
    """``trace`` with the versions that a developer asks for first, and without customer data.

    What can be told at once; :mod:`desktop_app.program.support_report` gathers the rest.
    """
    versions = (
        f"Snapshelf {program_version()}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        platform.platform(),
    )
    return "\n".join((*versions, "", discreet_trace(trace)))
