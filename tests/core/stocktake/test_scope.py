"""A part of the shop counted alone."""

from core.shop.shop import Shop
from core.stocktake.counted import tally
from core.stocktake.ledger import How, count_quantity
from core.stocktake.scope import is_inside
from core.stocktake.stocktake import begin


def test_a_category_or_shelves_can_be_counted_alone(shop: Shop, products: dict[str, int]) -> None:
    count = begin(shop, category="fruit", location="f", who="Ann")
    assert tally(shop, count).all_products == 2
    assert is_inside(shop, count, products["A"]) and not is_inside(shop, count, products["M"])
    assert count_quantity(shop, count, products["M"], how=How.CAMERA).is_elsewhere
