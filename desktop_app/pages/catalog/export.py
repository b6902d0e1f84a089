"""What the catalog page writes to files: its products, the whole shop, the history of a product's stock."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from core.care.archive import write_archive
from core.catalog.products.products import Product, counts
from core.catalog.tables.export import export_table
from core.catalog.tables.history_export import export_history
from core.progress import ReportProgress
from core.shop.shop import Shop
from desktop_app.engine.jobs import Lane
from desktop_app.pages.shop_work import ShopWork
from desktop_app.widgets.message_bar import MessageBar


class CatalogExport(QObject):
    """Only reads, so that the clerk can go on working."""

    def __init__(self, work: ShopWork, bar: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._bar = bar

    def products(self, target: Path) -> None:
        """Write the catalog to a table, or the whole shop to a .zip."""

        def success(count: int) -> None:
            self._say(lambda: self.tr("%n product(s) written to {file}", "", count), target)

        self._work.run(
            lambda shop, report: export_shop(shop, target, report),
            success,
            stage=lambda: self.tr("Exporting products"),
            lane=Lane.READING,
        )

    def history(self, product: Product, target: Path) -> None:
        """Write the stock movements of a product to a table."""

        def success(count: int) -> None:
            self._say(lambda: self.tr("%n movement(s) written to {file}", "", count), target)

        self._work.run(
            lambda shop, _report: export_history(shop.catalog, product, target), success, lane=Lane.READING
        )

    def _say(self, words: Callable[[], str], target: Path) -> None:
        self._bar.say(lambda: (words().format(file=target.name), ""))


def export_shop(shop: Shop, target: Path, progress: ReportProgress) -> int:
    """Write all products to a table, or the whole shop to a .zip; returns how many products.

    Raises:
        KnownError: an unknown ending, or a full disk.
        Cancelled: ``progress`` asked to stop; there is no new file then.
    """
    if target.suffix.casefold() == ".zip":
        write_archive(shop.catalog, shop.folder, target, progress)
        amount = counts(shop.catalog)
        return amount.products + amount.archived
    return export_table(shop.catalog, target, lambda sha256: str(shop.files.path(sha256)), progress=progress)
