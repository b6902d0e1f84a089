"""The shop's currency, chosen at the start or later."""

from pathlib import Path

import pytest

from core.catalog.currencies.shop_currency import choose_currency, shop_currency
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.errors import KnownError
from core.ingest.table import import_table, plan_table
from core.shop.opening import open_shop
from core.shop.shop import Shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path / "shop", create=True)


def price(shop: Shop, sku: str) -> tuple[int | None, str]:
    product = product_by_sku(shop.catalog, sku)
    assert product is not None
    return product.price_minor, product.currency


def test_a_new_shop_has_none_until_one_is_chosen(shop: Shop) -> None:
    assert shop_currency(shop.catalog) == ""
    choose_currency(shop.catalog, "SEK")
    choose_currency(shop.catalog, "EUR")
    assert shop_currency(shop.catalog) == "EUR"
    with pytest.raises(KnownError, match="no currency"):
        choose_currency(shop.catalog, "GOLD")


@pytest.mark.parametrize(
    ("currency", "minor"), [("EUR", 1200), ("JPY", 12), ("KWD", 12000)], ids=["two", "none", "three"]
)
def test_prices_of_an_unknown_currency_are_in_it_from_now_on(shop: Shop, currency: str, minor: int) -> None:
    upsert_product(shop.catalog, ProductDraft("A", price_minor=1200, currency=""))
    upsert_product(shop.catalog, ProductDraft("B", price_minor=500, currency="USD"))
    choose_currency(shop.catalog, currency)
    assert price(shop, "A") == (minor, currency)
    assert price(shop, "B") == (500, "USD")


def test_an_amount_that_the_currency_cannot_have_stays_as_it_was(shop: Shop) -> None:
    upsert_product(shop.catalog, ProductDraft("A", price_minor=1250, currency=""))
    choose_currency(shop.catalog, "JPY")
    assert price(shop, "A") == (1250, "")


def test_a_table_is_read_in_the_shops_currency(shop: Shop, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("sku,title,price\nA,Tea,$3.50\nB,Rice,4\n", encoding="utf-8")
    assert plan_table(shop, table, currency="CAD").skipped == ()
    choose_currency(shop.catalog, "CAD")
    import_table(shop, table)
    assert price(shop, "A") == (350, "CAD")
    assert price(shop, "B") == (400, "CAD")
