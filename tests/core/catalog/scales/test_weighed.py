"""A scanned label finds its product and says how much of it there is."""

from decimal import Decimal

import pytest

from core.catalog.barcodes.gtin import check_digit
from core.catalog.database.catalog import Catalog
from core.catalog.lists.text_search import find_products
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.scales.shop_formats import choose_scale_formats, scale_formats
from core.catalog.scales.weighed import weighed
from core.errors import KnownError
from core.quantities.quantity import Quantity
from core.quantities.units import Unit


def with_check(digits: str) -> str:
    return digits + check_digit(digits)


@pytest.fixture
def shelf(catalog: Catalog) -> Catalog:
    choose_scale_formats(catalog, ["21PPPPPWW.WWWX", "22PPPPPMMM.MMX"])
    for draft in (
        ProductDraft("12345", title="Gouda", unit=Unit.KILOGRAM, price_minor=1490, currency="EUR"),
        ProductDraft("42", title="Brie", unit=Unit.KILOGRAM, price_minor=2000, currency="EUR"),
        ProductDraft("EDAM", title="Edam", unit=Unit.KILOGRAM, barcode=with_check("210077700000")),
        ProductDraft("FETA", title="Feta", unit=Unit.KILOGRAM, barcode="00888"),
    ):
        upsert_product(catalog, draft)
    return catalog


@pytest.mark.parametrize(
    ("digits", "title", "quantity"),
    [
        ("211234501234", "Gouda", "1.234"),
        ("210004200500", "Brie", "0.5"),  # its number is 42, filled up with zeros
        ("210077700375", "Edam", "0.375"),  # its barcode is the label of nothing
        ("210088800250", "Feta", "0.25"),  # its barcode is the number alone
        ("221234500745", "Gouda", "0.5"),  # 7.45 at 14.90 a kilogram
        ("220004200333", "Brie", "0.167"),  # 3.33 at 20.00: rounded to the gram
    ],
)
def test_a_label_finds_its_product_and_its_quantity(
    shelf: Catalog, digits: str, title: str, quantity: str
) -> None:
    found = weighed(shelf, with_check(digits))
    assert found is not None and found.quantity is not None
    assert (found.product.title, str(found.quantity)) == (title, quantity)
    assert [hit.product_id for hit in find_products(shelf, with_check(digits))] == [found.product.id]


def test_a_price_tells_nothing_of_a_product_without_one(shelf: Catalog) -> None:
    found = weighed(shelf, with_check("220088800333"))
    assert found is not None and found.product.title == "Feta" and found.quantity is None


def test_a_gs1_code_says_its_net_weight_by_itself(catalog: Catalog) -> None:
    upsert_product(catalog, ProductDraft("A", barcode="04006381333931", unit=Unit.KILOGRAM))
    found = weighed(catalog, "(01)04006381333931(3103)001250")
    assert found is not None and found.quantity == Quantity(1250)
    assert weighed(catalog, "(01)04006381333931(3102)000125") == found
    assert weighed(catalog, "(01)04006381333931(17)261130") is None


@pytest.mark.parametrize(
    "code", ["2112345012340", "2312345012342", "2199999012341", "4006381333931", "gouda", ""]
)
def test_any_other_code_is_no_label(shelf: Catalog, code: str) -> None:
    assert weighed(shelf, code) is None


def test_a_label_of_nothing_is_the_products_own_barcode(shelf: Catalog) -> None:
    assert weighed(shelf, with_check("210077700000")) is None
    assert len(find_products(shelf, with_check("210077700000"))) == 1


def test_formats_are_set_whole_or_not_at_all(shelf: Catalog) -> None:
    with pytest.raises(KnownError, match="no format"):
        choose_scale_formats(shelf, ["27PPPPPWWWWWX", "nonsense"])
    assert [one.text for one in scale_formats(shelf)] == ["21PPPPPWW.WWWX", "22PPPPPMMM.MMX"]
    assert choose_scale_formats(shelf, []) == scale_formats(shelf) == ()
    assert weighed(shelf, with_check("211234501234")) is None


def test_exactly_half_a_thousandth_is_rounded_up(catalog: Catalog) -> None:
    choose_scale_formats(catalog, ["22PPPPPMMM.MMX"])
    upsert_product(catalog, ProductDraft("1", unit=Unit.KILOGRAM, price_minor=2000, currency="EUR"))
    found = weighed(catalog, with_check("220000100001"))  # 0.01 at 20.00 is half a gram
    assert found is not None and found.quantity is not None
    assert found.quantity.decimal == Decimal("0.001")
