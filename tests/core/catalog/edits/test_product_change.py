"""What a person wants different, as clean values; what cannot be right is refused."""

import pytest

from core.catalog.edits.product_change import Price, ProductChange, cleaned_values
from core.catalog.edits.product_fields import Field
from core.errors import KnownError
from core.quantities.quantity import whole
from core.quantities.sale_price import Sale


def test_what_is_not_said_has_no_value() -> None:
    assert cleaned_values(ProductChange()) == {}


def test_texts_are_cleaned_and_tags_are_distinct_and_sorted() -> None:
    change = ProductChange(title="  Green   apple ", tags=("sour", "bio", "Sour"), price=Price(299, "EUR"))
    assert cleaned_values(change) == {
        Field.TITLE: "Green apple",
        Field.TAGS: ["bio", "sour"],
        Field.PRICE: [299, "EUR"],
    }


def test_a_relative_stock_says_by_how_much() -> None:
    assert cleaned_values(ProductChange(stock=whole(7))) == {Field.STOCK: 7000}
    assert cleaned_values(ProductChange(stock_by=whole(-2))) == {Field.STOCK: {"by": -2000}}


@pytest.mark.parametrize("change", [ProductChange(title=" "), ProductChange(barcode="4006381333932")])
def test_what_cannot_be_right_is_refused(change: ProductChange) -> None:
    with pytest.raises(KnownError):
        cleaned_values(change)


def test_a_sale_has_a_price_and_days_in_order_or_is_none() -> None:
    sale = Sale(250, "2026/12/1", "2026-12-24")
    assert cleaned_values(ProductChange(sale=sale)) == {Field.SALE: [250, "2026-12-01", "2026-12-24"]}
    assert cleaned_values(ProductChange(sale=Sale(None, "2026-12-01"))) == {Field.SALE: [None, "", ""]}
    for wrong, words in ((Sale(250, "2026-12-24", "2026-12-01"), "begins"), (Sale(250, "24.12."), "no day")):
        with pytest.raises(KnownError, match=words):
            cleaned_values(ProductChange(sale=wrong))
