"""Which products are listed: what filters and columns ask for, and where the one that is wanted is found."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.engine.jobs import Job
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.catalog.browse_view import BrowseView
from desktop_app.pages.catalog.list_query import ListQuery, listing_of
from desktop_app.pages.catalog.lists.listed_product import Listing
from desktop_app.pages.catalog.lists.product_columns import SORTS, Column


class CatalogListing(QObject):
    """Shows in ``browse`` what its filters ask for; the newest question replaces the one before."""

    listed = Signal()
    """Another list is shown."""

    def __init__(self, browse: BrowseView, jobs: ShopJobs, parent: QObject) -> None:
        super().__init__(parent)
        self._browse = browse
        self._jobs = jobs
        self._wanted: int | None = None
        self._shown: ListQuery | None = None
        self.job: Job | None = None
        """The question that is not answered yet."""
        self.is_open = False
        """Whether there is a shop to ask."""
        browse.model.sort_wanted.connect(self._on_sort)

    def want(self, product_id: int) -> None:
        """Select this product in the next list, whatever that shows."""
        self._wanted = product_id

    def ask(self) -> None:
        """Ask for the list anew."""
        if not self.is_open:
            return
        if self.job is not None:
            self.job.cancel()
        query = self._browse.filters.query
        self.job = self._jobs.run(
            lambda shop, _report: listing_of(shop.catalog, query),
            success=lambda listing: self._on_listing(query, listing),
        )

    def _on_listing(self, query: ListQuery, listing: Listing) -> None:
        self.job = None
        wanted, self._wanted = self._wanted, None
        lists = self._browse.lists
        lists.show_listing(listing, is_same=query == self._shown)
        self._shown = query
        self._browse.show_count(len(listing.ids), query, listing.meant)
        self._show_order(query)
        self.listed.emit()
        if wanted is not None and not lists.select_product(wanted):
            self._reveal_among_others(wanted, query)

    def _reveal_among_others(self, product_id: int, query: ListQuery) -> None:
        """What is filtered out is looked for among all products, then among the archived ones."""
        everything = ListQuery(sort=query.sort, descending=query.descending)
        if query != everything and not (query.archived and not replace(query, archived=False).is_filtered):
            self._wanted = product_id
            self._browse.filters.show_query(everything)
        elif not query.archived:
            self._wanted = product_id
            self._browse.filters.show_query(replace(everything, archived=True))

    def _show_order(self, query: ListQuery) -> None:
        sort = query.sort or ("" if query.text else "title")
        column = next((column for column, name in SORTS.items() if name == sort), None)
        order = Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
        self._browse.lists.show_order(column, order)

    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        if 0 <= column < len(Column):
            descending = order == Qt.SortOrder.DescendingOrder
            self._browse.filters.set_order(SORTS[Column(column)], descending=descending)
