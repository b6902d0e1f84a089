"""A question before what cannot be taken back so easily."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

_Role = QMessageBox.ButtonRole


def ask(
    parent: QWidget, question: str, yes: str, then: Callable[[], None], role: _Role = _Role.AcceptRole
) -> QMessageBox:
    """Show ``question`` with a button ``yes``, which does ``then``, and one to leave it."""
    box = QMessageBox(
        QMessageBox.Icon.Question, "Snapshelf", question, QMessageBox.StandardButton.Cancel, parent
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if role is _Role.DestructiveRole:
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.addButton(yes, role).clicked.connect(lambda _checked: then())
    box.open()
    return box
