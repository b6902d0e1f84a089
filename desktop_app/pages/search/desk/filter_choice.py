"""What narrows down this search and the next, and how many products each further choice would leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.progress import ReportProgress
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs

if TYPE_CHECKING:
    from core.catalog.lists.facets import FilterChoices
    from core.catalog.lists.filters import Filter
    from core.shop.shop import Shop


class FilterChoice(QObject):
    """Without ``shop_jobs`` (an engine that is no shop) nothing is counted."""

    changed = Signal()
    """Another filter holds."""
    counted = Signal(object)
    """FilterChoices under the filter of now."""

    def __init__(self, shop_jobs: ShopJobs | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now: Filter | None = None
        self._counting = Question(shop_jobs) if shop_jobs is not None else None

    def set(self, filter_: Filter | None) -> None:
        """Show only what fulfils it from now on; None shows everything."""
        if filter_ is not None and filter_.is_default:
            filter_ = None
        if filter_ != self.now:
            self.now = filter_
            self.count()
            self.changed.emit()

    def count(self) -> None:
        """Count the choices anew; they come by :attr:`counted`."""
        if self._counting is None:
            return
        filter_ = self.now

        def choices(shop: Shop, _report: ReportProgress) -> FilterChoices:
            from core.catalog.lists.facets import filter_choices
            from core.catalog.lists.filters import Filter

            return filter_choices(shop.catalog, filter_ or Filter())

        self._counting.ask(choices, self.counted.emit)
