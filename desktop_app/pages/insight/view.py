"""The figures in the window: headline figures, charts, and a list of lists of which one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.catalog.currencies.iso import decimals
from core.messages import message
from desktop_app.look.language import Translated, in_words
from desktop_app.look.table_model import TableModel
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.charts.bar_chart import BarChart
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.insight.as_plain_data import Named
    from core.insight.insight import Insight
    from core.insight.tables import Table

_ROW = 36
_TILES = 5


class InsightView(Translated, QWidget):
    """Shows what was added up; where it comes from is the page's business."""

    product_wanted = Signal(int)
    """Open this product in the catalog."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Insight | None = None
        self._names: Mapping[int, Named] = {}
        self.tables: tuple[Table, ...] = ()
        self.values = [text_label("title", wrap=True) for _ in range(_TILES)]
        self.names = [text_label("muted", wrap=True) for _ in range(_TILES)]
        self._list = QStandardItemModel(self)
        self.list = QListView(self)
        self.remarks = text_label("muted", wrap=True)
        self.days = BarChart(themes, _figure, self)
        self.weekdays = BarChart(themes, _figure, self)
        self.heading, self.note = text_label("section", wrap=True), text_label("muted", wrap=True)
        self.model = TableModel(self)
        self.table = RowTable(_ROW, self)
        self._stack = QStackedWidget(self)
        self._build()
        self.retranslate()

    def show_found(self, found: Insight, names: Mapping[int, Named]) -> None:
        """Show these figures; the list that is open stays open where there is one of its kind."""
        self._found, self._names = found, names
        self.retranslate()

    def open_list(self, name: str) -> None:
        """Show the table with this name; the overview for any other."""
        rows = ["", *(table.name for table in self.tables)]
        self.list.setCurrentIndex(self._list.index(rows.index(name) if name in rows else 0, 0))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.list.setAccessibleName(self.tr("Lists"))
        self.table.setAccessibleName(self.heading.text())
        if self._found is not None:
            self._write(self._found)

    def _write(self, found: Insight) -> None:
        from core.insight.report_page import WEEKDAYS
        from core.insight.tables import tables_of
        from core.insight.telling import headline, remarks
        from core.measuring.report.words import Words

        words = Words(in_words)
        open_now = self._open_name()
        facts = headline(found, words)
        for place, (value, name) in enumerate(zip(self.values, self.names, strict=True)):
            is_there = place < len(facts)
            value.setVisible(is_there)
            name.setVisible(is_there)
            if is_there:
                fact = facts[place]
                name.setText("\n".join(part for part in (fact.name, fact.before) if part))
                value.setText(fact.now)
        self.remarks.setText("\n".join(remarks(found, words)))
        has_sales = bool(found.sales.now.lines)
        self.days.setVisible(has_sales)
        self.weekdays.setVisible(has_sales)
        scale = 10 ** decimals(found.sales.currency)
        amount = words(message("core", "Takings, {currency}"), currency=found.sales.currency or "–")
        self.days.show_bars(
            amount, [(day.isoformat()[5:], minor / scale) for day, minor in found.sales.by_day.items()]
        )
        weekdays = zip(WEEKDAYS, found.sales.weekdays, strict=True)
        self.weekdays.show_bars(
            self.tr("On a day of the week"),
            [(words(name), (mean or 0) / scale) for name, mean in weekdays],
        )
        self.tables = tables_of(found, self._names, words)
        self._list.clear()
        self._list.appendRow(QStandardItem(self.tr("Overview")))
        for table in self.tables:
            self._list.appendRow(QStandardItem(f"{table.heading} ({QLocale().toString(len(table.rows))})"))
        self.open_list(open_now)

    def _open_name(self) -> str:
        row = self.list.currentIndex().row()
        return self.tables[row - 1].name if 0 < row <= len(self.tables) else ""

    def _on_list(self) -> None:
        row = self.list.currentIndex().row()
        self._stack.setCurrentIndex(1 if row > 0 else 0)
        if not 0 < row <= len(self.tables):
            return
        table = self.tables[row - 1]
        self.heading.setText(table.heading)
        self.note.setText(table.note)
        self.note.setVisible(bool(table.note))
        self.table.setAccessibleName(table.heading)
        self.model.show_table(tuple(table.columns), tuple(map(tuple, table.rows)))
        self.table.share_room(wide=1 if table.products else 0, fitting=0 if table.products else 1)
        for column in range(2 if table.products else 1, len(table.columns)):
            self.table.resizeColumnToContents(column)

    def _on_row(self) -> None:
        row, chosen = self.list.currentIndex().row(), self.table.currentIndex().row()
        products = self.tables[row - 1].products if 0 < row <= len(self.tables) else ()
        product = products[chosen] if 0 <= chosen < len(products) else None
        if product is not None:
            self.product_wanted.emit(product)

    def _build(self) -> None:
        tiles = QGridLayout()
        tiles.setHorizontalSpacing(24)
        tiles.setVerticalSpacing(2)
        for place, (value, name) in enumerate(zip(self.values, self.names, strict=True)):
            tiles.addWidget(value, 0, place)
            tiles.addWidget(name, 1, place, Qt.AlignmentFlag.AlignTop)
            tiles.setColumnStretch(place, 1)
        card = QFrame(self)
        card.setProperty("kind", "card")
        card.setLayout(tiles)
        tiles.setContentsMargins(20, 14, 20, 14)
        overview = QWidget(self)
        charts = QHBoxLayout()
        charts.setSpacing(24)
        charts.addWidget(self.days, 3)
        charts.addWidget(self.weekdays, 2)
        first = QVBoxLayout(overview)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(12)
        first.addLayout(charts, 1)
        first.addWidget(self.remarks)
        one = QWidget(self)
        second = QVBoxLayout(one)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(6)
        second.addWidget(self.heading)
        second.addWidget(self.note)
        second.addWidget(self.table, 1)
        for widget in (overview, one):
            self._stack.addWidget(widget)
        self.list.setModel(self._list)
        self.list.setProperty("kind", "framed")
        self.list.setFixedWidth(236)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setWordWrap(True)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._on_list())
        self.table.setModel(self.model)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.activated.connect(lambda _index: self._on_row())
        below = QHBoxLayout()
        below.setSpacing(20)
        below.addWidget(self.list)
        below.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(card)
        column.addLayout(below, 1)


def _figure(value: float) -> str:
    return QLocale().toString(value, "f", 0 if value >= 100 or value == int(value) else 2)
