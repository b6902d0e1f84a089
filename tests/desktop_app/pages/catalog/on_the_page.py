"""What stands on the catalog page and in its shop, for its tests."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.catalog.products.products import Product, product_by_sku
from core.quantities.quantity import whole
from core.shop.shop import Shop
from desktop_app.pages.catalog.lists.product_cell_delegate import CellEditor
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.page import CatalogPage


def shop_of(page: CatalogPage) -> Shop:
    return page._services.engine.shop


def product(page: CatalogPage, sku: str) -> Product:
    found = product_by_sku(shop_of(page).catalog, sku)
    assert found is not None
    return found


def has_stock(page: CatalogPage, pieces: int) -> bool:
    return product(page, "R-1").stock == whole(pieces)


def has_barcode(page: CatalogPage, sku: str, barcode: str) -> bool:
    return product(page, sku).barcode == barcode


def says(page: CatalogPage, words: str) -> bool:
    return words in page.message.label.text()


def titles(page: CatalogPage) -> list[str]:
    return [page.model.text_at(row, Column.TITLE) for row in range(page.model.rowCount())]


def select(page: CatalogPage, qtbot: QtBot, *skus: str) -> None:
    ids = [product(page, sku).id for sku in skus]
    page.lists.select_product(ids[0])
    if len(ids) == 1:
        qtbot.waitUntil(lambda: page.detail.isVisible() and page.detail.product_id == ids[0])
        return
    page.lists.table.selectAll()
    qtbot.waitUntil(page.bulk.isVisible)


def type_into_cell(page: CatalogPage, qtbot: QtBot, column: Column, text: str) -> CellEditor:
    page.lists.edit(column)
    editor = page.lists.table.findChild(CellEditor)
    assert isinstance(editor, CellEditor)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    return editor
