"""At the end of a count: the differences to the books, before anything is booked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.stocktake.views.difference_model import TITLE, VALUE, DifferenceModel, worth
from desktop_app.pages.stocktake.views.side_view import StocktakeSideView
from desktop_app.widgets.button_row import button_row
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.row_table import RowTable

if TYPE_CHECKING:
    from core.stocktake.differences import Differences, Line

DIFFERING, NOT_COUNTED, RIGHT = range(3)


class StocktakeReviewView(StocktakeSideView):
    """Three tables behind tabs; the page books."""

    zeroed = Signal(object, bool)
    """Keys of products, and whether there is none of them or they were just not counted."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Differences | None = None
        self.headline = text_label("display", wrap=True)
        self.value = text_label("muted", wrap=True)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in range(3):
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(lambda _tab: self._show_tab())
        self.model = DifferenceModel(themes, self)
        self.table = RowTable(40, self)
        self.table.setModel(self.model)
        self.table.share_room(wide=TITLE, fitting=VALUE)
        self.table.installEventFilter(self)
        self.hint = text_label("muted")
        self.zero_button = IconButton(themes, "stock", parent=self)
        self.zero_button.clicked.connect(self._zero_all)
        self.export_button = IconButton(themes, "open", parent=self)
        self.back_button = IconButton(themes, "back", parent=self)
        self.back_button.clicked.connect(self.left)
        self.throw_away_button = IconButton(themes, "close", "quiet", self)
        self.book_button = IconButton(themes, "check", "primary", self)
        self.setFocusProxy(self.table)
        self._build()

    @property
    def found(self) -> Differences | None:
        """What is shown."""
        return self._found

    def show_differences(self, found: Differences) -> None:
        """Show what the count found."""
        row = self.table.currentIndex().row()
        self._found = found
        self._show_tab(row)
        self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space sets the chosen products to zero, or leaves them again."""
        if (
            watched is self.table
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
        ):
            self._zero_chosen()
            return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.back_button.setText(self.tr("Back to counting"))
        self.back_button.setToolTip(self.tr("Esc"))
        self.export_button.setText(self.tr("Save as a table…"))
        self.throw_away_button.setText(self.tr("Throw away"))
        self.book_button.setToolTip(self.tr("Ctrl+Enter"))
        self.tabs.setAccessibleName(self.tr("Which products"))
        self.table.setAccessibleName(self.tr("Differences to the books"))
        self.table.horizontalHeader().setAccessibleName(self.tr("Columns"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.model.columnCount() - 1)
        found = self._found
        if found is None:
            return
        number = QLocale().toString
        for tab, text, lines in (
            (DIFFERING, self.tr("Differences ({count})"), found.differing),
            (NOT_COUNTED, self.tr("Not counted ({count})"), found.not_counted),
            (RIGHT, self.tr("Right ({count})"), found.right),
        ):
            self.tabs.setTabText(tab, text.format(count=number(len(lines))))
        count = len(found.differing)
        if count:
            self.headline.setText(self.tr("%n product(s) differ from the books", "", count))
        elif found.right:
            self.headline.setText(self.tr("All that was counted is as in the books"))
        else:
            self.headline.setText(self.tr("Nothing was counted yet"))
        self.value.setText(self.tr("Worth together: {value}").format(value=worth(found)))
        self.book_button.setText(
            self.tr("Book %n difference(s)", "", count) if count else self.tr("End the count")
        )
        self._show_hint()

    def _show_tab(self, row: int = 0) -> None:
        found = self._found
        if found is None:
            return
        lines = (found.differing, found.not_counted, found.right)[self.tabs.currentIndex()]
        self.model.show_lines(lines)
        if lines:
            self.table.setCurrentIndex(self.model.index(max(0, min(row, len(lines) - 1)), 0))
        self._show_hint()

    def _show_hint(self) -> None:
        is_open = self.tabs.currentIndex() == NOT_COUNTED
        self.zero_button.setText(self.tr("Set all to zero"))
        self.zero_button.setVisible(is_open)
        self.zero_button.setEnabled(self.model.rowCount() > 0)
        if is_open:
            self.hint.setText(self.tr("These are left as they are. Space sets a product to zero."))
        elif self.tabs.currentIndex() == DIFFERING and any(line.is_zeroed for line in self._lines()):
            self.hint.setText(self.tr("Space takes back a zero."))
        else:
            self.hint.setText("")

    def _lines(self) -> list[Line]:
        lines = (self.model.line(row) for row in range(self.model.rowCount()))
        return [line for line in lines if line is not None]

    def _zero_chosen(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        chosen = [line for line in (self.model.line(index.row()) for index in rows) if line is not None]
        if self.tabs.currentIndex() == NOT_COUNTED and chosen:
            self.zeroed.emit([line.product_id for line in chosen], True)
        elif zeroed := [line.product_id for line in chosen if line.is_zeroed]:
            self.zeroed.emit(zeroed, False)

    def _zero_all(self) -> None:
        self.zeroed.emit([line.product_id for line in self._lines()], True)

    def _build(self) -> None:
        under = QHBoxLayout()
        under.addWidget(self.hint, 1)
        under.addWidget(self.zero_button)
        foot = button_row((self.back_button, self.export_button), (self.throw_away_button, self.book_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.headline)
        column.addWidget(self.value)
        column.addWidget(self.tabs)
        column.addWidget(self.table, 1)
        column.addLayout(under)
        column.addLayout(foot)
