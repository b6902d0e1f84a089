"""A shop of four products that a till sells too, and a way to hand it a till's file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.quantities.quantity import whole
from core.sales.importing import import_sales
from core.sales.report import SalesReport
from core.shop.opening import open_shop
from core.shop.shop import Shop

LATER = "2099-01-05"
"""A day after every count of the tests' stock: what is sold on it leaves the stock."""

Sell = Callable[..., SalesReport]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path / "shop", create=True, device="cpu") as opened:
        for sku, title, barcode in (
            ("T-1", "Green tea", "4006381333931"),
            ("T-2", "Black tea", ""),
            ("CUP", "Tea cup", ""),
            ("JAM", "Plum jam", ""),
        ):
            upsert_product(
                opened.catalog,
                ProductDraft(sku, title=title, barcode=barcode, stock=whole(10), category=title.split()[1]),
                who="import",
            )
        yield opened


@pytest.fixture
def products(shop: Shop) -> dict[str, int]:
    """Keys by SKU."""
    return dict(shop.catalog.db.execute("SELECT sku, id FROM products").fetchall())


@pytest.fixture
def sell(shop: Shop) -> Sell:
    """Imports a table of receipts that is written here; further arguments are import_sales' own."""

    def run(text: str, name: str = "sales.csv", **said: object) -> SalesReport:
        file = shop.folder.parent / name
        file.write_text(text, encoding="utf-8")
        return import_sales(shop, file, who="Kim", **said)  # type: ignore[arg-type]

    return run


def stocks(shop: Shop) -> dict[str, int]:
    """Pieces in stock by SKU."""
    return dict(shop.catalog.db.execute("SELECT sku, stock_milli / 1000 FROM products").fetchall())
