"""Past counts above, the differences of the one that is chosen below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.stocktake.views.difference_model import TITLE, VALUE, DifferenceModel, worth
from desktop_app.pages.stocktake.views.past_model import SCOPE, WHEN, PastCountModel
from desktop_app.pages.stocktake.views.side_view import StocktakeSideView
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.row_table import RowTable

if TYPE_CHECKING:
    from core.stocktake.differences import Differences
    from core.stocktake.past import PastCount

_ROW = 40


class StocktakePastView(StocktakeSideView):
    """Nothing can be changed here: what was booked is in the stock's history."""

    count_chosen = Signal(object)
    """Stocktake: its differences are wanted."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Differences | None = None
        self._title = text_label("display")
        self.model = PastCountModel(self)
        self.table = RowTable(_ROW, self)
        self.headline = text_label("section")
        self.differences = DifferenceModel(themes, self)
        self.lines = RowTable(_ROW, self)
        self.hint = text_label("muted", wrap=True)
        self.back_button = IconButton(themes, "back", parent=self)
        self.export_button = IconButton(themes, "open", parent=self)
        self.setFocusProxy(self.table)
        self._build()
        self.retranslate()

    @property
    def found(self) -> Differences | None:
        """The differences that are shown."""
        return self._found

    def show_counts(self, counts: Sequence[PastCount]) -> None:
        """Show these, and choose the latest."""
        self._found = None
        self.model.show_counts(counts)
        self.table.selectRow(0)
        self.retranslate()

    def show_differences(self, found: Differences) -> None:
        """What the chosen count found: the differences first, then what was right."""
        self._found = found
        self.differences.show_lines([*found.differing, *found.right])
        self.hint.clear()
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Past counts"))
        self.table.setAccessibleName(self.tr("Past counts"))
        self.lines.setAccessibleName(self.tr("What the count found"))
        self.back_button.setText(self.tr("Back"))
        self.back_button.setToolTip(self.tr("Esc"))
        self.export_button.setText(self.tr("Save as a table…"))
        self.export_button.setEnabled(self._found is not None)
        for table, model in ((self.table, self.model), (self.lines, self.differences)):
            table.horizontalHeader().setAccessibleName(self.tr("Columns"))
            model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, model.columnCount() - 1)
        if self._found is not None:
            words = self.tr("What the count found, worth {value} at today's prices")
            self.headline.setText(words.format(value=worth(self._found)))
        else:
            self.headline.setText(self.tr("What the count found"))

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.share_room(wide=SCOPE, fitting=WHEN)
        self.lines.setModel(self.differences)
        self.lines.share_room(wide=TITLE, fitting=VALUE)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_row())
        self.model.modelReset.connect(lambda: self.differences.show_lines(()))
        self.back_button.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back_button)
        foot.addWidget(self.export_button)
        foot.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.table, 2)
        column.addWidget(self.headline)
        column.addWidget(self.lines, 3)
        column.addLayout(foot)

    def _on_row(self) -> None:
        count = self.model.at(self.table.currentIndex().row())
        if count is not None:
            self.count_chosen.emit(count.stocktake)
