"""What a person wants different, as clean values; what cannot be right is refused."""

import pytest

from core.catalog.edits.product_change import Price, ProductChange, cleaned_values
from core.catalog.edits.product_fields import Field
from core.errors import KnownError
from core.quantities.quantity import whole


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
