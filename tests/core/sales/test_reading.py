"""Exports of tills, as their programs write them: which receipts, lines and returns they tell."""

from datetime import UTC
from pathlib import Path

import pytest

from core.errors import KnownError
from core.sales.reading import ReadSales, SalesChoices, read_sales

UTC_TILL = SalesChoices(zone=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def read(folder: Path, text: str, mapping: dict[str, str] | None = None) -> ReadSales:
    file = folder / "sales.csv"
    file.write_text(text, encoding="utf-8")
    return read_sales(file, mapping, currency="EUR", choices=UTC_TILL)


def lines(sales: ReadSales) -> list[tuple[str, str, int, int, int | None]]:
    """Number, code, thousandths sold and returned, and what was paid, of every line."""
    return [
        (one.number, line.code, line.quantity, line.returned, line.paid)
        for one in sales.receipts
        for line in one.lines
    ]


def test_shopify_orders_have_their_facts_in_their_first_row(folder: Path) -> None:
    sales = read(
        folder,
        "Name,Email,Financial Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
        "Lineitem sku,Cancelled at,Refunded Amount,Lineitem discount\n"
        "#1002,kim@example.org,refunded,EUR,2026-03-06 09:00:00 +0100,1,Jam,3.00,JAM,,3.00,0.00\n"
        "#1001,lee@example.org,paid,EUR,2026-03-05 14:05:09 +0100,2,Tea,4.50,T-1,,0.00,1.00\n"
        "#1001,lee@example.org,,,2026-03-05 14:05:09 +0100,1,Tea cup,12.00,CUP,,,0.00\n"
        "#1000,,voided,EUR,2026-03-04 10:00:00 +0100,1,Jam,3.00,JAM,2026-03-04 11:00:00 +0100,0,0\n",
    )
    assert sales.till == "Shopify"
    assert lines(sales) == [
        ("#1002", "JAM", 1000, 1000, 300),
        ("#1001", "T-1", 2000, 0, 800),
        ("#1001", "CUP", 1000, 0, 1200),
        ("#1000", "JAM", 1000, 0, 300),
    ]
    assert [one.is_void for one in sales.receipts] == [False, False, True]
    assert [one.customer for one in sales.receipts] == ["kim@example.org", "lee@example.org", ""]
    assert [str(note) for note in sales.notes] == ["Receipts that were called off, and are no sales: 1."]


def test_square_has_days_and_times_apart_and_refunds_below_zero(folder: Path) -> None:
    sales = read(
        folder,
        "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Gross Sales,Net Sales,Transaction ID,"
        "Event Type,Location,Customer ID\n"
        "03/05/26,14:05:09,Eastern Time,Tea,Tea,2.0,Regular,T-1,$9.00,$8.00,aa1,Payment,High St,C7\n"
        "03/25/26,14:05:09,Eastern Time,Tea,Tea,-1.0,Large,,-$4.50,($4.50),aa2,Refund,High St,\n",
    )
    assert lines(sales) == [("aa1", "T-1", 2000, 0, 800), ("aa2", "Tea Large", -1000, 0, -450)]
    assert [(one.moment.day, one.place, one.customer) for one in sales.receipts] == [
        ("2026-03-05", "High St", "C7"),
        ("2026-03-25", "High St", ""),
    ]


def test_loyverse_says_by_its_type_that_a_receipt_gives_back(folder: Path) -> None:
    sales = read(
        folder,
        "Date,Receipt number,Receipt type,Category,SKU,Item,Variant,Quantity,Gross sales,Net sales,Store,"
        "Customer name,Customer contacts,Status\n"
        '2026-03-05 14:05,1-1001,Sale,Tea,T-1,Tea,,"0,250","4,50","4,50",Main,Ann,555,Closed\n'
        '2026-03-06 14:05,1-1002,Refund,Tea,T-1,Tea,,"0,250","4,50","4,50",Main,Ann,555,Closed\n'
        '2026-03-06 15:05,1-1003,Sale,Tea,T-1,Tea,,"1,000","18,00","18,00",Main,,,Cancelled\n',
    )
    assert sales.till == "Loyverse"
    assert lines(sales) == [
        ("1-1001", "T-1", 250, 0, 450),
        ("1-1002", "T-1", -250, 0, -450),
        ("1-1003", "T-1", 1000, 0, 1800),
    ]
    assert [one.is_void for one in sales.receipts] == [False, False, True]


def test_woocommerce_tells_how_many_of_a_line_came_back(folder: Path) -> None:
    sales = read(
        folder,
        "order_number,date,status,item_name,item_sku,item_quantity,item_total,item_refunded_qty,customer_id\n"
        "51,2026-03-05 14:05:09,completed,Tea,T-1,3,13.50,-1,9\n"
        "52,2026-03-05 15:05:09,failed,Tea,T-1,1,4.50,0,9\n",
    )
    assert sales.till == "WooCommerce"
    assert lines(sales) == [("51", "T-1", 3000, 1000, 1350), ("52", "T-1", 1000, 0, 450)]
    assert [one.is_void for one in sales.receipts] == [False, True]


def test_odoo_leaves_the_orders_cells_empty_below_its_first_line(folder: Path) -> None:
    sales = read(
        folder,
        "Order Reference,Order Date,Order Lines/Product,Order Lines/Quantity,Order Lines/Subtotal,Status\n"
        "S00097,2026-03-05 14:05:09,[T-1] Green tea,2.00,9.00,Sales Order\n"
        ",,[CUP] Tea cup,1.00,12.00,\n"
        "S00098,2026-03-06 14:05:09,[JAM] Plum jam,1.00,3.00,Quotation\n",
    )
    assert lines(sales) == [
        ("S00097", "T-1", 2000, 0, 900),
        ("S00097", "CUP", 1000, 0, 1200),
        ("S00098", "JAM", 1000, 0, 300),
    ]
    assert [one.is_void for one in sales.receipts] == [False, True]


def test_any_table_is_mapped_by_hand_or_by_what_its_columns_are_called(folder: Path) -> None:
    text = (
        "Bon;Datum;Ware;Menge;Umsatz\n7;5.3.2026 14:05;T-1;1,5;6,75 €\n8;6.3.2026;;1;1\n;7.3.2026;T-1;1;1\n"
    )
    by_hand = read(folder, text, {"sku": "Ware"})
    assert lines(by_hand) == [("7", "T-1", 1500, 0, 675)]
    assert {skip.row: str(skip.reason) for skip in by_hand.skipped} == {
        3: "The row was left out: it names no product.",
        4: "The row was left out: it has no receipt's number.",
    }
    with pytest.raises(KnownError, match="--map sku=COLUMN"):
        read(folder, text)


def test_chinese_columns_are_understood(folder: Path) -> None:
    sales = read(folder, "小票号,日期,商品编码,数量,金额\n9,2026年3月5日,T-1,2,¥9.00\n")
    assert lines(sales) == [("9", "T-1", 2000, 0, 900)]


def test_what_a_row_lacks_is_named_row_by_row(folder: Path) -> None:
    sales = read(
        folder,
        "receipt,date,sku,quantity,total\n1,2026-03-05,T-1,,1\n2,someday,T-1,1,1\n3,2026-03-05,T-1,two,1\n"
        "4,2026-03-05,T-1,1,2.00\n",
    )
    assert lines(sales) == [("4", "T-1", 1000, 0, 200)]
    assert [(skip.row, str(skip.reason)[:34]) for skip in sales.skipped] == [
        (2, "The row was left out: it says no q"),
        (3, "“someday” is no day and time: writ"),
        (4, "“two” is no quantity: write 12 or "),
    ]


def test_how_open_days_were_read_is_told(folder: Path) -> None:
    sales = read(folder, "receipt,date,sku\n1,03/01/2026,T-1\n2,03/02/2026,T-1\n")
    assert [one.moment.day for one in sales.receipts] == ["2026-03-01", "2026-03-02"]
    assert any("read with the month first" in str(note) for note in sales.notes)
