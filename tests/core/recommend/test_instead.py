"""What can stand in for a product: likeness first, and what receipts and prices say of it."""

from pathlib import Path

import pytest

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.ingest.table import import_table
from core.quantities.quantity import whole
from core.recommend.instead import Substitute, instead
from core.sales.importing import import_sales
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.conftest import draw


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four jams whose pictures are alike, one of them dear."""
    folder = tmp_path_factory.mktemp("instead")
    rows = ["sku,title,category,price,currency,stock,photo"]
    for number, (sku, price) in enumerate((("PLUM", 3), ("FIG", 3), ("PEAR", 3), ("GOLD", 48))):
        draw("ellipse", (200, 30, 30), shift=2 * number).save(folder / f"{sku}.png")
        rows.append(f"{sku},{sku} jam,Jams,{price},EUR,9,{sku}.png")
    (folder / "table.csv").write_text("\n".join(rows))
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        import_table(shop, folder / "table.csv")
    return folder / "shop"


def offered(shop: Shop) -> tuple[Substitute, ...]:
    (plum,) = shop.catalog.db.execute("SELECT id FROM products WHERE sku = 'PLUM'").fetchone()
    return instead(shop, plum)


def skus(shop: Shop) -> list[str]:
    return [one.result.sku for one in offered(shop)]


def whys(shop: Shop) -> list[str]:
    return [str(one.why) for one in offered(shop)]


def test_what_others_take_comes_first_and_the_dear_one_and_what_is_bought_with_it_last(made: Path) -> None:
    with open_shop(made, write=True, device="cpu") as shop:
        assert skus(shop)[-1] == "GOLD"
        upsert_product(shop.catalog, ProductDraft("BUN", title="Bun", stock=whole(1)), who="")
        rows = [f"{n},2026-03-05,PEAR" for n in range(30)]
        rows += [f"{n},2026-03-05,{sku}" for n in range(30, 50) for sku in ("PLUM", "FIG")]
        rows += [f"{n},2026-03-05,BUN" for n in range(50, 150)]
        file = made.parent / "sales.csv"
        file.write_text("\n".join(["receipt,date,sku", *rows]))
        import_sales(shop, file)
        assert skus(shop) == ["PEAR", "GOLD", "FIG"]  # the fig is bought with the plum, not instead of it
        assert whys(shop)[0] == "looks like it, of the same category, on 30 receipts"
