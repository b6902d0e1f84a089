"""The end of a count: against the books of the moment, booked as one, undone as one."""

import csv
from pathlib import Path

import pytest

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, current_stock, move_stock, movements, undo_movement
from core.errors import KnownError
from core.quantities.quantity import Quantity, whole
from core.quantities.units import Unit
from core.shop.shop import Shop
from core.stocktake.booking import book, bring_back, throw_away
from core.stocktake.differences import differences, export_differences
from core.stocktake.doubts import doubts, put_aside
from core.stocktake.ledger import How, count_quantity, set_to_zero
from core.stocktake.stocktake import Outcome, Stocktake, begin, last_ended, under_way


@pytest.fixture
def counted(shop: Shop, stocktake: Stocktake, products: dict[str, int]) -> Stocktake:
    """Two apples too many, the bananas right, the milk not seen."""
    count_quantity(shop, stocktake, products["A"], whole(7), how=How.TYPED)
    count_quantity(shop, stocktake, products["B"], whole(8), how=How.TYPED)
    return stocktake


def stocks(shop: Shop) -> dict[str, int]:
    rows = shop.catalog.db.execute("SELECT sku, stock_milli / 1000.0 FROM products").fetchall()
    return dict(rows)


def test_expected_counted_difference_and_value(shop: Shop, counted: Stocktake) -> None:
    found = differences(shop, counted)
    (apple,) = found.differing
    assert (apple.expected, apple.counted, apple.difference, apple.value_minor) == (
        whole(5),
        whole(7),
        whole(2),
        300,
    )
    assert [line.sku for line in found.right] == ["B"]
    assert [line.sku for line in found.not_counted] == ["M"]  # there is no tea, and none was seen
    assert found.value() == {"EUR": 300}


def test_sales_during_the_count_are_no_differences(
    shop: Shop, stocktake: Stocktake, products: dict[str, int]
) -> None:
    count_quantity(shop, stocktake, products["A"], whole(5), how=How.TYPED)
    move_stock(shop.catalog, products["A"], whole(-2), who="till", reason=Reason.SALE)  # after it was counted
    move_stock(shop.catalog, products["B"], whole(-3), who="till", reason=Reason.SALE)  # before it is
    count_quantity(shop, stocktake, products["B"], whole(4), how=How.TYPED)
    found = differences(shop, stocktake)
    assert [line.sku for line in found.right] == ["A"]
    assert [(line.sku, line.expected, line.difference) for line in found.differing] == [
        ("B", whole(5), whole(-1))
    ]
    move_stock(shop.catalog, products["B"], whole(-1), who="till", reason=Reason.SALE)
    book(shop, stocktake, who="Ann")
    assert (stocks(shop)["A"], stocks(shop)["B"]) == (3, 3)


def test_what_moves_between_two_counts_concerns_what_was_not_counted_yet(
    shop: Shop, stocktake: Stocktake, products: dict[str, int]
) -> None:
    count_quantity(shop, stocktake, products["A"], whole(3), how=How.CAMERA)
    move_stock(shop.catalog, products["A"], whole(-1), who="till", reason=Reason.SALE)
    count_quantity(shop, stocktake, products["A"], whole(1), how=How.CAMERA)
    assert [line.sku for line in differences(shop, stocktake).right] == ["A"]


def test_booking_writes_movements_with_a_name_and_a_reason(
    shop: Shop, counted: Stocktake, products: dict[str, int]
) -> None:
    put_aside(shop, counted, b"jpeg", [])
    booking = book(shop, counted, who="Ann")
    assert booking.products == 1
    assert stocks(shop) == {"A": 7, "B": 8, "M": 3, "T": 0}
    (movement,) = movements(shop.catalog, [products["A"]], limit=1)
    assert (movement.reason, movement.who, movement.quantity) == (Reason.COUNT, "Ann", whole(2))
    assert movement.note == f"stocktake {counted.id}"
    assert under_way(shop) is None and doubts(shop, counted) == []
    with pytest.raises(KnownError, match="has ended"):
        book(shop, counted, who="Ann")


def test_what_was_not_found_can_be_set_to_zero(
    shop: Shop, counted: Stocktake, products: dict[str, int]
) -> None:
    set_to_zero(shop, counted, [products["M"]])
    milk = next(line for line in differences(shop, counted).differing if line.sku == "M")
    assert (milk.difference, milk.value_minor, milk.is_zeroed) == (whole(-3), -297, True)
    book(shop, counted, who="Ann")
    assert current_stock(shop.catalog, products["M"]) == whole(0)


def test_a_booking_is_undone_as_one_and_can_be_booked_again(
    shop: Shop, counted: Stocktake, products: dict[str, int]
) -> None:
    set_to_zero(shop, counted, [products["M"]])
    before = stocks(shop)
    book(shop, counted, who="Ann")
    (movement,) = movements(shop.catalog, [products["M"]], limit=1)
    undo_movement(shop.catalog, movement.id, who="Bob")  # somebody was quicker with this one
    assert bring_back(shop, counted, who="Ann") == under_way(shop)
    assert stocks(shop) == before
    book(shop, counted, who="Ann")
    assert stocks(shop) == before | {"A": 7, "M": 0}


def test_a_booking_that_fails_half_way_writes_nothing(
    shop: Shop, counted: Stocktake, products: dict[str, int]
) -> None:
    set_to_zero(shop, counted, [products["M"]])
    shop.catalog.db.execute(
        "CREATE TRIGGER no_milk BEFORE INSERT ON stock_movements"
        f" WHEN NEW.product_id = {products['M']} BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    with pytest.raises(Exception, match="no"):
        book(shop, counted, who="Ann")
    assert stocks(shop) == {"A": 5, "B": 8, "M": 3, "T": 0}
    assert under_way(shop) == counted


def test_a_count_that_is_thrown_away_books_nothing_and_comes_back(shop: Shop, counted: Stocktake) -> None:
    throw_away(shop, counted)
    ended = last_ended(shop)
    assert ended is not None and ended.outcome is Outcome.THROWN_AWAY and under_way(shop) is None
    assert stocks(shop)["A"] == 5
    bring_back(shop, ended, who="Ann")
    assert [line.sku for line in differences(shop, counted).differing] == ["A"]


def test_nothing_comes_back_over_a_count_that_is_under_way(shop: Shop, counted: Stocktake) -> None:
    throw_away(shop, counted)
    begin(shop, who="Bob")
    with pytest.raises(KnownError, match="under way already"):
        bring_back(shop, counted, who="Ann")


def test_the_table_of_differences_can_be_opened_elsewhere(
    shop: Shop, counted: Stocktake, tmp_path: Path
) -> None:
    target = tmp_path / "differences.csv"
    assert export_differences(differences(shop, counted), target) == 3
    with target.open(newline="", encoding="utf-8-sig") as file:
        rows = {row["sku"]: row for row in csv.DictReader(file)}
    assert rows["A"]["difference"] == "2" and rows["A"]["value"] == "3.00"
    assert rows["M"]["counted"] == "" and rows["B"]["value"] == ""
    with pytest.raises(KnownError, match="could not be written"):
        export_differences(differences(shop, counted), tmp_path / "no folder" / "x.csv")


def test_weights_are_counted_compared_and_booked_to_the_gram(shop: Shop, stocktake: Stocktake) -> None:
    draft = ProductDraft("G", unit=Unit.KILOGRAM, stock=Quantity(5250), price_minor=1490, currency="EUR")
    gouda = upsert_product(shop.catalog, draft).product_id
    for thousandths in (1200, 345, 3555):
        count_quantity(shop, stocktake, gouda, Quantity(thousandths), how=How.TYPED)
    move_stock(shop.catalog, gouda, Quantity(-125), who="till", reason=Reason.SALE)  # after it was counted
    (line,) = differences(shop, stocktake).differing
    assert (line.counted, line.difference, line.value_minor) == (Quantity(5100), Quantity(-150), -224)
    book(shop, stocktake, who="Ann")
    assert current_stock(shop.catalog, gouda) == Quantity(4975)


def test_half_a_piece_cannot_be_counted(shop: Shop, stocktake: Stocktake, products: dict[str, int]) -> None:
    with pytest.raises(KnownError, match="no number of pieces"):
        count_quantity(shop, stocktake, products["A"], Quantity(500), how=How.TYPED)


def test_what_was_never_counted_is_known_after_a_booking_and_unknown_when_that_is_taken_back(
    shop: Shop, stocktake: Stocktake
) -> None:
    new = upsert_product(shop.catalog, ProductDraft("N", title="New")).product_id
    move_stock(shop.catalog, new, whole(-1), who="till", reason=Reason.SALE)  # before it is counted
    count_quantity(shop, stocktake, new, whole(3), how=How.TYPED)
    move_stock(shop.catalog, new, whole(-1), who="till", reason=Reason.SALE)
    (line,) = differences(shop, stocktake).differing
    assert (line.expected, line.counted, line.difference, line.value_minor) == (None, whole(3), None, None)
    book(shop, stocktake, who="Ann")
    assert current_stock(shop.catalog, new) == whole(2)
    bring_back(shop, stocktake, who="Ann")
    assert current_stock(shop.catalog, new) is None
