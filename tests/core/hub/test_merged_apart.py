"""A merge of the same products on two tills at once: the stock of the one that stays is what there is of
both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalog.edits.edit_log import next_undo
from core.catalog.products.products import Product, product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, booked_stock, current_stock, move_stock
from core.copies.merging import merge_products
from core.hub.joining import leave
from core.ingest.shop_edits import redo_edit, undo_edit
from core.quantities.quantity import whole
from core.shop.shop import Shop
from tests.core.hub.tills import joined_till, sync, told


@pytest.fixture
def tills(tmp_path: Path, manager: str) -> Iterator[list[Shop]]:
    """Two tills of Harbour and one of Pier that know A, of which Harbour has 1, B (10) and C (100)."""
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
        joined_till(tmp_path / "c", manager, "Pier") as c,
    ):
        for sku, stock in (("A", 1), ("B", 10), ("C", 100)):
            upsert_product(a.catalog, ProductDraft(sku, title=sku, stock=whole(stock)), who="")
        for till in (a, b, c):
            sync(till, manager)
        yield [a, b, c]


def product(till: Shop, sku: str) -> Product:
    found = product_by_sku(till.catalog, sku)
    assert found is not None
    return found


def merge(till: Shop, kept: str, other: str) -> None:
    merge_products(till, product(till, kept).id, [product(till, other).id], who="")


def sell(till: Shop, sku: str, pieces: int) -> None:
    move_stock(till.catalog, product(till, sku).id, -whole(pieces), who="", reason=Reason.SALE)


def in_step(tills: list[Shop], hub: str) -> None:
    for till in (*tills, *tills):
        sync(till, hub)
    assert told(tills[0].catalog) == told(tills[1].catalog)
    assert told(tills[0].catalog, of_store=False) == told(tills[2].catalog, of_store=False)


def stocks(till: Shop) -> list[int]:
    return [booked_stock(till.catalog, product(till, sku).id).thousandths // 1000 for sku in "ABC"]


def test_it_is_booked_over_once(tills: list[Shop], manager: str) -> None:
    first, second, _ = tills
    merge(first, "A", "B")
    sell(second, "B", 3)
    merge(second, "A", "B")
    assert stocks(first) == [11, 0, 100] and stocks(second) == [8, 0, 100]
    in_step(tills, manager)
    assert stocks(first) == [8, 0, 100]


def test_what_is_sold_of_a_product_that_was_merged_meanwhile_is_sold_of_the_one_that_stays(
    tills: list[Shop], manager: str
) -> None:
    merge(tills[0], "A", "B")
    sell(tills[1], "B", 3)
    in_step(tills, manager)
    assert stocks(tills[0]) == [8, 0, 100]


def test_each_store_s_stock_goes_over_whoever_merges(tills: list[Shop], manager: str) -> None:
    merge(tills[2], "A", "B")
    in_step(tills, manager)
    assert stocks(tills[0]) == [11, 0, 100]


def test_a_chain_of_merges_on_two_tills_ends_at_the_last_product(tills: list[Shop], manager: str) -> None:
    merge(tills[0], "B", "A")
    merge(tills[1], "C", "B")
    in_step(tills, manager)
    assert stocks(tills[0]) == [0, 0, 111]
    assert [product(tills[0], sku).archived for sku in "ABC"] == [True, True, False]


def test_of_two_merges_crosswise_the_later_holds(tills: list[Shop], manager: str) -> None:
    merge(tills[0], "B", "A")
    merge(tills[1], "A", "B")
    in_step(tills, manager)
    assert stocks(tills[0]) == [11, 0, 100]
    assert [product(tills[0], sku).archived for sku in "AB"] == [False, True]


def test_a_merge_taken_back_on_one_till_gives_all_back(tills: list[Shop], manager: str) -> None:
    first, second, _ = tills
    merge(first, "A", "B")
    merge(second, "A", "B")
    in_step(tills, manager)
    sell(second, "B", 2)
    in_step(tills, manager)
    undo_edit(first, who="")
    assert stocks(first) == [1, 8, 100]
    in_step(tills, manager)
    assert stocks(second) == [1, 8, 100]
    redo_edit(first, who="")
    in_step(tills, manager)
    assert stocks(second) == [9, 0, 100]


def test_a_stock_that_only_the_other_knows_is_known_of_the_one_that_stays(
    tills: list[Shop], manager: str
) -> None:
    upsert_product(tills[0].catalog, ProductDraft("D", title="D"), who="")
    merge(tills[0], "D", "B")
    in_step(tills, manager)
    assert current_stock(tills[1].catalog, product(tills[1], "D").id) == whole(10)


def test_a_merge_stays_when_its_shop_has_left(tills: list[Shop], manager: str) -> None:
    merge(tills[0], "A", "B")
    leave(tills[0], None)
    assert stocks(tills[0]) == [11, 0, 100]
    assert next_undo(tills[0].catalog) is None  # an undo could not bring the stock back
