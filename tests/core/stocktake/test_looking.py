"""What a scanner hands over is a product, and how much of it the label of the scales says there is."""

from core.catalog.barcodes.gtin import check_digit
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.scales.shop_formats import choose_scale_formats
from core.quantities.quantity import ONE, Quantity
from core.quantities.units import Unit
from core.shop.shop import Shop
from core.stocktake.ledger import How
from core.stocktake.looking import CANDIDATES, MANY, look_up


def test_a_scales_label_is_its_product_with_the_weight_that_is_on_it(shop: Shop) -> None:
    choose_scale_formats(shop.catalog, ["21PPPPPWW.WWWX"])
    gouda = upsert_product(shop.catalog, ProductDraft("12345", title="Gouda", unit=Unit.KILOGRAM)).product_id
    digits = "211234500375"
    found = look_up(shop, digits + check_digit(digits))
    assert (found.product_id, found.quantity, found.how) == (gouda, Quantity(375), How.BARCODE)
    assert [one.title for one in found.candidates] == ["Gouda"]


def test_any_other_number_is_one_of_its_product(shop: Shop, products: dict[str, int]) -> None:
    found = look_up(shop, "4006381333931")
    assert (found.product_id, found.quantity) == (products["B"], ONE)


def test_who_finds_too_many_is_told_that_there_are_more(shop: Shop) -> None:
    for number in range(8):
        upsert_product(shop.catalog, ProductDraft(f"J-{number}", title=f"Juice {number}"))
    first = look_up(shop, "juice")
    assert (len(first.candidates), first.has_more, first.product_id) == (CANDIDATES, True, None)
    every = look_up(shop, "juice", most=MANY)
    assert (len(every.candidates), every.has_more) == (8, False)
    assert every.candidates[:CANDIDATES] == first.candidates
