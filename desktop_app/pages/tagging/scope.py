"""Which products are gone through: a category or all, those without any tag or without a certain one."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from core.catalog.lists.listing import SortBy, facets
from core.catalog.tags.tags import tag_counts
from core.shop.shop import Shop
from desktop_app.pages.shop_page import PageServices
from desktop_app.widgets.fields.wheel import ChoiceBox


class TaggingScopeBar(QWidget):
    """Two lists to choose from."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.categories = ChoiceBox(self)
        self.without = ChoiceBox(self)
        for box in (self.categories, self.without):
            box.addItem("", "")
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(240)
            box.activated.connect(lambda _place: self.chosen.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.categories)
        row.addWidget(self.without)
        self.retranslate()

    @property
    def choice(self) -> tuple[str, str]:
        """The category and the tag that is lacking; empty for any."""
        return str(self.categories.currentData()), str(self.without.currentData())

    def has_focus(self) -> bool:
        """Whether somebody is choosing."""
        return self.categories.hasFocus() or self.without.hasFocus()

    def show_choices(self, services: PageServices, then: Callable[[], None] = lambda: None) -> None:
        """Read the shop's categories and tags; what is chosen and still there stays chosen."""

        def read(shop: Shop, _report: object) -> tuple[list[str], list[str]]:
            categories = [facet.value for facet in facets(shop.catalog, SortBy.CATEGORY)]
            return categories, [count.tag for count in tag_counts(shop.catalog)]

        def show(choices: tuple[list[str], list[str]]) -> None:
            self._fill(choices)
            then()

        services.shop_jobs.run(read, success=show)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.categories.setAccessibleName(self.tr("Category"))
        self.categories.setItemText(0, self.tr("All categories"))
        self.without.setAccessibleName(self.tr("Which products"))
        self.without.setItemText(0, self.tr("Without any tag"))
        for place in range(1, self.without.count()):
            tag = str(self.without.itemData(place))
            self.without.setItemText(place, self.tr("Without “{tag}”").format(tag=tag))

    def _fill(self, read: tuple[list[str], list[str]]) -> None:
        for box, values in zip((self.categories, self.without), read, strict=True):
            kept = box.currentData()
            while box.count() > 1:
                box.removeItem(1)
            for value in values:
                box.addItem(value, value)
            box.setCurrentIndex(max(0, box.findData(kept)))
        self.retranslate()
