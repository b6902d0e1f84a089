"""Goods that come back: their receipt by the customer's number or the day, and the return booked once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalog.products.products import Product, product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.sales.customers import choose_keeping
from core.catalog.stock import Reason, current_stock, movements, set_stock
from core.errors import KnownError
from core.goods_back.booking import Condition, book_return
from core.goods_back.sold_lines import sold_lines
from core.quantities.quantity import Quantity, whole
from core.sales.importing import import_sales
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.steps.undo import undo_step

RECEIPTS = """receipt,date,sku,quantity,total,customer
1001,2099-03-01 10:00,CUP,2,24.00,C7
1002,2099-03-02 11:00,CUP,1,12.00,C8
1003,2099-03-02 12:00,TEA,1,4.00,C7
"""


@pytest.fixture
def cup(shop: Shop, tmp_path: Path) -> Product:
    """Ten cups, three of which were sold on two receipts."""
    for sku in ("CUP", "TEA"):
        product_id = upsert_product(shop.catalog, ProductDraft(sku, title=sku.title()), who="test").product_id
        set_stock(shop.catalog, product_id, whole(10), who="test")
    choose_keeping(shop.catalog, True)
    file = tmp_path / "receipts.csv"
    file.write_text(RECEIPTS, encoding="utf-8")
    import_sales(shop, file, who="test")
    found = product_by_sku(shop.catalog, "CUP")
    assert found is not None
    return found


def test_the_receipt_is_found_by_the_customer_the_day_or_its_number(shop: Shop, cup: Product) -> None:
    def numbers(**hints: str) -> list[str]:
        return [line.number for line in sold_lines(shop.catalog, cup.id, **hints)]

    assert numbers() == ["1002", "1001"]
    assert numbers(customer="C7") == ["1001"]
    assert numbers(day="2099-03-02") == ["1002"]
    assert numbers(number="1001", customer="C8") == []
    assert numbers(customer="C9") == []


def test_what_is_as_good_as_new_is_in_stock_again_and_undo_takes_it_out(shop: Shop, cup: Product) -> None:
    (line,) = sold_lines(shop.catalog, cup.id, customer="C7")
    booked = book_return(shop, cup, whole(1), Condition.STOCK, reason="wrong colour", sold=line, who="Kim")
    assert booked.stock == whole(8)
    (movement,) = movements(shop.catalog, [cup.id], limit=1)
    assert (movement.reason, movement.note, movement.who) == (
        Reason.RETURN, "receipt 1001 2099-03-01 · wrong colour", "Kim",
    )  # fmt: skip
    assert "C7" not in movement.note
    undo_step(shop, who="Kim", only=booked.edit.id)
    assert current_stock(shop.catalog, cup.id) == whole(7)
    assert sold_lines(shop.catalog, cup.id, customer="C7")[0].left == whole(2)


def test_what_is_written_off_moves_no_stock_and_counts_as_brought_back(shop: Shop, cup: Product) -> None:
    (line,) = sold_lines(shop.catalog, cup.id, customer="C7")
    booked = book_return(shop, cup, whole(1), Condition.WRITTEN_OFF, reason="broken", sold=line, who="Kim")
    assert booked.stock == whole(7)
    (movement,) = movements(shop.catalog, [cup.id], limit=1)
    assert movement.note == "receipt 1001 2099-03-01 · written off 1 · broken"
    assert sold_lines(shop.catalog, cup.id, customer="C7")[0].left == whole(1)
    undo_step(shop, who="Kim")
    assert sold_lines(shop.catalog, cup.id, customer="C7")[0].left == whole(2)


def test_no_more_comes_back_than_was_sold(shop: Shop, cup: Product) -> None:
    (line,) = sold_lines(shop.catalog, cup.id, customer="C7")
    book_return(shop, cup, whole(2), Condition.STOCK, sold=line, who="Kim")
    (line,) = sold_lines(shop.catalog, cup.id, customer="C7")
    with pytest.raises(KnownError, match="1001 only 0"):
        book_return(shop, cup, whole(1), Condition.STOCK, sold=line, who="Kim")


@pytest.mark.parametrize("quantity", [Quantity(0), whole(-1), Quantity(500)])
def test_nothing_and_a_part_of_a_piece_do_not_come_back(shop: Shop, cup: Product, quantity: Quantity) -> None:
    with pytest.raises(KnownError):
        book_return(shop, cup, quantity, Condition.STOCK, who="Kim")


def test_without_a_receipt_it_is_booked_all_the_same(shop: Shop, cup: Product) -> None:
    assert book_return(shop, cup, whole(1), Condition.STOCK, who="Kim").stock == whole(8)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path / "shop", create=True, device="cpu") as opened:
        yield opened


def test_a_till_that_tells_of_the_same_return_later_does_not_book_it_again(
    shop: Shop, cup: Product, tmp_path: Path
) -> None:
    def told(back: int) -> None:
        file = tmp_path / f"returns {back}.csv"
        header, first, *rest = RECEIPTS.splitlines()
        lines = [f"{header},returned", f"{first},{back}", *(f"{line},0" for line in rest)]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        import_sales(shop, file, {"returned": "returned"}, who="test")

    (line,) = sold_lines(shop.catalog, cup.id, customer="C7")
    book_return(shop, cup, whole(1), Condition.STOCK, sold=line, who="Kim")
    assert current_stock(shop.catalog, cup.id) == whole(8)
    told(1)
    assert current_stock(shop.catalog, cup.id) == whole(8)
    assert sold_lines(shop.catalog, cup.id, customer="C7")[0].left == whole(1)
    told(2)  # the second cup was given back at the till alone
    assert current_stock(shop.catalog, cup.id) == whole(9)
    assert sold_lines(shop.catalog, cup.id, customer="C7") == []


def test_what_was_written_off_does_not_come_back_into_stock_by_the_till(
    shop: Shop, cup: Product, tmp_path: Path
) -> None:
    (line,) = sold_lines(shop.catalog, cup.id, customer="C7")
    book_return(shop, cup, whole(2), Condition.WRITTEN_OFF, sold=line, who="Kim")
    file = tmp_path / "returns.csv"
    file.write_text("receipt,date,sku,quantity,returned\n1001,2099-03-01 10:00,CUP,2,2\n", encoding="utf-8")
    import_sales(shop, file, {"returned": "returned"}, who="test")
    assert current_stock(shop.catalog, cup.id) == whole(7)
