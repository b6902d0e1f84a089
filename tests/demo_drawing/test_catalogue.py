"""The demo shop's list of products."""

import re

import pytest

from demo_drawing.barcodes import in_store_barcode
from demo_drawing.catalogue import all_products, all_ranges
from demo_drawing.product import DemoProduct


@pytest.fixture(scope="module")
def products() -> tuple[DemoProduct, ...]:
    return all_products()


def check_digit_is_right(barcode: str) -> bool:
    """GS1: the weights 1, 3, 1, 3, … from the left give a multiple of ten over all thirteen digits."""
    return sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(barcode)) % 10 == 0


def test_the_shop_is_large_and_varied_enough(products: tuple[DemoProduct, ...]) -> None:
    assert len(products) >= 120
    assert len({product.category for product in products}) >= 14
    assert all(len(assortment.drafts) >= 5 for assortment in all_ranges())


def test_skus_barcodes_titles_and_shelf_places_are_unique(products: tuple[DemoProduct, ...]) -> None:
    for values in (
        [product.sku for product in products],
        [product.barcode for product in products],
        [product.draft.title for product in products],
        [product.draft.title_zh for product in products],
        [product.location for product in products],
    ):
        assert len(set(values)) == len(values)


def test_barcodes_are_in_store_ean_13_with_a_right_check_digit(products: tuple[DemoProduct, ...]) -> None:
    for product in products:
        assert re.fullmatch(r"2[0-9]{12}", product.barcode)
        assert check_digit_is_right(product.barcode)


def test_a_barcode_with_two_digits_swapped_would_be_noticed() -> None:
    barcode = in_store_barcode(37)
    swapped = barcode[:10] + barcode[11] + barcode[10] + barcode[12]
    assert check_digit_is_right(barcode)
    assert not check_digit_is_right(swapped)


def test_every_product_says_all_that_a_shop_needs_to_know(products: tuple[DemoProduct, ...]) -> None:
    for product in products:
        draft = product.draft
        assert draft.brand
        assert draft.tags
        assert draft.description.endswith(".")
        assert draft.price_minor > 0
        assert product.stock >= 0
        assert re.search(r"[\u4e00-\u9fff]", draft.title_zh)
        assert draft.title.isascii()


def test_some_products_are_sold_out_and_most_are_not(products: tuple[DemoProduct, ...]) -> None:
    sold_out = sum(product.stock == 0 for product in products)
    assert 3 <= sold_out <= len(products) // 5


def test_the_list_is_the_same_every_time(products: tuple[DemoProduct, ...]) -> None:
    again = all_products()
    assert [(p.sku, p.barcode, p.stock, p.location) for p in again] == [
        (p.sku, p.barcode, p.stock, p.location) for p in products
    ]
