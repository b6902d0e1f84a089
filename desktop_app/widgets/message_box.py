"""A message in a box before the window. What strangers wrote is shown in it as they wrote it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

_Button = QMessageBox.StandardButton


class MessageBox(QMessageBox):
    """Plain text, gone when it is closed.

    Left to itself Qt takes a text for HTML as soon as a tag stands in it: the name of a phone, of a product
    or of a file could hide the words behind it, or have a picture loaded, on Windows from another computer.
    """

    def __init__(
        self,
        icon: QMessageBox.Icon,
        text: str,
        parent: QWidget | None,
        buttons: QMessageBox.StandardButton = _Button.NoButton,
    ) -> None:
        super().__init__(icon, "Snapshelf", text, buttons, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
