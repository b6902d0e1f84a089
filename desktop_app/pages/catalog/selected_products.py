"""What is done with the selected products: shelved and deleted, history, labels, posters, cut-outs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from core.catalog.edits.deletion import what_would_go
from desktop_app.pages.catalog.actions import CatalogActions
from desktop_app.pages.catalog.edit_words import named
from desktop_app.pages.catalog.editor import CatalogEditor
from desktop_app.pages.catalog.export import CatalogExport
from desktop_app.pages.catalog.history.dialog import ProductHistory, StockHistoryDialog, product_history
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.lists.product_lists import ProductLists
from desktop_app.pages.shop_page import PageServices
from desktop_app.pages.shop_work import ShopWork
from desktop_app.widgets.question import ask

if TYPE_CHECKING:
    from core.catalog.edits.deletion import Deletion


class SelectedProducts(QObject):
    """Fulfils the actions that are about them; questions and dialogs stand before the page's window."""

    def __init__(
        self,
        page: QWidget,
        acts: CatalogActions,
        lists: ProductLists,
        services: PageServices,
        work: ShopWork,
        editor: CatalogEditor,
        export: CatalogExport,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._lists = lists
        self._services = services
        self._work = work
        self._editor = editor
        self._export = export
        acts.archive.triggered.connect(lambda: self._set_archived(True))
        acts.restore.triggered.connect(lambda: self._set_archived(False))
        acts.delete.triggered.connect(self._look_what_would_go)
        acts.history.triggered.connect(self._read_history)
        acts.labels.triggered.connect(lambda: self._show_labels(lists.selected_ids().tolist()))
        services.news.labels_wanted.connect(self._show_labels)
        acts.advertise.triggered.connect(lambda: self._show_advertising(lists.selected_ids().tolist()))
        acts.cut_out.triggered.connect(lambda: self._show_cut_outs(lists.selected_ids().tolist()))
        acts.edit.triggered.connect(lambda: lists.edit(Column.TITLE))

    def _set_archived(self, archived: bool) -> None:
        ids = self._lists.selected_ids()
        if len(ids):
            self._editor.set_archived(ids, archived)

    def _look_what_would_go(self) -> None:
        ids: list[int] = self._lists.selected_ids().tolist()
        if ids:
            self._services.shop_jobs.run(
                lambda shop, _report: what_would_go(shop.catalog, ids),
                success=lambda deletion: self._ask_to_delete(ids, deletion),
                failure=self._work.refuse,
            )

    def _ask_to_delete(self, ids: Sequence[int], deletion: Deletion) -> None:
        words = [
            self.tr("Delete {products} for good?").format(products=named(deletion.title, deletion.products)),
            self.tr("%n photo(s)", "", deletion.photos)
            + self.tr(" and %n stock movement(s) go with it, and every count.", "", deletion.movements),
            self.tr(
                "This cannot be undone. What lessons learned stays learned, and older backups hold what they "
                "held."
            ),
        ]
        ask(
            self._page.window(),
            "\n\n".join(words),
            self.tr("Delete for good"),
            lambda: self._editor.delete(ids),
            QMessageBox.ButtonRole.DestructiveRole,
        )

    def _read_history(self) -> None:
        ids: list[int] = self._lists.selected_ids().tolist()
        if len(ids) == 1:
            self._services.shop_jobs.run(
                lambda shop, _report: product_history(shop, ids[0]),
                success=self._show_history,
                failure=self._work.refuse,
            )

    def _show_history(self, history: ProductHistory) -> None:
        StockHistoryDialog(
            self._services.themes,
            history,
            lambda target: self._export.history(history.product, target),
            self._page.window(),
        ).open()

    def _show_labels(self, product_ids: Sequence[int]) -> None:
        from desktop_app.pages.catalog.labels.dialog import LabelsDialog  # brings the printers' library

        self._open(LabelsDialog(self._services, product_ids, self._page))

    def _show_advertising(self, product_ids: Sequence[int]) -> None:
        from desktop_app.pages.catalog.advertising.dialog import AdvertisingDialog  # brings what cuts out

        self._open(AdvertisingDialog(self._services, product_ids, self._page))

    def _show_cut_outs(self, product_ids: Sequence[int]) -> None:
        from desktop_app.pages.catalog.cut_out.dialog import CutOutDialog  # brings what cuts out

        self._open(CutOutDialog(self._services, product_ids, self._page))

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
