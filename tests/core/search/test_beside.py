"""Words beside a picture: what they ask for, and what is found that is like the picture and fits them."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from core.answer import Verdict
from core.catalog.lists.filters import Bound, Filter
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.describe.describing import describe_photos
from core.search.answering import answer
from core.search.beside import read_beside
from core.search.see import see
from core.shop.shop import Shop

UP_TO_TEN = (Bound("<=", Decimal(10)),)


@pytest.mark.parametrize(
    ("text", "prices", "wanted", "unwanted"),
    [
        ("like this but blue", (), ["blue"], []),
        ("under 10 €", UP_TO_TEN, [], []),
        ("10元以下 红色", UP_TO_TEN, ["红色"], []),
        ("像这个但要红色的", (), ["红色"], []),
        ("blue, not dotted, under 10", UP_TO_TEN, ["blue"], ["dotted"]),
        ("without stripes but red", (), ["red"], ["stripes"]),
        ("不要红色", (), [], ["红色"]),
        ("above 1,50", (Bound(">=", Decimal("1.50")),), [], []),
        ("", (), [], []),
    ],
)
def test_words_are_limits_and_what_is_wanted_or_not(
    text: str, prices: tuple[Bound, ...], wanted: list[str], unwanted: list[str]
) -> None:
    beside = read_beside(text)
    assert beside.filter_ == Filter(prices=prices)
    assert [word.typed for word in beside.wanted] == wanted
    assert [word.typed for word in beside.unwanted] == unwanted


def test_what_is_in_stock_may_be_asked_for() -> None:
    assert read_beside("a green one in stock").filter_.in_stock
    assert read_beside("有货").filter_.in_stock


def test_what_is_like_the_picture_is_narrowed_down_by_what_is_said_beside_it(
    shop: Shop, blue_ball: Path
) -> None:
    describe_photos(shop)
    for sku, price in shop.catalog.db.execute("SELECT sku, id * 400 FROM products").fetchall():
        upsert_product(shop.catalog, ProductDraft(sku, price_minor=price, currency="EUR"))
    seen = see(shop, [blue_ball])

    def found(words: str) -> list[str]:
        told = answer(shop, replace(seen, beside=words))
        assert told.verdict is Verdict.UNSURE  # nobody asked what it is
        return [result.title for result in told.results]

    assert answer(shop, seen).results[0].title == "blue ball"
    assert found("but red") == ["red ball"]
    assert found("但要红色") == ["red ball"]
    assert found("not blue")[0] == "red ball"
    assert "blue ball" not in found("not blue")
    assert found("a green box") == ["green box"]
    assert found("xyzzy") == []
    part = answer(shop, replace(seen, beside="red xyzzy"))
    assert ([result.title for result in part.results], part.meant) == (["red ball"], "red")
    cheap = answer(shop, replace(seen, beside="up to 8")).results
    assert cheap and all(result.price_minor is not None and result.price_minor <= 800 for result in cheap)
    assert answer(shop, replace(seen, beside="red")).results[0].why
