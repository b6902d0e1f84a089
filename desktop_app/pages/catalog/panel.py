"""What stands at the list's right: one product, many, or none; and what may be done with them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from desktop_app.engine.jobs import Job
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.catalog.actions import CatalogActions
from desktop_app.pages.catalog.browse_view import BrowseView
from desktop_app.pages.catalog.facts import ProductFile, product_file
from desktop_app.pages.catalog.lists.product_columns import Column


class CatalogPanel(QObject):
    """Follows the selection in ``browse``."""

    def __init__(
        self,
        browse: BrowseView,
        acts: CatalogActions,
        jobs: ShopJobs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._browse = browse
        self._acts = acts
        self._jobs = jobs
        self._job: Job | None = None
        browse.lists.selecting.connect(self.allow)
        browse.lists.selection_changed.connect(self._on_selection)
        browse.lists.opened.connect(lambda _id: self._focus_title())
        browse.lists.menu_wanted.connect(self._show_menu)
        browse.detail.closed.connect(self.close)

    def load(self, product_id: int | None = None) -> None:
        """Show a product, or the one that is there as it is now."""
        detail, lists = self._browse.detail, self._browse.lists
        wanted = detail.product_id if product_id is None else product_id
        if wanted < 0:
            return
        if self._job is not None:
            self._job.cancel()

        def show(file: ProductFile) -> None:
            self._job = None
            detail.show_file(file)
            if len(lists.selected_rows()) == 1:
                self._browse.show_panel(detail)

        self._job = self._jobs.run(
            lambda shop, _report: product_file(shop, wanted),
            success=show,
            failure=lambda _failure: self.close(),
        )

    def close(self) -> None:
        """Select nothing."""
        self._browse.lists.view.clearSelection()
        self._browse.lists.view.setFocus()

    def allow(self) -> None:
        """Which actions make sense for what is selected."""
        selected, archived = len(self._browse.lists.selected_rows()), self._browse.filters.query.archived
        some = selected > 0
        self._acts.archive.setEnabled(some and not archived)
        self._acts.restore.setEnabled(some and archived)
        self._acts.delete.setEnabled(some and archived)
        self._acts.edit.setEnabled(some)
        self._acts.history.setEnabled(selected == 1)
        self._acts.labels.setEnabled(some)
        self._acts.advertise.setEnabled(some)
        self._acts.cut_out.setEnabled(some)

    def _on_selection(self) -> None:
        detail, bulk = self._browse.detail, self._browse.bulk
        detail.finish()
        ids = self._browse.lists.selected_ids()
        if len(ids) > 1:
            detail.forget()
            bulk.show_products(ids)
            self._browse.show_panel(bulk)
        elif len(ids) == 1:
            self.load(int(ids[0]))
        else:
            detail.forget()
            self._browse.show_panel(None)

    def _focus_title(self) -> None:
        if self._browse.detail.isVisible():
            line = self._browse.detail.form.lines[Column.TITLE].line
            line.setFocus()
            line.selectAll()

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self._browse)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        archived = self._browse.filters.query.archived
        table = self._browse.lists.table
        if self._browse.lists.view is table:
            menu.addAction(self._acts.edit)
        menu.addAction(self._acts.history)
        menu.addAction(self._acts.labels)
        menu.addAction(self._acts.advertise)
        menu.addAction(self._acts.cut_out)
        menu.addAction(self._acts.restore if archived else self._acts.archive)
        if archived:
            menu.addAction(self._acts.delete)
        if self._browse.lists.view is table:
            menu.addSeparator()
            columns = menu.addMenu(self.tr("Columns"))
            columns.addActions([self._acts.column_left, self._acts.column_right])
            columns.addSeparator()
            table.header.fill_menu(columns)
        menu.popup(place)
