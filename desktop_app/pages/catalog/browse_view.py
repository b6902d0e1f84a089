"""The catalog page's face: head line, filters, the list, the panel at its right, and the message line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.settings import CatalogView
from desktop_app.look.language import Translated
from desktop_app.pages.catalog.actions import CatalogActions
from desktop_app.pages.catalog.bulk.panel import BulkPanel
from desktop_app.pages.catalog.detail.panel import DetailPanel
from desktop_app.pages.catalog.facts import Choices
from desktop_app.pages.catalog.filter_bar import FilterBar
from desktop_app.pages.catalog.list_query import ListQuery
from desktop_app.pages.catalog.lists.listed_product import listed_products
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.lists.product_lists import ProductLists
from desktop_app.pages.catalog.lists.product_model import ProductModel
from desktop_app.pages.shop_page import PageServices
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.message_bar import MessageBar

_PANEL = 376
PANEL_LEAST = 340
"""Pixels of width: what the panels hold fits in."""


class BrowseView(Translated, QWidget):
    """Assembly only: what happens is the page's business."""

    def __init__(
        self,
        services: PageServices,
        acts: CatalogActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        themes, thumbnails = services.themes, services.thumbnails
        self._acts = acts
        self._choices = Choices()
        self._count = -1
        self._is_filtered = self._is_low_list = False
        self._meant = ""
        self.model = ProductModel(listed_products, services.shop_jobs, self)
        self.filters = FilterBar(themes, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._stack, self.panel = QStackedWidget(self._splitter), QStackedWidget(self._splitter)
        self.lists = ProductLists(
            themes, thumbnails, self.model, lambda: self._choices.currency, self._words_for, self._stack
        )
        self.detail = DetailPanel(themes, thumbnails, services.jobs, acts, self.panel)
        self.bulk = BulkPanel(themes, services.shop_jobs, acts, self.panel)
        self.message = MessageBar(themes, self)
        self._title = text_label("display")
        self._counted = text_label("muted")
        self.meant_button = IconButton(themes, "search", "quiet", self)
        self._nothing = QWidget(self)
        self._nothing_title = text_label("title", wrap=True)
        self._nothing_words = text_label("muted", wrap=True)
        self.clear_button = IconButton(themes, "close", parent=self)
        self.new_button = IconButton(themes, "plus", "primary", self)
        self.undo_button = IconButton(themes, "undo", "quiet", self)
        self.redo_button = IconButton(themes, "redo", "quiet", self)
        self.duplicates_button = IconButton(themes, "copy", "quiet", self)
        self.table_button = IconButton(themes, "table", parent=self)
        self.grid_button = IconButton(themes, "grid", parent=self)
        self.import_button = IconButton(themes, "import", parent=self)
        self.export_button = IconButton(themes, "export", parent=self)
        self._import_menu = QMenu(self)
        self._build()
        self.retranslate()

    def offer_imports(self, actions: Sequence[QAction]) -> None:
        """The ways products come into the shop."""
        self._import_menu.addActions(list(actions))
        self.import_button.setMenu(self._import_menu)
        self.import_button.setVisible(bool(actions))

    @property
    def currency(self) -> str:
        """What most of the shop's prices are in."""
        return self._choices.currency

    def show_choices(self, choices: Choices) -> None:
        """Names that products have already."""
        self._choices = choices
        self.filters.show_choices(choices)
        self.detail.show_choices(choices)
        self.bulk.show_choices(choices)

    def show_view(self, which: CatalogView) -> None:
        """The table or the grid."""
        self.lists.show_view(which)
        (self.table_button if which == "table" else self.grid_button).setChecked(True)

    def show_count(self, count: int, query: ListQuery, meant: str = "") -> None:
        """How many products ``query`` lists; with none, what to do about it.

        Args:
            meant: the words that they fit, where nothing fits what was typed.
        """
        self._count, self._meant = count, meant
        self._is_filtered, self._is_low_list = query.is_filtered, query.low
        self.meant_button.setVisible(bool(meant))
        self._stack.setCurrentWidget(self._nothing if count == 0 else self.lists)
        self.clear_button.setVisible(query.is_filtered)
        self.retranslate()

    def show_panel(self, widget: QWidget | None) -> None:
        """Show one of the panels at the right, or none."""
        if widget is not None:
            self.panel.setCurrentWidget(widget)
        self.panel.setVisible(widget is not None)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Catalog"))
        self._counted.setText(self.tr("%n product(s)", "", self._count) if self._count >= 0 else "")
        if self._count >= 10_000:  # with the language's own grouping of figures
            self._counted.setText(self.tr("{count} products").format(count=QLocale().toString(self._count)))
        if self._is_filtered:
            self._nothing_title.setText(self.tr("No product fits"))
            self._nothing_words.setText(self.tr("Try another word, or take a filter away."))
            if self._is_low_list:
                words = self.tr("Settings, Shop says at how much stock is low; a product may say it itself.")
                self._nothing_words.setText(words)
        else:
            self._nothing_title.setText(self.tr("No products here"))
            self._nothing_words.setText(
                self.tr("All are archived. Switch on “Archived” in the filters to see them.")
            )
        words = self.tr("Nothing fits what was typed. Did you mean “{text}”?")
        self.meant_button.setText(words.format(text=self._meant))
        self.import_button.setText(self.tr("Import"))
        self.export_button.setText(self.tr("Export"))
        for button, action in (
            (self.undo_button, self._acts.undo),
            (self.redo_button, self._acts.redo),
            (self.table_button, self._acts.table),
            (self.grid_button, self._acts.grid),
        ):
            keys = action.shortcut().toString()
            button.setToolTip(f"{action.text()} ({keys})")
            button.setAccessibleName(action.text())
        self.lists.retranslate()
        self.model.retranslate()
        self.message.retranslate(self.tr("Close"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The message line floats at the list's foot."""
        super().resizeEvent(event)
        self.place_message()

    def place_message(self) -> None:
        """Put the message line over the list's foot, as wide as its words want."""
        room = self.rect().adjusted(32, 0, -24, -16)
        width = min(room.width(), 720)
        self.message.setFixedWidth(width)
        self.message.adjustSize()
        left = room.left() + (room.width() - width) // 2
        self.message.move(left, room.bottom() - self.message.height())
        self.message.raise_()

    def _words_for(self, column: Column) -> Sequence[str]:
        return {
            Column.CATEGORY: self._choices.categories,
            Column.BRAND: self._choices.brands,
            Column.LOCATION: self._choices.locations,
        }.get(column, ())

    def _build(self) -> None:
        self.new_button.follow(self._acts.new)
        self.duplicates_button.follow_without_words(self._acts.duplicates)
        self.duplicates_button.setFixedWidth(44)
        self.clear_button.follow(self._acts.clear)
        self.export_button.clicked.connect(self._acts.export.trigger)
        for button, action in ((self.undo_button, self._acts.undo), (self.redo_button, self._acts.redo)):
            button.clicked.connect(action.trigger)
            button.setFixedWidth(44)
            action.changed.connect(lambda b=button, a=action: b.setEnabled(a.isEnabled()))
            action.changed.connect(self.retranslate)
            button.setEnabled(action.isEnabled())
        views = QButtonGroup(self)
        for button, action in ((self.table_button, self._acts.table), (self.grid_button, self._acts.grid)):
            button.setProperty("kind", "choice")
            button.setCheckable(True)
            button.setFixedWidth(44)
            button.clicked.connect(action.trigger)
            views.addButton(button)
        self.meant_button.clicked.connect(lambda: self.filters.field.setText(self._meant))
        self.meant_button.hide()
        self.import_button.hide()
        self.clear_button.hide()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addSpacing(8)
        head.addWidget(self._counted, 1, Qt.AlignmentFlag.AlignBottom)
        for widget in (self.undo_button, self.redo_button, self.duplicates_button):
            head.addWidget(widget)
        for widget in (self.table_button, self.grid_button):
            head.addWidget(widget)
        head.addSpacing(8)
        for widget in (self.import_button, self.export_button, self.new_button):
            head.addWidget(widget)
        self._stack.addWidget(self.lists)
        self._stack.addWidget(self._nothing)
        nothing = QVBoxLayout(self._nothing)
        nothing.addStretch(1)
        for label in (self._nothing_title, self._nothing_words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            nothing.addWidget(label)
        nothing.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignCenter)
        nothing.addStretch(2)
        self.panel.addWidget(self.detail)
        self.panel.addWidget(self.bulk)
        self.panel.setMinimumWidth(PANEL_LEAST)
        self.panel.hide()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(16)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.setSizes([10_000, _PANEL])
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self.meant_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._splitter, 1)
