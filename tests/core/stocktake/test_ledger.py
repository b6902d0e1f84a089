"""Counting: saved with every piece, corrected, taken back, and never lost."""

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from core.catalog.stock import Reason, move_stock
from core.errors import KnownError
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.stocktake.counted import counted_products, tally
from core.stocktake.doubts import put_aside
from core.stocktake.ledger import How, count_quantity, leave, set_latest, set_to_zero, take_back
from core.stocktake.stocktake import Stocktake, begin, under_way


def test_pieces_add_up_and_the_latest_product_comes_first(
    shop: Shop, stocktake: Stocktake, products: dict[str, int]
) -> None:
    for sku in ("A", "B", "A"):
        count_quantity(shop, stocktake, products[sku], how=How.CAMERA)
    assert [(found.sku, found.counted) for found in counted_products(shop, stocktake)] == [
        ("A", whole(2)),
        ("B", whole(1)),
    ]
    counts = tally(shop, stocktake)
    assert (counts.products, counts.all_products, counts.pieces) == (2, 4, 3)


def test_a_number_after_a_count_replaces_its_one_piece(
    shop: Shop, stocktake: Stocktake, products: dict[str, int]
) -> None:
    count_quantity(shop, stocktake, products["A"], how=How.CAMERA)
    count_quantity(shop, stocktake, products["A"], how=How.CAMERA)
    assert set_latest(shop, stocktake, products["A"], whole(12)).counted == whole(13)
    assert set_latest(shop, stocktake, products["A"], whole(2)).counted == whole(3)
    assert take_back(shop, stocktake) == products["A"]
    assert counted_products(shop, stocktake)[0].counted == whole(1)


def test_taking_back_goes_on_to_the_beginning(
    shop: Shop, stocktake: Stocktake, products: dict[str, int]
) -> None:
    count_quantity(shop, stocktake, products["A"], whole(3), how=How.TYPED)
    count_quantity(shop, stocktake, products["B"], how=How.BARCODE)
    assert [take_back(shop, stocktake) for _ in range(3)] == [products["B"], products["A"], None]
    assert counted_products(shop, stocktake) == []


def test_fewer_than_none_and_more_than_anybody_has_are_refused(
    shop: Shop, stocktake: Stocktake, products: dict[str, int]
) -> None:
    count_quantity(shop, stocktake, products["A"], how=How.TYPED)
    for pieces, says in ((-2, "Fewer than none"), (10**9, "cannot be right")):
        with pytest.raises(KnownError, match=says):
            count_quantity(shop, stocktake, products["A"], whole(pieces), how=How.TYPED)
    with pytest.raises(KnownError, match="Count a product first"):
        set_latest(shop, stocktake, products["M"], whole(3))
    assert counted_products(shop, stocktake)[0].counted == whole(1)


def test_none_of_a_product_is_a_count_too_and_can_be_left_again(
    shop: Shop, stocktake: Stocktake, products: dict[str, int]
) -> None:
    count_quantity(shop, stocktake, products["A"], how=How.CAMERA)
    set_to_zero(shop, stocktake, list(products.values()))
    assert tally(shop, stocktake).products == 4
    leave(shop, stocktake, [products["A"], products["B"]])
    assert tally(shop, stocktake).products == 3  # the apple was really counted


def test_the_stock_of_the_moment_is_remembered(
    shop: Shop, stocktake: Stocktake, products: dict[str, int]
) -> None:
    move_stock(shop.catalog, products["A"], whole(-2), who="till", reason=Reason.SALE)
    assert count_quantity(shop, stocktake, products["A"], how=How.CAMERA).stock == whole(3)


def _count_and_die(folder: Path, product: int) -> None:
    shop = open_shop(folder, device="cpu")
    count = under_way(shop)
    assert count is not None
    for _ in range(3):
        count_quantity(shop, count, product, how=How.CAMERA)
    put_aside(shop, count, b"jpeg", [product])
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not known there")
def test_a_killed_program_loses_no_piece(tmp_path: Path) -> None:
    from core.catalog.products.upsert import ProductDraft, upsert_product

    folder = tmp_path / "shop"
    with open_shop(folder, create=True, device="cpu") as shop:
        product = upsert_product(shop.catalog, ProductDraft("A", title="Apple")).product_id
        begin(shop, who="Ann")
    process = multiprocessing.get_context("spawn").Process(target=_count_and_die, args=(folder, product))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    with open_shop(folder, device="cpu") as shop:
        count = under_way(shop)
        assert count is not None
        assert (tally(shop, count).pieces, tally(shop, count).doubts) == (3, 1)
