"""Labels, posters, cut-outs; off the shelf, back onto it, away for good: what the panels offer."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.catalog.actions import CatalogActions
from desktop_app.widgets.flow_layout import FlowLayout
from desktop_app.widgets.icon_button import IconButton


class ShelfButtons(QWidget):
    """Those that make sense for what is selected."""

    def __init__(self, themes: ThemeSwitch, acts: CatalogActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self)
        for icon_name, action in (
            ("label", acts.labels),
            ("poster", acts.advertise),
            ("picture", acts.cut_out),
            ("archive", acts.archive),
            ("unarchive", acts.restore),
            ("remove", acts.delete),
        ):
            button = IconButton(themes, icon_name, "quiet", self)
            button.follow(action)
            _appear_with(button, action)
            row.addWidget(button)


def _appear_with(button: IconButton, action: QAction) -> None:
    def follow() -> None:
        button.setVisible(action.isEnabled())

    action.changed.connect(follow)
    follow()
