"""A shop of four products, three of them with prices, and a count of it under way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.stocktake.stocktake import Stocktake, begin

DRAFTS = (
    ProductDraft(
        "A",
        title="Apple",
        category="Fruit",
        stock=whole(5),
        location="F1",
        price_minor=150,
        currency="EUR",
    ),
    ProductDraft(
        "B",
        title="Banana",
        category="Fruit",
        stock=whole(8),
        location="F2",
        barcode="4006381333931",
    ),
    ProductDraft(
        "M",
        title="Milk",
        category="Dairy",
        stock=whole(3),
        location="D1",
        price_minor=99,
        currency="EUR",
    ),
    ProductDraft(
        "T",
        title="Tea",
        category="Dry",
        stock=whole(0),
        location="T1",
        price_minor=20,
        currency="CNY",
    ),
)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path / "shop", create=True, device="cpu") as opened:
        for draft in DRAFTS:
            upsert_product(opened.catalog, draft, who="import")
        yield opened


@pytest.fixture
def products(shop: Shop) -> dict[str, int]:
    """Keys by SKU."""
    return dict(shop.catalog.db.execute("SELECT sku, id FROM products").fetchall())


@pytest.fixture
def stocktake(shop: Shop) -> Stocktake:
    return begin(shop, who="Ann")
