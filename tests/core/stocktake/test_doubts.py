"""What was put aside, and what was decided about it."""

import pytest

from core.errors import KnownError
from core.quantities.quantity import ONE
from core.shop.shop import Shop
from core.stocktake.counted import counted_products
from core.stocktake.doubts import decide, decide_not_ours, doubts, put_aside, withdraw
from core.stocktake.ledger import take_back
from core.stocktake.stocktake import Stocktake


def test_what_was_put_aside_waits_for_a_decision(
    shop: Shop, stocktake: Stocktake, products: dict[str, int]
) -> None:
    keys = [put_aside(shop, stocktake, b"jpeg", [products["A"], products["B"]]) for _ in range(4)]
    assert [doubt.candidates for doubt in doubts(shop, stocktake)] == [(products["A"], products["B"])] * 4
    decide(shop, stocktake, keys[0], products["B"])
    decide_not_ours(shop, keys[1])
    withdraw(shop, keys[2])
    assert [doubt.id for doubt in doubts(shop, stocktake)] == [keys[3]]
    assert counted_products(shop, stocktake)[0].counted == ONE
    with pytest.raises(KnownError, match="decided already"):
        decide(shop, stocktake, keys[0], products["A"])
    take_back(shop, stocktake)
    decide_not_ours(shop, keys[1], not_ours=False)
    assert [doubt.id for doubt in doubts(shop, stocktake)] == [keys[0], keys[1], keys[3]]
