"""What is done about unmet demand and stock that runs out: a product, an order line, "we don't sell that"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.messages import Sentence, message
from desktop_app.engine.engine import PictureSource, QueryPicture
from desktop_app.engine.jobs import Lane
from desktop_app.look.language import core_text, in_words
from desktop_app.pages.insight.row_deeds import Deed
from desktop_app.pages.shop_page import NewProductWish, PageServices
from desktop_app.program.user_name import user_name
from desktop_app.widgets.file_dialog import FileDialog

if TYPE_CHECKING:
    from core.insight.table import Table
    from core.progress import ReportProgress
    from core.shop.shop import Shop
    from desktop_app.pages.insight.told import Told

Write = Callable[["Shop"], None]


class Deeds(QObject):
    """Writes them into the shop, off the window's thread."""

    done = Signal()
    """The shop was written to: figures have changed."""
    said = Signal(object)
    """Callable[[], str]: words for the line below the title."""

    def __init__(self, services: PageServices, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._asked: tuple[int, ...] = ()

    def do(self, deed: Deed, told: Told, table: Table, row: int) -> None:
        """What is wanted about a row of a list."""
        keys = table.keys[row] if 0 <= row < len(table.keys) else ()
        if deed is Deed.EXPORT:
            self._export()
        elif row < 0:
            return
        elif deed is Deed.MAKE:
            self._make(keys, told.picture(table, row))
        elif deed is Deed.ORDER and table.name == "asked-for":
            self._write(_order_asked(keys, self._like(told, table.products[row])))
        elif deed is Deed.ORDER:
            self._write(_order(table.products[row], told))
        elif deed is Deed.TAKE_OFF:
            self._write(_take_off(keys))
        else:
            self._write(_decide(keys, is_refused=deed is Deed.REFUSE))

    def made(self) -> None:
        """The product that was wished for last is there."""
        asked, self._asked = self._asked, ()
        if asked:
            self._write(_made(asked))

    def _make(self, searches: tuple[int, ...], picture: str) -> None:
        self._asked = searches
        source = PictureSource(self.tr("What was asked for"), path=Path(picture))
        pictures = (QueryPicture(source),) if picture else ()
        self._services.news.wanted.emit("catalog", NewProductWish(pictures, back_to="insight"))

    def _like(self, told: Told, nearest: int | None) -> str:
        named = told.names.get(nearest) if nearest is not None else None
        if named is None:
            return self.tr("Asked for, and not in the shop")
        return self.tr("Something like “{title}”").format(title=named.title)

    def _export(self) -> None:
        dialog = FileDialog(self._window, self.tr("Export the order list"), "exports")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Tables (*.csv *.xlsx *.tsv)")])
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self.tr("Order list") + ".csv")
        dialog.fileSelected.connect(lambda file: self.export(Path(file)))
        dialog.open()

    def export(self, file: Path) -> None:
        """Write the order list to a table."""
        headings = [core_text(text) for text in _HEADINGS]

        def export(shop: Shop, _report: ReportProgress) -> int:
            from core.insight.order_list import export_order_list

            return export_order_list(shop.catalog, file, headings, replace=True)

        def success(count: int) -> None:
            self.said.emit(lambda: self.tr("%n line(s) written to {file}", "", count).format(file=file.name))

        self._services.shop_jobs.run(export, success=success, failure=self._on_failed)

    def _write(self, write: Write) -> None:
        self._services.shop_jobs.run(
            lambda shop, _report: write(shop),
            success=lambda _nothing: self.done.emit(),
            failure=self._on_failed,
            lane=Lane.WRITING,
        )

    def _on_failed(self, failure: Sentence) -> None:
        self.said.emit(lambda: in_words(failure))


_HEADINGS = (message("core", "SKU"), message("core", "Product"), message("core", "Order"))


def _order(product: int | None, told: Told) -> Write:
    pieces = next((one.pieces for one in told.found.orders if one.product_id == product), 1)

    def write(shop: Shop) -> None:
        from core.insight.order_list import order

        if product is not None:
            order(shop, product, pieces, who=user_name())

    return write


def _order_asked(searches: tuple[int, ...], title: str) -> Write:
    def write(shop: Shop) -> None:
        from core.insight.order_list import order_asked

        order_asked(shop, searches[0], title, who=user_name())

    return write


def _take_off(lines: tuple[int, ...]) -> Write:
    def write(shop: Shop) -> None:
        from core.insight.order_list import take_off

        take_off(shop, lines)

    return write


def _decide(searches: tuple[int, ...], *, is_refused: bool) -> Write:
    def write(shop: Shop) -> None:
        from core.insight.decisions import Decision, decide, take_back

        if is_refused:
            decide(shop, searches, Decision.NOT_SOLD)
        else:
            take_back(shop, searches)

    return write


def _made(searches: tuple[int, ...]) -> Write:
    def write(shop: Shop) -> None:
        from core.insight.decisions import Decision, decide

        decide(shop, searches, Decision.MADE)

    return write
