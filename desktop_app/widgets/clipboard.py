"""What lies on the clipboard, as something that can always be asked."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def clipboard_mime() -> QMimeData:
    """What was copied; empty where nothing was, or where the program that had it is gone."""
    held: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return held if held is not None else QMimeData()
