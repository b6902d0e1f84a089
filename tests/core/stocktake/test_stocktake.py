"""One count at a time."""

import pytest

from core.errors import KnownError
from core.shop.shop import Shop
from core.stocktake.stocktake import Stocktake, begin, under_way


def test_one_count_at_a_time(shop: Shop, stocktake: Stocktake) -> None:
    with pytest.raises(KnownError, match="under way already"):
        begin(shop, who="Bob")
    assert under_way(shop) == stocktake
