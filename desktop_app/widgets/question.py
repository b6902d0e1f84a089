"""A question before what cannot be taken back so easily."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.widgets.message_box import MessageBox

_Role = QMessageBox.ButtonRole


def ask(
    parent: QWidget, question: str, yes: str, then: Callable[[], None], role: _Role = _Role.AcceptRole
) -> QMessageBox:
    """Show ``question`` with a button ``yes``, which does ``then``, and one to leave it."""
    box = MessageBox(QMessageBox.Icon.Question, question, parent, QMessageBox.StandardButton.Cancel)
    if role is _Role.DestructiveRole:
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.addButton(yes, role).clicked.connect(lambda _checked: then())
    box.open()
    return box
