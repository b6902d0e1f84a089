"""The figures in the window: headline figures, and a list of lists of which one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.language import Translated
from desktop_app.look.table_model import TableModel
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.insight.overview import Overview, Tiles
from desktop_app.pages.insight.row_deeds import RowDeeds
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.row_table import RowTable

if TYPE_CHECKING:
    from core.insight.glance import Glance
    from core.insight.table import Table
    from desktop_app.pages.insight.told import Told

_ROW = 36


class InsightView(Translated, QWidget):
    """Shows what was added up and put into words; both is the page's business."""

    product_wanted = Signal(int)
    """Open this product in the catalog."""
    deed_wanted = Signal(str, object, int)
    """A Deed, about this row of this Table."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glance: Glance | None = None
        self._told: Told | None = None
        self.tables: tuple[Table, ...] = ()
        self.tiles = Tiles(self)
        self.overview = Overview(themes, self)
        self._list = QStandardItemModel(self)
        self.list = QListView(self)
        self.heading, self.note = text_label("section", wrap=True), text_label("muted", wrap=True)
        self.model = TableModel(self)
        self.table = RowTable(_ROW, self)
        self.deeds = RowDeeds(themes, thumbnails, self)
        self._stack = QStackedWidget(self)
        self._build()
        self._list_tables()
        self.retranslate()

    def show_glance(self, glance: Glance) -> None:
        """Show what is known first; what was told of other days goes."""
        from core.insight.telling import first_facts
        from core.measuring.report.words import Words
        from desktop_app.look.language import in_words

        self._glance = glance
        self.tiles.show_facts(first_facts(glance, Words(in_words)))
        self.overview.show_glance(glance)

    def show_told(self, told: Told) -> None:
        """Show everything; the list that is open stays open where there is one of its kind."""
        self._glance, self._told = told.found.glance, told
        self.tiles.show_facts(told.facts)
        self.overview.show_glance(told.found.glance)
        self.overview.show_lists(told.tables, told.remarks)
        open_now, chosen = self._open_name(), self.table.currentIndex().row()
        pressed = next((one for one in self.deeds.buttons.values() if one.hasFocus()), None)
        self.tables = told.tables
        self._list_tables()
        self.open_list(open_now)
        if chosen >= 0 and self._open_name() == open_now and self.model.rowCount():
            self.table.selectRow(min(chosen, self.model.rowCount() - 1))
        if pressed is not None:  # the lists were gone for a moment
            (pressed if pressed.isVisible() and pressed.isEnabled() else self.list).setFocus()

    def open_list(self, name: str) -> None:
        """Show the table with this name; the overview for any other."""
        rows = ["", *(table.name for table in self.tables)]
        self.list.setCurrentIndex(self._list.index(rows.index(name) if name in rows else 0, 0))

    def retranslate(self) -> None:
        """Put what stands here into the language of now; lists and figures are told anew by the page."""
        self.list.setAccessibleName(self.tr("Lists"))
        self.table.setAccessibleName(self.heading.text())
        self._list.item(0).setText(self.tr("Overview"))
        if self._glance is not None:
            self.overview.show_glance(self._glance)

    def _list_tables(self) -> None:
        self._list.clear()
        self._list.appendRow(QStandardItem(self.tr("Overview")))
        for table in self.tables:
            self._list.appendRow(QStandardItem(f"{table.heading} ({QLocale().toString(len(table.rows))})"))

    def _open_name(self) -> str:
        table = self._open_table()
        return "" if table is None else table.name

    def _on_list(self) -> None:
        table = self._open_table()
        self._stack.setCurrentIndex(0 if table is None else 1)
        if table is None:
            return
        self.heading.setText(table.heading)
        self.note.setText(table.note)
        self.note.setVisible(bool(table.note))
        self.table.setAccessibleName(table.heading)
        self.model.show_table(table.columns, table.rows)
        self.table.share_room(wide=1 if table.products else 0, fitting=0 if table.products else 1)
        for column in range(2 if table.products else 1, len(table.columns)):
            self.table.resizeColumnToContents(column)
        self._on_chosen()

    def _open_table(self) -> Table | None:
        row = self.list.currentIndex().row()
        return self.tables[row - 1] if 0 < row <= len(self.tables) else None

    def _on_chosen(self) -> None:
        table, row = self._open_table(), self.table.currentIndex().row()
        picture = self._told.picture(table, row) if table is not None and self._told is not None else ""
        self.deeds.show_row(table, row, picture)

    def _on_deed(self, deed: str) -> None:
        table = self._open_table()
        if table is not None:
            self.deed_wanted.emit(deed, table, self.table.currentIndex().row())

    def _on_row(self) -> None:
        table, chosen = self._open_table(), self.table.currentIndex().row()
        products = table.products if table is not None else ()
        product = products[chosen] if 0 <= chosen < len(products) else None
        if product is not None:
            self.product_wanted.emit(product)

    def _build(self) -> None:
        self.overview.list_wanted.connect(self.open_list)
        one = QWidget(self)
        second = QVBoxLayout(one)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(6)
        second.addWidget(self.heading)
        second.addWidget(self.note)
        second.addWidget(self.table, 1)
        second.addWidget(self.deeds)
        for widget in (self.overview, one):
            self._stack.addWidget(widget)
        self.list.setModel(self._list)
        self.list.setProperty("kind", "framed")
        self.list.setFixedWidth(236)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._on_list())
        self.table.setModel(self.model)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_chosen())
        self.deeds.wanted.connect(self._on_deed)
        self.table.activated.connect(lambda _index: self._on_row())
        below = QHBoxLayout()
        below.setSpacing(20)
        below.addWidget(self.list)
        below.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.tiles)
        column.addLayout(below, 1)
