"""Below the products: which of them it is, or none; always in sight while that is open."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.results.actions import ResultActionRow, ResultActions
from desktop_app.widgets.flow_layout import FlowLayout


class DecisionBar(QWidget):
    """Buttons of the whole answer, and of the selected product where it has no room for its own."""

    def __init__(self, themes: ThemeSwitch, actions: ResultActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.of_product = ResultActionRow(themes, actions, self)
        self.of_product.set_room(0)
        self._buttons = tuple(
            (action, QPushButton(self)) for action in (actions.instead, actions.absent, actions.add)
        )
        line = FlowLayout()
        line.addWidget(self.of_product)
        for action, button in self._buttons:
            button.clicked.connect(action.trigger)
            action.changed.connect(self._retext)
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addLayout(line)
        self._retext()

    def _retext(self) -> None:
        for action, button in self._buttons:
            button.setText(action.text())
            button.setToolTip(action.toolTip())
            button.setEnabled(action.isEnabled())
            button.setVisible(action.isVisible())
