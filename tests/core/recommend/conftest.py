"""A shop whose receipts have a structure: tea goes with cup, pen with ink, and a bag with nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.quantities.quantity import whole
from core.sales.importing import import_sales
from core.shop.opening import open_shop
from core.shop.shop import Shop

GOODS = (("TEA", "Tea"), ("CUP", "Cup"), ("JAM", "Jam"), ("BAG", "Bag"), ("PEN", "Pen"), ("INK", "Ink"))


def receipts() -> str:
    """120 receipts; half of the teas with a cup, every second receipt with a bag, pens with ink."""
    rows = ["receipt,date,sku,customer"]
    for number in range(120):
        goods = [("TEA", "CUP"), ("TEA",), ("PEN", "INK"), ("JAM",)][number % 4]
        bag = ("BAG",) if number // 4 % 2 else ()
        rows += [f"{number},2026-03-{1 + number % 28:02},{sku},C{number % 4}" for sku in (*goods, *bag)]
    return "\n".join(rows)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path / "shop", create=True, device="cpu") as opened:
        for sku, title in GOODS:
            upsert_product(
                opened.catalog,
                ProductDraft(sku, title=title, category="Drinks" if sku in ("TEA", "CUP", "JAM") else "Desk",
                             stock=whole(9)),
                who="",
            )  # fmt: skip
        yield opened


@pytest.fixture
def products(shop: Shop) -> dict[str, int]:
    """Keys by SKU."""
    return dict(shop.catalog.db.execute("SELECT sku, id FROM products").fetchall())


@pytest.fixture
def sold(shop: Shop) -> Shop:
    """The shop with its receipts."""
    file = shop.folder.parent / "sales.csv"
    file.write_text(receipts())
    import_sales(shop, file)
    return shop
