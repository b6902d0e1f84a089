"""The lazy model behind the catalog's table and grid."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.catalog.database.catalog import Catalog
from core.catalog.edits.product_change import ProductChange
from core.catalog.lists.browsing import browse
from core.errors import KnownError
from core.quantities.quantity import Quantity, whole
from core.quantities.units import Unit
from core.shop.opening import open_shop
from core.shop.shop import Shop
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.catalog.lists.listed_product import ListedProduct, listed_products, make_listing
from desktop_app.pages.catalog.lists.product_columns import (
    EDITABLE,
    Column,
    edit_text,
    read_entry,
    read_stock,
)
from desktop_app.pages.catalog.lists.product_model import BLOCK, ProductModel
from tests.desktop_app.pages.catalog.many_products import make_shop

PRODUCTS = 10 * BLOCK + 7


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    shop = tmp_path_factory.mktemp("many") / "shop"
    make_shop(shop, PRODUCTS)
    return shop


class Reader:
    """Reads rows of a real shop, and remembers how many at a time."""

    def __init__(self, engine: ShopEngine) -> None:
        self.engine = engine
        self.asked: list[int] = []

    @property
    def catalog(self) -> Catalog:
        return self.engine.shop.catalog

    def __call__(self, shop: Shop, ids: Sequence[int]) -> list[ListedProduct]:
        self.asked.append(len(ids))
        return listed_products(shop, ids)


@pytest.fixture
def reader(folder: Path) -> Iterator[Reader]:
    engine = ShopEngine(folder)
    engine._shop = open_shop(folder, write=False)  # no model is needed to read rows
    yield Reader(engine)
    engine.close()


@pytest.fixture
def model(qtbot: QtBot, reader: Reader) -> Iterator[ProductModel]:
    jobs = Jobs()
    made = ProductModel(reader, ShopJobs(jobs, reader.engine))
    made.show_listing(make_listing(browse(reader.catalog).ids))
    yield made
    assert jobs.close()


def read(model: ProductModel, qtbot: QtBot, row: int) -> ListedProduct:
    model.product_at(row)
    qtbot.waitUntil(lambda: model.product_at(row) is not None)
    listed = model.product_at(row)
    assert listed is not None
    return listed


def test_the_model_keeps_qts_contract_whatever_is_listed(
    model: ProductModel, reader: Reader, qtbot: QtBot
) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    read(model, qtbot, 0)
    for listing in (browse(reader.catalog, "ceramic").ids, np.empty(0, np.int64), browse(reader.catalog).ids):
        model.show_listing(make_listing(listing))
        assert model.rowCount() == len(listing)
    read(model, qtbot, 5)
    index = model.index(5, Column.TITLE)
    assert model.setData(index, "Another title")
    model.read_again()
    model.retranslate()
    assert tester.model() is model
    assert model.rowCount(index) == 0 and model.columnCount(index) == 0


def test_only_rows_that_are_looked_at_are_read(model: ProductModel, reader: Reader, qtbot: QtBot) -> None:
    assert model.rowCount() == PRODUCTS and reader.asked == []
    listed = read(model, qtbot, PRODUCTS - 1)
    assert reader.asked == [7]  # the last block is short
    assert listed.product.id == model.id_at(PRODUCTS - 1)
    read(model, qtbot, 0)
    assert reader.asked == [7, BLOCK]


def test_while_somebody_scrolls_fast_only_the_newest_rows_are_read(
    model: ProductModel, reader: Reader, qtbot: QtBot
) -> None:
    for row in range(0, PRODUCTS, BLOCK):
        model.product_at(row)
    qtbot.waitUntil(lambda: model.product_at(PRODUCTS - 1) is not None)
    assert reader.asked[0] == 2 * BLOCK + 7
    assert sum(reader.asked) < PRODUCTS


def test_rows_that_may_have_changed_stay_on_show_while_they_are_read_again(
    model: ProductModel, reader: Reader, qtbot: QtBot
) -> None:
    before = read(model, qtbot, 3)
    model.read_again()
    assert model.product_at(3) == before
    with qtbot.waitSignal(model.rows_read):
        pass
    assert reader.asked == [BLOCK, BLOCK]
    assert not model.show_listing(make_listing(browse(reader.catalog).ids))  # the same once more: no reset


def test_products_are_found_by_their_ids(model: ProductModel) -> None:
    ids = model.ids_at([0, 5, PRODUCTS - 1])
    assert model.rows_of(ids[::-1]).tolist() == [0, 5, PRODUCTS - 1]
    assert model.row_of(int(ids[1])) == 5
    assert model.row_of(10**9) == -1
    assert model.rows_of(np.array([10**9, int(ids[0])], np.int64)).tolist() == [0]
    assert model.id_at(-1) is None and model.id_at(PRODUCTS) is None


def test_what_is_typed_is_passed_on_and_shown_until_the_catalog_has_answered(
    model: ProductModel, qtbot: QtBot
) -> None:
    listed = read(model, qtbot, 0)
    index = model.index(0, Column.TITLE)
    with qtbot.waitSignal(model.edited) as edited:
        assert model.setData(index, "Typed")
    assert edited.args == [listed.product.id, int(Column.TITLE), "Typed"]
    assert index.data() == "Typed"
    model.read_again()
    qtbot.waitUntil(lambda: model.text_at(0, Column.TITLE) == listed.product.title)
    assert not model.setData(model.index(0, Column.SKU), "X-1")
    assert not model.setData(QModelIndex(), "x")


def test_cells_that_can_be_edited_say_so(model: ProductModel) -> None:
    for column in Column:
        editable = bool(model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable)
        assert editable == (column in EDITABLE)


def test_a_row_that_is_not_read_yet_is_empty_and_then_speaks(model: ProductModel, qtbot: QtBot) -> None:
    index = model.index(1, Column.TITLE)
    assert index.data() == "" and index.data(Qt.ItemDataRole.AccessibleTextRole) is None
    listed = read(model, qtbot, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith(listed.product.title)
    assert model.index(1, Column.PRICE).data(Qt.ItemDataRole.EditRole) == edit_text(
        listed.product, Column.PRICE
    )
    assert model.headerData(int(Column.STOCK), Qt.Orientation.Horizontal) == "Stock"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("12", ProductChange(stock=whole(12))),
        ("+5", ProductChange(stock_by=whole(5))),
        ("−2", ProductChange(stock_by=whole(-2))),
        (" 1 200 ", ProductChange(stock=whole(1200))),
        ("1.5", ProductChange(stock=Quantity(1500))),
        ("0.25 kg", ProductChange(stock=Quantity(250), unit=Unit.KILOGRAM)),
        ("", ProductChange(not_counted=True)),
    ],
)
def test_stock_is_a_count_or_more_or_fewer_with_its_unit(text: str, change: ProductChange) -> None:
    assert read_stock(text) == change


@pytest.mark.parametrize("text", ["x", "++1", "12345678901234", "-", "1.2345", "3 apples"])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(KnownError):
        read_stock(text)


def test_a_price_takes_the_shops_currency_unless_it_says_its_own() -> None:
    for text, minor, currency in (("12.5", 1250, "EUR"), ("$3 USD", 300, "USD"), ("", None, "EUR")):
        price = read_entry(Column.PRICE, text, "EUR").price
        assert price is not None and (price.minor, price.currency) == (minor, currency)
