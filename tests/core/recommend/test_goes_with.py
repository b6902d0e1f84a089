"""What goes with a product, in words; what stands in where receipts say nothing."""

from core.catalog.products.products import set_archived
from core.catalog.stock import set_stock
from core.quantities.quantity import whole
from core.recommend.goes_with import goes_with
from core.recommend.suggestion import Ground
from core.shop.shop import Shop


def test_what_is_bought_together_more_often_than_by_chance_goes_with_it(
    sold: Shop, products: dict[str, int]
) -> None:
    cup, *_often = goes_with(sold, [products["TEA"]])
    assert (cup.result.sku, cup.ground, cup.together, cup.receipts) == ("CUP", Ground.RECEIPTS, 30, 60)
    assert str(cup.why) == "bought together in 30 of 60 receipts with “Tea”"
    assert cup.lift is not None
    assert 1.8 < cup.lift < 2.0


def test_what_is_bought_with_everything_goes_with_nothing(sold: Shop, products: dict[str, int]) -> None:
    named = {
        one.result.sku
        for sku in ("TEA", "PEN", "JAM")
        for one in goes_with(sold, [products[sku]])
        if one.ground is not Ground.OFTEN
    }
    by_receipts = {
        one.result.sku for one in goes_with(sold, [products["BAG"]]) if one.ground is Ground.RECEIPTS
    }
    assert "BAG" not in named
    assert by_receipts == set()


def test_of_several_products_nothing_that_is_asked_for_comes_back(
    sold: Shop, products: dict[str, int]
) -> None:
    found = [
        one for one in goes_with(sold, [products["TEA"], products["PEN"]]) if one.ground is Ground.RECEIPTS
    ]
    assert {one.result.sku for one in found} == {"CUP", "INK"}
    assert {one.of for one in found} == {products["TEA"], products["PEN"]}


def test_what_cannot_be_had_is_not_offered(sold: Shop, products: dict[str, int]) -> None:
    set_stock(sold.catalog, products["CUP"], whole(0), who="")
    assert "CUP" not in {one.result.sku for one in goes_with(sold, [products["TEA"]])}
    set_archived(sold.catalog, [products["INK"]])
    assert "INK" not in {one.result.sku for one in goes_with(sold, [products["PEN"]])}


def test_without_receipts_the_category_stands_in_and_says_so(shop: Shop, products: dict[str, int]) -> None:
    found = goes_with(shop, [products["TEA"]])
    assert {one.result.sku for one in found} == {"CUP", "JAM"}
    assert {one.ground for one in found} == {Ground.CATEGORY}
    assert str(found[0].why) == "no receipt tells what goes with “Tea”: it is of the same category"


def test_what_is_bought_often_fills_the_list_up_and_says_so(sold: Shop, products: dict[str, int]) -> None:
    found = goes_with(sold, [products["TEA"]], count=3)
    assert [one.ground for one in found] == [Ground.RECEIPTS, Ground.OFTEN, Ground.OFTEN]
    assert found[1].result.sku == "BAG"
    assert str(found[1].why).startswith("often bought: on ")
    assert len({one.result.sku for one in found} | {"TEA"}) == 4
    assert goes_with(sold, [products["BAG"]], or_alike=False) == ()  # alone it would say nothing
