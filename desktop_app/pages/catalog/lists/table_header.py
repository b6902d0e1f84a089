"""The head of the catalog's table: columns are moved, made wider, hidden, and brought back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from desktop_app.pages.catalog.lists.column_layout import AS_IT_COMES, LEAST, ShownColumn
from desktop_app.pages.catalog.lists.product_columns import Column, heading

_SETTLE_MS = 400


class TableHeader(QHeaderView):
    """By mouse, or by the menu, which the keyboard opens too."""

    layout_changed = Signal()
    """Somebody has arranged the columns anew; several changes in a row are told once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.layout_changed)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(LEAST)
        self.setSortIndicatorClearable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.sectionMoved.connect(lambda *_: self._settle.start())
        self.sectionResized.connect(lambda *_: self._settle.start())

    def show_columns(self, shown: Sequence[ShownColumn]) -> None:
        """Show these columns from the left, and no others."""
        self.blockSignals(True)  # nobody has arranged anything
        hidden = [column for column in Column if all(one.column is not column for one in shown)]
        for place, column in enumerate([*(one.column for one in shown), *hidden]):
            self.moveSection(self.visualIndex(column), place)
            self.setSectionHidden(column, column in hidden)
        for one in shown:
            self.resizeSection(one.column, one.width)
        self.blockSignals(False)
        self.viewport().update()

    def shown_columns(self) -> tuple[ShownColumn, ...]:
        """The columns that are shown, from the left."""
        columns = (Column(self.logicalIndex(place)) for place in range(len(Column)))
        return tuple(
            ShownColumn(column, self.sectionSize(column))
            for column in columns
            if not self.isSectionHidden(column)
        )

    def move_column(self, column: Column, by: int) -> None:
        """Move a column by so many places to the right (or left, below zero) among those that are shown."""
        order = [one.column for one in self.shown_columns()]
        place = order.index(column) + by if column in order else -1
        if 0 <= place < len(order):
            self.moveSection(self.visualIndex(column), self.visualIndex(order[place]))

    def fill_menu(self, menu: QMenu) -> None:
        """Offer every column, those that are shown first and in their order."""
        shown = [one.column for one in self.shown_columns()]
        for column in (*shown, *(column for column in Column if column not in shown)):
            action = menu.addAction(heading(column))
            action.setCheckable(True)
            action.setChecked(column in shown)
            action.setEnabled(column is not Column.TITLE)
            action.toggled.connect(lambda is_shown, column=column: self._set_shown(column, is_shown))
        menu.addSeparator()
        reset = QAction(self.tr("As at first"), menu)
        reset.setEnabled(self.shown_columns() != AS_IT_COMES)
        reset.triggered.connect(self._reset)
        menu.addAction(reset)

    def _set_shown(self, column: Column, is_shown: bool) -> None:
        self.setSectionHidden(column, not is_shown)
        if is_shown:
            usual = next(one.width for one in AS_IT_COMES if one.column is column)
            self.resizeSection(column, max(usual, self.sectionSize(column)))
        self._settle.start()

    def _reset(self) -> None:
        self.show_columns(AS_IT_COMES)
        self._settle.start()

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(self.mapToGlobal(place))
