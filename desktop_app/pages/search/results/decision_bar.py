"""Below the products: which of them it is, or none; always in sight while that is open."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.results.actions import ResultActionRow, ResultActions
from desktop_app.widgets.flow_layout import FlowLayout


class DecisionBar(QWidget):
    """Buttons of the whole answer, and of the selected product where it has no room for its own."""

    def __init__(self, themes: ThemeSwitch, actions: ResultActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.of_product = ResultActionRow(themes, actions, self)
        self._buttons = tuple(
            (action, QPushButton(self)) for action in (actions.instead, actions.absent, actions.add)
        )
        self._is_wanted = True
        line = self._line = FlowLayout()
        line.addWidget(self.of_product)
        for action, button in self._buttons:
            button.clicked.connect(action.trigger)
            action.changed.connect(self._retext)
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addLayout(line)
        self._retext()

    def show_product(self, is_wanted: bool) -> None:
        """Whether the selected product's buttons stand here too, as many as there is room for in one line."""
        self._is_wanted = is_wanted
        self._arrange()

    def lead_to_adding(self, leads: bool) -> None:
        """Whether adding it to the shop is what one most probably wants."""
        _action, button = self._buttons[-1]
        kind = "primary" if leads else ""
        if (button.property("kind") or "") != kind:
            button.setProperty("kind", kind)
            button.style().unpolish(button)
            button.style().polish(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A second line would take the room of products."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        shown = [button for _action, button in self._buttons if not button.isHidden()]
        others = sum(button.sizeHint().width() + self._line.spacing() for button in shown)
        self.of_product.set_room_for_some(self.width() - others if self._is_wanted else 0)

    def _retext(self) -> None:
        for action, button in self._buttons:
            button.setText(action.text())
            button.setToolTip(action.toolTip())
            button.setEnabled(action.isEnabled())
            button.setVisible(action.isVisible())
        self._arrange()
