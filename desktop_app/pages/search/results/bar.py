"""Above the products found: what narrows them down, how they are sorted, and how they stand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from core.settings import ResultOrder, ResultShape
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.results.facet_model import FacetModel
from desktop_app.widgets.chip import Chip
from desktop_app.widgets.fields.facet_popup import FacetPopup
from desktop_app.widgets.fields.range_popup import RangePopup
from desktop_app.widgets.flow_layout import FlowLayout
from desktop_app.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from core.catalog.lists.facets import FilterChoices
    from core.catalog.lists.filters import Filter

_ORDERS: tuple[ResultOrder, ...] = ("likeness", "price", "stock", "title")


class AnswerBar(Translated, QWidget):
    """Says what the user wants; whoever shows the products does it."""

    filter_changed = Signal(object)
    """Filter, or None for none."""
    order_changed = Signal(str)
    shape_changed = Signal(str)

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter: Filter | None = None
        self._choices: FilterChoices | None = None
        self._can_filter = False
        self.in_stock = QPushButton(self)
        self.in_stock.clicked.connect(self._on_in_stock)
        self.price = QPushButton(self)
        self.category, self.brand, self.tag = QPushButton(self), QPushButton(self), QPushButton(self)
        self._filters = (self.in_stock, self.category, self.price, self.brand, self.tag)
        self.categories, self.brands, self.tags = FacetModel(self), FacetModel(self), FacetModel(self)
        self.popups = tuple(FacetPopup(model, self) for model in (self.categories, self.brands, self.tags))
        for button, popup in zip((self.category, self.brand, self.tag), self.popups, strict=True):
            button.clicked.connect(lambda _checked=False, b=button, p=popup: self._open(b, p))
        for model in (self.categories, self.brands, self.tags):
            model.changed.connect(self._on_ticked)
        self.prices = RangePopup(self)
        self.prices.changed.connect(self._on_prices)
        self.price.clicked.connect(lambda: self._open(self.price, self.prices))
        self.order_button = IconButton(themes, "sort", "quiet", self)
        self.order_button.clicked.connect(self._open_orders)
        self._order_menu = QMenu(self)
        group = QActionGroup(self)
        self.orders = tuple(QAction(group, checkable=True) for _order in _ORDERS)
        for order, action in zip(_ORDERS, self.orders, strict=True):
            action.triggered.connect(lambda _checked, order=order: self.order_changed.emit(order))
        self._order_menu.addActions(self.orders)
        self.shape_button = IconButton(themes, "grid", "quiet", self)
        self.shape_button.clicked.connect(self._on_shape)
        self.menu_button = IconButton(themes, "more", "quiet", self)
        self._shape: ResultShape = "list"
        self.narrowed = Chip(themes, "filter")
        self.clear_button = QPushButton(self)
        self.clear_button.setProperty("kind", "quiet")
        self.clear_button.clicked.connect(self.clear)
        for button in self._filters:
            button.setCheckable(True)
            button.setProperty("kind", "choice")
            button.setAutoDefault(False)
        self._build()
        self.retranslate()

    def show_shape(self, shape: ResultShape) -> None:
        """Offer the other shape than this one."""
        self._shape = shape
        self.shape_button.set_icon_name("grid" if shape == "list" else "list")
        self.retranslate()

    def show_choice(self, is_choice: bool) -> None:
        """Candidates stand as tiles, whatever shape answers have else."""
        self.shape_button.setVisible(not is_choice)

    def show_order(self, order: ResultOrder) -> None:
        """Say how the products are sorted."""
        self.orders[_ORDERS.index(order)].setChecked(True)

    def show_choices(self, choices: FilterChoices, filter_: Filter | None) -> None:
        """Offer what the filter can be set to."""
        self._can_filter = True
        self._choices, self._filter = choices, filter_
        chosen = (filter_.categories, filter_.brands, filter_.tags) if filter_ is not None else ((), (), ())
        facets = (choices.categories, choices.brands, choices.tags)
        for model, values, ticked in zip(
            (self.categories, self.brands, self.tags), facets, chosen, strict=True
        ):
            model.show_values([(facet.value, facet.products) for facet in values], ticked)
        self.prices.show_range(*_range(filter_))
        self.retranslate()

    def clear(self) -> None:
        """No filter any more."""
        self._tell(None)

    def open_filters(self) -> None:
        """Go to the filters with the keyboard."""
        self.in_stock.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        row = FlowLayout(spacing=4)
        for widget in (*self._filters, self.order_button, self.shape_button, self.menu_button):
            row.addWidget(widget)
        self._second = QWidget(self)
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(8)
        second.addWidget(self.narrowed)
        second.addWidget(self.clear_button)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._second)

    def _open(self, button: QPushButton, popup: FacetPopup | RangePopup) -> None:
        self._paint_checked()  # a click has toggled it; it shows whether its filter is set
        popup.open_below(button)

    def _on_in_stock(self, checked: bool) -> None:
        self._tell(replace(self._current(), in_stock=True if checked else None))

    def _on_ticked(self) -> None:
        self._tell(
            replace(
                self._current(),
                categories=self.categories.chosen,
                brands=self.brands.chosen,
                tags=self.tags.chosen,
            )
        )

    def _on_prices(self, least: Decimal | None, greatest: Decimal | None) -> None:
        from core.catalog.lists.filters import Bound

        bounds = []
        if least is not None:
            bounds.append(Bound(">=", least))
        if greatest is not None:
            bounds.append(Bound("<=", greatest))
        self._tell(replace(self._current(), prices=tuple(bounds)))

    def _open_orders(self) -> None:
        self._order_menu.popup(self.order_button.mapToGlobal(self.order_button.rect().bottomLeft()))

    def _on_shape(self) -> None:
        self.shape_changed.emit("grid" if self._shape == "list" else "list")

    def _current(self) -> Filter:
        from core.catalog.lists.filters import Filter

        return self._filter or Filter()

    def _tell(self, filter_: Filter | None) -> None:
        self._filter = filter_
        self.retranslate()
        self.filter_changed.emit(filter_)

    def _paint_checked(self) -> None:
        filter_ = self._filter
        self.in_stock.setChecked(filter_ is not None and filter_.in_stock is True)
        self.category.setChecked(bool(self.categories.chosen))
        self.brand.setChecked(bool(self.brands.chosen))
        self.tag.setChecked(bool(self.tags.chosen))
        self.price.setChecked(filter_ is not None and bool(filter_.prices))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        choices = self._choices
        number = QLocale().toString
        self.in_stock.setText(self.tr("In stock"))
        if choices is not None:
            words = self.tr("{count} in stock").format(count=number(choices.in_stock - choices.not_counted))
            if choices.not_counted:
                kept = self.tr("{count} not counted, which may be there").format(
                    count=number(choices.not_counted)
                )
                words = f"{words} · {kept}"
            self.in_stock.setToolTip(words)
        self.category.setText(_with_choice(self.tr("Category"), self.categories.chosen))
        self.brand.setText(_with_choice(self.tr("Brand"), self.brands.chosen))
        self.tag.setText(_with_choice(self.tr("Tag"), self.tags.chosen))
        self.price.setText(self._price_text())
        for button, model in ((self.brand, self.brands), (self.tag, self.tags)):
            button.setVisible(self._can_filter and model.rowCount() > 0)
        for button in (self.in_stock, self.category, self.price):
            button.setVisible(self._can_filter)
        if choices is not None:
            self.price.setVisible(choices.highest_price > 0)
            self.category.setVisible(self.categories.rowCount() > 0)
        self._paint_checked()
        names = (lambda: self.tr("Category"), lambda: self.tr("Brand"), lambda: self.tr("Tag"))
        for popup, name in zip(self.popups, names, strict=True):
            popup.retranslate(name, self.tr("Type to find"))
        highest = QLocale().toString(choices.highest_price, "f", 2) if choices is not None else ""
        self.prices.retranslate(self.tr("From"), self.tr("To"), self.tr("Any price"), highest)
        for row, text in enumerate(
            (
                self.tr("Most alike first"),
                self.tr("Cheapest first"),
                self.tr("Most in stock"),
                self.tr("By title"),
            )
        ):
            self.orders[row].setText(text)
        self.order_button.setAccessibleName(self.tr("Sorted by"))
        self.order_button.setToolTip(self.tr("Sorted by"))
        shape = self.tr("Show as a grid (G)") if self._shape == "list" else self.tr("Show as a list (G)")
        self.shape_button.setAccessibleName(shape)
        self.shape_button.setToolTip(shape)
        self.menu_button.setAccessibleName(self.tr("More actions"))
        self.menu_button.setToolTip(self.tr("More actions"))
        self._second.setVisible(self._filter is not None and not self._filter.is_default)
        if choices is not None:
            self.narrowed.show_text(
                self.tr("Filtered: {matching} of {products} products").format(
                    matching=number(choices.matching), products=number(choices.products)
                ),
                "doubt",
            )
        self.clear_button.setText(self.tr("Clear filters"))

    def _price_text(self) -> str:
        least, greatest = _range(self._filter)
        if least is not None and greatest is not None:
            return f"{least}–{greatest}"
        if least is not None:
            return f"≥ {least}"
        return self.tr("Price") if greatest is None else f"≤ {greatest}"


def _with_choice(name: str, chosen: tuple[str, ...]) -> str:
    """The filter's name, or what it is set to."""
    if not chosen:
        return name
    return chosen[0] if len(chosen) == 1 else f"{name}: {len(chosen)}"


def _range(filter_: Filter | None) -> tuple[Decimal | None, Decimal | None]:
    prices = filter_.prices if filter_ is not None else ()
    least = next((bound.value for bound in prices if bound.comparison == ">="), None)
    return least, next((bound.value for bound in prices if bound.comparison == "<="), None)
