"""What is to be ordered: a list that grows by clicks, and goes to a supplier as a table."""

from pathlib import Path

from core.catalog.log.search_log import log_search
from core.insight.order_list import export_order_list, order, order_asked, order_list, take_off
from core.shop.shop import Shop
from tests.core.insight.conftest import add_product


def test_a_product_stands_on_it_once_and_what_the_shop_lacks_by_its_name(shop: Shop, tmp_path: Path) -> None:
    mug = add_product(shop, "MUG", title="=Mug")
    search = log_search(shop.catalog, origin="file", verdict="unknown")
    order(shop, mug, 3, who="Kim")
    order(shop, mug, 5, who="Kim")
    order_asked(shop, search, "Something like a lamp", who="Kim")
    lines = order_list(shop.catalog)
    assert [(one.sku, one.title, one.thousandths) for one in lines] == [
        ("MUG", "=Mug", 5000),
        ("", "Something like a lamp", 1000),
    ]
    file = tmp_path / "order.csv"
    assert export_order_list(shop.catalog, file, ("SKU", "Product", "Order")) == 2
    assert file.read_text("utf-8-sig").splitlines() == [
        "SKU,Product,Order",
        "MUG,'=Mug,5",
        ",Something like a lamp,1",
    ]
    take_off(shop, [lines[0].id])
    assert [one.product_id for one in order_list(shop.catalog)] == [None]
