"""Receipts in the shop: each once, stock moved by what was sold since it was counted, one step for undo."""

from pathlib import Path

import pytest

from core.care.check import check_shop
from core.catalog.edits.edit_log import EditKind, next_undo
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.sales.customers import choose_keeping, customers
from core.catalog.sales.receipts import sales_counts, unknown_codes
from core.catalog.stock import Reason, movements, set_stock
from core.copies.merging import merge_products
from core.errors import Cancelled, KnownError
from core.progress import Progress
from core.quantities.quantity import whole
from core.sales.importing import import_sales, plan_sales
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.steps.undo import undo_step
from tests.core.sales.conftest import LATER, Sell, stocks

HEADING = "receipt,date,sku,quantity,total,customer\n"
TWO = f"{HEADING}1,{LATER} 10:00,T-1,2,9.00,C7\n1,{LATER} 10:00,CUP,1,12.00,C7\n2,{LATER} 11:00,T-1,1,4.50,\n"


def stored(shop: Shop) -> list[tuple[str, str, int, int, int]]:
    """Number, SKU or code, pieces, money, and whether it is in the stock ledger, of every line."""
    return shop.catalog.db.execute(
        "SELECT receipts.number, coalesce(sku, code), quantity_milli / 1000, paid_minor, booked"
        " FROM receipt_lines JOIN receipts ON receipts.id = receipt_id"
        " LEFT JOIN products ON products.id = product_id ORDER BY receipt_lines.id"
    ).fetchall()


def test_receipts_come_in_with_their_stock_movements(
    shop: Shop, sell: Sell, products: dict[str, int]
) -> None:
    report = sell(TWO)
    assert (report.receipts, report.new_receipts, report.lines, report.new_lines) == (2, 2, 3, 3)
    assert stored(shop) == [("1", "T-1", 2, 900, 1), ("1", "CUP", 1, 1200, 1), ("2", "T-1", 1, 450, 1)]
    assert stocks(shop) == {"T-1": 7, "T-2": 10, "CUP": 9, "JAM": 10}
    (latest,) = movements(shop.catalog, [products["T-1"]], limit=1)
    assert (latest.reason, latest.quantity, latest.who) == (Reason.SALE, whole(-3), "Kim")
    assert check_shop(shop).ok


def test_importing_again_changes_nothing(shop: Shop, sell: Sell) -> None:
    sell(TWO)
    before = (stored(shop), stocks(shop))
    again = sell(TWO)
    assert (again.new_receipts, again.new_lines, again.moved, again.step) == (0, 0, 0, None)
    turned_round = sell(HEADING + "\n".join(reversed(TWO.splitlines()[1:])))
    assert turned_round.new_lines == 0
    assert (stored(shop), stocks(shop)) == before
    step = next_undo(shop.catalog)
    assert step is not None
    assert step.kind is EditKind.SALES


def test_two_equal_lines_of_a_receipt_are_two(shop: Shop, sell: Sell) -> None:
    report = sell(f"{HEADING}1,{LATER},T-1,1,4.50,\n1,{LATER},T-1,1,4.50,\n")
    assert report.new_lines == 2
    assert stocks(shop)["T-1"] == 8


def test_a_number_that_comes_again_on_another_day_is_another_receipt(shop: Shop, sell: Sell) -> None:
    report = sell(f"{HEADING}1,2099-01-05,T-1,1,4.50,\n1,2099-01-06,T-1,1,4.50,\n")
    assert report.new_receipts == 2


def test_what_was_sold_before_the_stock_was_counted_does_not_leave_it_again(shop: Shop, sell: Sell) -> None:
    report = sell(f"{HEADING}1,2020-01-05,T-1,3,9.00,\n2,{LATER},T-1,1,4.50,\n")
    assert report.moved == 1
    assert [line[-1] for line in stored(shop)] == [0, 1]
    assert stocks(shop)["T-1"] == 9


def test_a_shop_whose_till_keeps_the_stock_books_nothing(shop: Shop, sell: Sell) -> None:
    report = sell(TWO, book_stock=False)
    assert (report.new_lines, report.moved) == (3, 0)
    assert stocks(shop) == dict.fromkeys(("T-1", "T-2", "CUP", "JAM"), 10)


def test_undo_takes_an_import_back_as_a_whole(shop: Shop, sell: Sell) -> None:
    first = sell(TWO)
    second = sell(f"{HEADING}3,{LATER},JAM,1,3.00,\n", "more.csv")
    assert second.step is not None
    assert first.step != second.step
    undo_step(shop, who="Kim")
    assert sales_counts(shop.catalog).receipts == 2
    undo_step(shop, who="Kim")
    assert sales_counts(shop.catalog).lines == 0
    assert stocks(shop) == dict.fromkeys(("T-1", "T-2", "CUP", "JAM"), 10)
    assert check_shop(shop).ok
    assert sell(TWO).new_lines == 3  # it can come in anew


def test_goods_that_come_back_are_a_sale_below_nought(shop: Shop, sell: Sell) -> None:
    sell(f"{HEADING}1,{LATER},T-1,2,9.00,\n2,{LATER},T-1,-1,-4.50,\n")
    assert stored(shop)[1][2:4] == (-1, -450)
    assert stocks(shop)["T-1"] == 9


WITH_RETURNS = "receipt,date,sku,quantity,total,returned,status\n"


def test_what_a_later_export_says_came_back_is_added_once(shop: Shop, sell: Sell) -> None:
    sell(f"{WITH_RETURNS}1,{LATER},T-1,3,9.00,0,paid\n")
    for _ in range(2):
        sell(f"{WITH_RETURNS}1,{LATER},T-1,3,9.00,1,paid\n")
        assert stocks(shop)["T-1"] == 8
    sell(f"{WITH_RETURNS}1,{LATER},T-1,3,9.00,2,paid\n")
    assert stocks(shop)["T-1"] == 9
    assert [line[2:4] for line in stored(shop)] == [(3, 900), (-1, -300), (-1, -300)]


def test_a_receipt_that_is_called_off_later_is_taken_back_and_never_comes_in_otherwise(
    shop: Shop, sell: Sell
) -> None:
    sell(f"{WITH_RETURNS}1,{LATER},T-1,3,9.00,0,paid\n")
    sell(f"{WITH_RETURNS}1,{LATER},T-1,3,9.00,0,cancelled\n2,{LATER},T-1,1,3.00,0,cancelled\n")
    assert stocks(shop)["T-1"] == 10
    assert sales_counts(shop.catalog).receipts == 1


def test_products_are_known_by_barcode_and_title_too(shop: Shop, sell: Sell) -> None:
    sell(f"receipt,date,title,barcode\n1,{LATER},x,4006381333931\n2,{LATER},PLUM JAM,\n3,{LATER},t 2,\n")
    assert [line[1] for line in stored(shop)] == ["T-1", "JAM", "T-2"]


def test_lines_of_products_that_the_shop_lacks_wait_for_them(shop: Shop, sell: Sell) -> None:
    text = f"receipt,date,sku,title\n1,{LATER},NEW,Oat milk\n2,{LATER},NEW,Oat milk\n3,{LATER},T-1,Tea\n"
    report = sell(text)
    assert [(one.code, one.title, one.lines) for one in report.unknown] == [("NEW", "Oat milk", 2)]
    assert unknown_codes(shop.catalog) == [("NEW", "Oat milk", 2)]
    upsert_product(shop.catalog, ProductDraft("NEW", title="Oat milk"), who="Kim")
    again = sell(text)
    assert (again.linked, again.new_lines, again.unknown) == (2, 0, ())
    assert unknown_codes(shop.catalog) == []


def test_a_part_of_a_piece_is_kept_as_a_sale_and_its_stock_is_named(shop: Shop, sell: Sell) -> None:
    report = sell(f"{HEADING}1,{LATER},T-1,0.5,2.00,\n")
    assert report.new_lines == 1
    assert [(skip.row, "whole pieces" in str(skip.reason)) for skip in report.skipped] == [("T-1", True)]
    assert stored(shop)[0][-1] == 0


def test_numbers_of_customers_are_kept_only_where_the_shop_says_so(
    shop: Shop, sell: Sell, throwaway_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sell(TWO).customers == 0
    choose_keeping(shop.catalog, True)
    assert sell(TWO).customers == 1
    (known,) = customers(shop.catalog)
    assert (known.number, known.receipts, known.first_day) == ("C7", 1, LATER)
    policy = throwaway_home / "policy.json"
    policy.write_text('{"keep_customers": false}')
    monkeypatch.setattr("core.paths.policy_file", lambda: policy)
    assert sell(f"{HEADING}9,{LATER},T-1,1,1.00,C8\n").customers == 0


def test_a_merged_product_takes_its_sales_along_and_undo_gives_them_back(
    shop: Shop, sell: Sell, products: dict[str, int]
) -> None:
    sell(TWO)
    merge_products(shop, products["T-2"], [products["T-1"]], who="Kim")
    assert [line[1] for line in stored(shop)] == ["T-2", "CUP", "T-2"]
    sell(f"{HEADING}3,{LATER},T-1,1,4.50,\n")
    assert stored(shop)[-1][1] == "T-2"
    undo_step(shop, who="Kim")
    undo_step(shop, who="Kim")
    assert [line[1] for line in stored(shop)] == ["T-1", "CUP", "T-1"]


def test_what_was_sold_of_a_product_keeps_it_when_its_import_is_undone(shop: Shop, sell: Sell) -> None:
    from core.ingest.table import import_table

    table = shop.folder.parent / "new.csv"
    table.write_text("sku,title\nOAT,Oat milk\n")
    import_table(shop, table)
    sell(f"{HEADING}1,2020-01-01,OAT,1,2.00,\n")
    shop.catalog.db.execute("UPDATE edits SET undone = done WHERE kind = 'sales'")
    turned = undo_step(shop, who="Kim")
    assert [product.sku for product in turned.left] == ["OAT"]


def test_a_plan_says_what_is_new_and_changes_nothing(shop: Shop, sell: Sell) -> None:
    sell(f"{HEADING}1,{LATER},T-1,2,9.00,\n")
    file = shop.folder.parent / "plan.csv"
    file.write_text(TWO)
    plan = plan_sales(shop, file)
    assert (plan.receipts, plan.new_receipts, plan.lines, plan.step) == (2, 1, 3, None)
    assert sales_counts(shop.catalog).receipts == 1


def test_an_import_that_is_stopped_changes_nothing(shop: Shop) -> None:
    file = shop.folder.parent / "sales.csv"
    file.write_text(TWO)

    def stop(progress: Progress) -> bool:
        return progress.stage != "Storing receipts"

    with pytest.raises(Cancelled):
        import_sales(shop, file, progress=stop)
    assert sales_counts(shop.catalog).receipts == 0
    assert next_undo(shop.catalog) is None or next_undo(shop.catalog).kind is not EditKind.SALES  # type: ignore[union-attr]


def test_a_shop_that_can_only_be_read_refuses(shop: Shop) -> None:
    file = shop.folder.parent / "sales.csv"
    file.write_text(TWO)
    with open_shop(shop.folder, write=False) as reading, pytest.raises(KnownError):
        import_sales(reading, file)


def test_a_count_after_the_sale_holds_whatever_comes_in_later(
    shop: Shop, sell: Sell, products: dict[str, int]
) -> None:
    sell(f"{HEADING}1,{LATER},T-1,2,9.00,\n")
    set_stock(shop.catalog, products["T-1"], whole(5), who="Kim")
    assert stocks(shop)["T-1"] == 5


def test_plain_amounts_are_in_the_currency_that_all_prices_are_in(shop: Shop, sell: Sell) -> None:
    upsert_product(shop.catalog, ProductDraft("P", title="P", price_minor=450, currency="EUR"), who="import")
    sell(TWO)
    assert {row[0] for row in shop.catalog.db.execute("SELECT currency FROM receipts")} == {"EUR"}
    upsert_product(shop.catalog, ProductDraft("Q", title="Q", price_minor=450, currency="USD"), who="import")
    sell(f"{HEADING}9,{LATER} 10:00,P,1,4.50,\n", name="more.csv")
    assert {row[0] for row in shop.catalog.db.execute("SELECT currency FROM receipts")} == {"EUR", ""}
