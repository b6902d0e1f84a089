"""Heads and habits of exports that shops have published. Where each was seen stands in decision 60; the rows
here are made up."""

from datetime import UTC
from pathlib import Path

import pytest

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.sales.goods_alone import goods_alone
from core.sales.reading import ReadSales, SalesChoices, read_sales
from core.shop.shop import Shop
from tests.core.sales.conftest import LATER, Sell, stocks

SHOPIFY = (
    "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,"
    "Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,"
    "Refunded Amount,Lineitem discount\n"
)
SQUARE = (
    "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,"
    "Net Sales,Tax,Transaction ID,Payment ID,Event Type,Location,Customer ID,Unit,Count,GTIN,"
    "Itemization Type,Channel\n"
)


def read(folder: Path, text: str, currency: str = "EUR") -> ReadSales:
    file = folder / "sales.csv"
    file.write_text(text, encoding="utf-8")
    return read_sales(file, currency=currency, choices=SalesChoices(zone=UTC))


def paid(sales: ReadSales) -> list[tuple[str, str, int, int | None]]:
    return [(one.number, line.code, line.quantity, line.paid) for one in sales.receipts for line in one.lines]


def test_a_discount_on_a_whole_order_of_shopify_is_shared_by_its_lines(tmp_path: Path) -> None:
    sales = read(
        tmp_path,
        SHOPIFY
        + "#1131,,paid,2026-01-09 17:47:34 +0500,PKR,120.00,2.50,0.00,122.50,SPRING,20.00,"
        + "2026-01-09 17:47:33 +0500,1,Ring,70.00,R-1,,0.00,0.00\n"
        + "#1131,,,,,,,,,,,2026-01-09 17:47:33 +0500,1,Ring,70.00,R-2,,,0.00\n"
        # shipping that was given free is no discount on the goods
        + "#1132,,paid,,PKR,70.00,0.00,0.00,70.00,FREE,2.50,2026-01-10 10:00:00 +0500,1,Ring,70.00,R-1,,0,0\n"
        + "#1133,,paid,,PKR,0.01,0.00,0.00,0.01,ALL,99.99,2026-01-10 10:00:00 +0500,3,Pin,25.00,P,,0,0.00\n"
        + "#1133,,,,,,,,,,,2026-01-10 10:00:00 +0500,1,Cap,25.00,C,,,0.00\n",
    )
    assert paid(goods_alone(sales, {})[0]) == [
        ("#1131", "R-1", 1000, 6000),
        ("#1131", "R-2", 1000, 6000),
        ("#1132", "R-1", 1000, 7000),
        ("#1133", "P", 3000, 1),
        ("#1133", "C", 1000, 0),
    ]


def test_orders_of_shopify_that_were_never_paid_are_no_sales_and_partly_refunded_ones_are_told(
    tmp_path: Path,
) -> None:
    sales = read(
        tmp_path,
        SHOPIFY
        + "#1121,,expired,,PKR,1.00,0,0,1.00,,0.00,2026-09-26 14:01:05 +0500,1,j,1.00,J,,0.00,0.00\n"
        + "#1122,,pending,,PKR,1.00,0,0,1.00,,0.00,2026-09-26 14:02:05 +0500,1,j,1.00,J,,0.00,0.00\n"
        + "#1123,,partially_refunded,,PKR,2.00,0,0,2.00,,0.00,2026-09-26 14:03:05 +0500,2,j,1.00,J,,1.00,0\n",
    )
    assert [one.is_void for one in sales.receipts] == [True, False, False]
    assert [str(note) for note in sales.notes] == [
        "Receipts that were called off, and are no sales: 1.",
        "Receipts that were refunded in part: 1. The file does not say which goods came back: all of them "
        "count as sold.",
    ]


def test_square_says_in_which_time_zone_its_times_are(tmp_path: Path) -> None:
    sales = read(
        tmp_path,
        SQUARE
        + "2026-07-18,12:59:30,Eastern Time (US & Canada),None,Tea,1.0,,,Oat,$8.00,$0.00,$8.00,$0.62,aa1,p1,"
        + "Payment,High St,,ea,1,4006381333931,Physical Good,High St\n"
        + "2026-07-18,12:59:30,Sydney,None,Tea,1.0,Regular,,,$8.00,$0.00,$8.00,$0.62,aa2,p2,"
        + "Payment,High St,,ea,1,,Physical Good,High St\n"
        + "2026-07-18,12:59:30,Moon,None,Tea,1.0,Regular,,,$8.00,$0.00,$8.00,$0.62,aa3,p3,"
        + "Payment,High St,,ea,1,,Physical Good,High St\n",
        "USD",
    )
    assert [(one.moment.day, one.moment.sold) for one in sales.receipts] == [
        ("2026-07-18", "2026-07-18T16:59:30.000Z"),
        ("2026-07-18", "2026-07-18T02:59:30.000Z"),
        ("2026-07-18", "2026-07-18T12:59:30.000Z"),
    ]
    assert sales.receipts[0].lines[0].barcode == "4006381333931"
    assert [str(note) for note in sales.notes] == [
        "The time zone “Moon” is not known here: such times are read as this computer's, or as --zone says."
    ]


def test_square_before_it_had_zones_and_units(tmp_path: Path) -> None:
    sales = read(
        tmp_path,
        "Date,Time,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,"
        "Tax,Transaction ID,Payment ID\n"
        "2026-04-25,18:01,Drinks,Soda,1,Blue,SKU1,,$3.00,-$1.00,$2.00,$0.00,T1,P1\n"
        "2026-04-25,18:02,Drinks,Soda,2,Blue,SKU1,,$6.00,$0.00,$6.00,$0.00,T2,P2\n",
        "USD",
    )
    assert paid(sales) == [("T1", "SKU1", 1000, 200), ("T2", "SKU1", 2000, 600)]


def test_loyverse_in_spanish_with_its_afternoons(tmp_path: Path) -> None:
    sales = read(
        tmp_path,
        "Fecha,Número de recibo,Tipo de recibo,Categoria,REF,Artículo,Variante,Cantidad,Ventas brutas,"
        "Descuentos,Ventas netas,Costo de los bienes,TPV,Tienda,Nombre del cajero,Estado\n"
        "19/9/2026 8:15 p.\u00a0m.,1-1,Venta,Tés,T-1,Té,,1,100,20,80,40,TPV 1,Centro,Ana,Cerrado\n"
        "19/9/2026 9:15 a. m.,1-2,Reembolso,Tés,T-1,Té,,1,100,20,80,40,TPV 1,Centro,Ana,Cerrado\n"
        "19/9/2026 9:20 a. m.,1-3,Venta,Tés,T-1,Té,,1,100,20,80,40,TPV 1,Centro,Ana,Cancelado\n",
        "MXN",
    )
    assert sales.till == "Loyverse"
    assert paid(sales)[:2] == [("1-1", "T-1", 1000, 8000), ("1-2", "T-1", -1000, -8000)]
    assert [one.is_void for one in sales.receipts] == [False, False, True]
    assert [(one.place, one.moment.sold[:16]) for one in sales.receipts[:2]] == [
        ("Centro", "2026-09-19T20:15"),
        ("Centro", "2026-09-19T09:15"),
    ]


def test_loyverse_with_three_decimals_and_its_other_heading(tmp_path: Path) -> None:
    sales = read(
        tmp_path,
        "Date,Receipt number,Receipt type,Category,SKU,Item name,Variant,Quantity,Gross sales,Discounts,"
        "Net sales,Cost of goods,Taxes,POS,Store,Cashier name,Customer name,Status\n"
        "2026-01-01 08:00:00,T-1,Sale,Hot,1,Tea,,2.000,1.000,0.000,1.000,0.400,0.000,POS 1,Main,Ana,,Closed\n"
        "2026-01-01 08:05:00,T-2,Refund,Hot,1,Tea,,-1,-0.500,0.000,-0.500,-0.2,0,POS 1,Main,Ana,,Closed\n",
        "OMR",
    )
    assert paid(sales) == [("T-1", "1", 2000, 1000), ("T-2", "1", -1000, -500)]


WOO = "Order Number,Order Status,Order Date,SKU,Item #,Item Name,Quantity (- Refund),Item Cost\n"


def test_woocommerce_tells_by_default_only_what_remained_of_a_line(
    shop: Shop, sell: Sell, tmp_path: Path
) -> None:
    first = WOO + f"51,Completed,{LATER} 10:20,T-1,1,Tea,3,4.50\n51,Completed,{LATER} 10:20,CUP,2,Cup,1,12\n"
    assert paid(read(tmp_path, first)) == [("51", "T-1", 3000, 1350), ("51", "CUP", 1000, 1200)]
    sell(first)
    assert (stocks(shop)["T-1"], stocks(shop)["CUP"]) == (7, 9)
    # One tea and the cup came back; a line that came back before the file was ever seen is no sale.
    second = (
        WOO
        + f"51,Completed,{LATER} 10:20,T-1,1,Tea,2,4.50\n51,Completed,{LATER} 10:20,CUP,2,Cup,0,12\n"
        + f"52,Completed,{LATER} 10:30,JAM,1,Jam,0,3\n"
    )
    for _ in range(2):
        report = sell(second)
        assert (stocks(shop)["T-1"], stocks(shop)["CUP"], stocks(shop)["JAM"]) == (8, 10, 10)
        assert (report.receipts, report.skipped) == (1, ())
    back = shop.catalog.db.execute("SELECT code, paid_minor FROM receipt_lines WHERE taken_back").fetchall()
    assert sorted(back) == [("CUP", -1200), ("T-1", -450)]


def test_woocommerce_with_both_quantities(tmp_path: Path) -> None:
    sales = read(
        tmp_path,
        "Order Number,Order Status,Order Date,Item #,SKU,Name,Quantity,Quantity (- Refund),Item Cost,"
        "Order Line Total\n"
        "7,Completed,2026-03-05 14:05,1,T-1,Tea,3,2,4.50,13.50\n"
        "8,Pending payment,2026-03-05 15:05,1,T-1,Tea,1,1,4.50,4.50\n"
        "9,Cancelado,2026-03-05 16:05,1,T-1,Tea,1,1,4.50,4.50\n",
    )
    assert sales.till == "WooCommerce"
    assert [(line.quantity, line.returned) for one in sales.receipts for line in one.lines] == [
        (3000, 1000),
        (1000, 0),
        (1000, 0),
    ]
    assert [one.is_void for one in sales.receipts] == [False, True, True]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(
            "Auftragsreferenz,Auftragsdatum,Auftragszeilen/Produkt/Interne Referenz,Auftragszeilen/Menge,"
            "Auftragszeilen/Zwischensumme,Status",
            id="German",
        ),
        pytest.param(
            "Referencia del pedido,Fecha del pedido,Líneas del pedido/Producto,Líneas del pedido/Cantidad,"
            "Líneas del pedido/Subtotal,Estado",
            id="Spanish",
        ),
        pytest.param(
            "Référence commande,Date de la commande,Lignes de la commande/Article,"
            "Lignes de la commande/Quantité,Lignes de la commande/Sous-total,Statut",
            id="French",
        ),
        pytest.param("订单关联,订单日期,订单行/产品,订单行/数量,订单行/小计,状态", id="Chinese"),
        pytest.param(
            "name,date_order,lines/full_product_name,lines/qty,lines/price_subtotal_incl,state", id="keys"
        ),
    ],
)
def test_odoo_in_the_language_of_who_exported(tmp_path: Path, head: str) -> None:
    sales = read(tmp_path, f"{head}\nS1,2026-03-05 14:05:09,T-1,2.00,9.00,sale\n,,CUP,1.00,12.00,\n")
    assert sales.till == "Odoo"
    assert paid(sales) == [("S1", "T-1", 2000, 900), ("S1", "CUP", 1000, 1200)]


def test_receipts_of_odoos_till_that_are_still_open_are_no_sales(tmp_path: Path) -> None:
    sales = read(
        tmp_path,
        "Order Ref,Date,Order Lines/Product,Order Lines/Quantity,Order Lines/Subtotal,Status\n"
        "Main/0001,2026-03-05 14:05:09,[T-1] Tea,1.00,4.50,New\n"
        "Main/0002,2026-03-05 14:06:09,[T-1] Tea,1.00,4.50,Paid\n"
        "Main/0003,2026-03-05 14:07:09,[T-1] Tea,-1.00,-4.50,Posted\n",
    )
    assert [one.is_void for one in sales.receipts] == [True, False, False]
    assert paid(sales)[1:] == [("Main/0002", "T-1", 1000, 450), ("Main/0003", "T-1", -1000, -450)]


def test_a_receipt_of_goods_that_are_known_by_a_barcode_finds_them(shop: Shop, sell: Sell) -> None:
    upsert_product(shop.catalog, ProductDraft("W", title="Water", barcode="96385074"), who="import")
    report = sell(
        SQUARE
        + f"{LATER},12:59:30,London,None,Still water,1.0,,,,£1.00,£0.00,£1.00,£0.00,aa1,p1,Payment,,,ea,1,"
        + "96385074,Physical Good,\n"
    )
    assert report.unknown == ()
